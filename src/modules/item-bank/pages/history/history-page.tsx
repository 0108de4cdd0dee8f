import { Link, useParams } from 'react-router'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { showHistory } from '../../contract.ts'
import { StepLines } from '../shared/step-lines.tsx'
import { Threads } from '../shared/threads.tsx'
import { type History, stateTones } from '../shared/versions.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import { CompareSheet } from './compare-sheet.tsx'
import { PlacingsSheet, StatisticsSheet, UsesSheet, VerdictsSheet } from './record-sheets.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../item-bank.css'
import './history.css'

/** Everything that is known of an item over all its versions; contents open only for comparison, on record. */
export function HistoryPage() {
  const { itemId = '' } = useParams()
  const history = useRead(showHistory, { params: { itemId } })
  if (history.isError) return <RefusalNote refusal={history.error.told} onRetry={() => void history.refetch()} />
  return history.isPending ? <WaitingSkeleton lines={8} /> : <Shown history={history.data} />
}

function Shown({ history }: { readonly history: History }) {
  const words = useWords(zh, en)
  const states = useWords(bankZh, bankEn).state
  const latest = history.versions.at(-1)
  if (latest === undefined) throw new Error('an item without a version')
  const numbers = new Map(history.versions.map(version => [version.itemVersionId, version.version]))
  return (
    <>
      <PageHead
        title={fill(words.title, { code: latest.code })}
        purpose={words.purpose}
        trail={<Link to={`/items/list?edition=${latest.editionId}&level=${latest.level}`}>{words.list}</Link>}
        more={
          <StateWord tone={stateTones[latest.state]} strong>
            {states[latest.state]}
          </StateWord>
        }
      />
      <div className="z-stack">
        <CompareSheet versions={history.versions} />
        <div className="z-history-two">
          <div className="z-stack">
            <VerdictsSheet history={history} numbers={numbers} />
            <Sheet title={words.comments}>
              <Threads itemVersionId={latest.itemVersionId} comments={history.comments} numbers={numbers} />
            </Sheet>
          </div>
          <div className="z-stack">
            <PlacingsSheet history={history} numbers={numbers} />
            <UsesSheet history={history} numbers={numbers} />
            <StatisticsSheet history={history} numbers={numbers} />
            <Sheet title={words.steps}>
              <StepLines history={history} />
            </Sheet>
          </div>
        </div>
      </div>
    </>
  )
}
