import { Select } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { compareEditions, type EditionId, EDITION_IDS, isEditionId, listEditions } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { allChanges, countsOf } from './change-view.ts'
import { DiffSections } from './diff-sections.tsx'
import '../standard.css'
import '../standard-tables.css'
import './compare.css'

const FIRST: readonly [EditionId, EditionId] = ['ec-2005', 'ec-2022']

/** Any two editions side by side; both stand in the address, so that a comparison can be passed on. */
export function ComparePage() {
  const words = useWords(zh, en)
  const [address, setAddress] = useSearchParams()
  const chosen = (name: string, otherwise: EditionId) => {
    const text = address.get(name) ?? ''
    return isEditionId(text) ? text : otherwise
  }
  const to = chosen('to', FIRST[1])
  const from = chosen('from', to === FIRST[0] ? FIRST[1] : FIRST[0])
  const choose = (next: { readonly from: EditionId; readonly to: EditionId }) => setAddress({ ...next }, { replace: true })
  return (
    <div className="z-std">
      <PageHead
        trail={<Link to="/standard">{words.reading.all}</Link>}
        title={words.compare.title}
        purpose={words.compare.purpose}
        action={
          <button type="button" className="z-button" onClick={() => print()}>
            <Icon name="print" size={16} />
            {words.compare.print}
          </button>
        }
      />
      <Choice from={from} to={to} onChoose={choose} />
      {from === to ? (
        <EmptyState what={words.compare.same} how={words.compare.purpose} />
      ) : (
        <Difference key={`${from} ${to}`} from={from} to={to} />
      )}
    </div>
  )
}

type ChoiceProps = {
  readonly from: EditionId
  readonly to: EditionId
  readonly onChoose: (next: { readonly from: EditionId; readonly to: EditionId }) => void
}

function Choice({ from, to, onChoose }: ChoiceProps) {
  const words = useWords(zh, en).compare
  const titles = useTitles()
  const options = EDITION_IDS.map(value => ({ value, label: titles(value) }))
  return (
    <div className="z-compare-choice">
      <label>
        <span className="z-note">{words.from}</span>
        <Select value={from} options={options} onChange={value => onChoose({ from: value, to })} />
      </label>
      <button type="button" className="z-button z-no-print" onClick={() => onChoose({ from: to, to: from })}>
        {words.swap}
      </button>
      <label>
        <span className="z-note">{words.to}</span>
        <Select value={to} options={options} onChange={value => onChoose({ from, to: value })} />
      </label>
    </div>
  )
}

/** Titles as the list of editions tells them; their short names until it has arrived. */
function useTitles(): (id: EditionId) => string {
  const words = useWords(zh, en)
  const read = useRead(listEditions, {})
  return id => read.data?.editions.find(edition => edition.id === id)?.title.value ?? words.editions[id]
}

function Difference({ from, to }: { readonly from: EditionId; readonly to: EditionId }) {
  const words = useWords(zh, en).compare
  const read = useRead(compareEditions, { query: { from, to } })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const changes = allChanges(read.data)
  if (changes.length === 0) return <EmptyState what={words.identical} how={words.identicalHow} />
  return (
    <>
      <p className="z-compare-summary">{fill(words.summary, { n: changes.length, ...countsOf(changes) })}</p>
      <DiffSections diff={read.data} />
    </>
  )
}
