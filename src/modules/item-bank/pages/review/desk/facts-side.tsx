import { Link } from 'react-router'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { FindingLines } from '../../shared/finding-lines.tsx'
import type { ItemViews } from '../../shared/item-views.ts'
import { StepLines } from '../../shared/step-lines.tsx'
import { Threads } from '../../shared/threads.tsx'
import type { History } from '../../shared/versions.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Checklist, GivenChecklist } from './checklist.tsx'
import type { DeskPlace, ShownAtDesk } from './desk-facts.ts'
import type { DeskWork } from './desk-work.ts'
import { PlacingFacts } from './placing-facts.tsx'
import { SimilarItems } from './similar-items.tsx'

type Props = {
  readonly shown: ShownAtDesk
  readonly history: History
  readonly place: DeskPlace
  readonly views: ItemViews
  readonly work: DeskWork
  readonly onToggle: (point: string) => void
}

/** What is known of a version: the checklist, its placing, what the machine noticed, what is like it, what was said. */
export function FactsSide({ shown, history, place, views, work, onToggle }: Props) {
  const words = useWords(zh, en)
  const { itemVersionId, itemId, madeFrom } = shown.version
  const given = history.verdicts.findLast(verdict => verdict.itemVersionId === itemVersionId && verdict.verdict === 'passed')
  const numbers = new Map(history.versions.map(version => [version.itemVersionId, version.version]))
  return (
    <div className="z-desk-facts">
      {place?.tab === 'review' ? <Checklist confirmed={work.checklist} onToggle={onToggle} /> : given && <GivenChecklist verdict={given} />}
      <PlacingFacts shown={shown} />
      <Sheet title={words.findings.title}>
        {work.opened ? <FindingLines findings={work.opened.findings} /> : <p className="z-note">{words.findings.later}</p>}
      </Sheet>
      <Sheet title={words.similar.title}>
        {work.opened ? <SimilarItems opened={work.opened} Shown={views.Shown} /> : <p className="z-note">{words.similar.later}</p>}
      </Sheet>
      <Sheet title={words.threads}>
        <Threads itemVersionId={itemVersionId} comments={history.comments} numbers={numbers} />
      </Sheet>
      <Sheet
        title={words.earlier.title}
        actions={
          madeFrom !== null && <Link to={`/items/history/${itemId}?older=${madeFrom}&newer=${itemVersionId}`}>{words.earlier.compare}</Link>
        }
      >
        <StepLines history={history} />
      </Sheet>
    </div>
  )
}
