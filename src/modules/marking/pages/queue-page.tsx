import { useSearchParams } from 'react-router'
import { instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../ui/components/table/work-table.tsx'
import type { AnswerOf } from '../../../ui/client.ts'
import { showInstant, showMarks } from '../../../ui/format.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../ui/words.ts'
import { listQueue } from '../contract.ts'
import { CheckForm } from './laboratory/check-form.tsx'
import { EvidencePanel } from './laboratory/evidence-panel.tsx'
import { levelName } from './level-name.ts'
import { MarkForm } from './mark-form.tsx'
import { SheetFacts } from './sheet-facts.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './marking.css'

type Queue = AnswerOf<typeof listQueue>
type Waiting = Queue['waiting'][number]
type Done = Queue['done'][number]
type Looked = Queue['laboratory'][number]

const waitingColumns = { zh: waitingColumnsIn('zh'), en: waitingColumnsIn('en') }
const lookedColumns = { zh: lookedColumnsIn('zh'), en: lookedColumnsIn('en') }
const doneColumns = { zh: doneColumnsIn('zh'), en: doneColumnsIn('en') }

/** 操作技能评分: the scripts that wait, and those the assessor has marked. */
export function QueuePage() {
  const { queue: words, laboratory } = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(listQueue, {}, { everySeconds: 30 })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const waiting = read.data?.waiting.length ?? 0
  const withheld = read.data?.withheld ?? 0
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} waiting={waiting > 0 ? fill(words.waiting, { n: waiting }) : undefined} />
      <div className="z-stack">
        <section aria-label={words.open}>
          <WorkTable
            name={words.open}
            rows={read.data?.waiting}
            columns={waitingColumns[language]}
            keyOf={keyOf}
            searchHint={words.hint}
            empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
            panel={waitingPanel}
          />
        </section>
        {withheld > 0 && <p className="z-note">{fill(words.withheld, { n: withheld })}</p>}
        <h2>{words.done}</h2>
        <WorkTable
          name={words.done}
          prefix="done-"
          rows={read.data?.done}
          columns={doneColumns[language]}
          keyOf={keyOf}
          searchHint={words.hint}
          empty={<EmptyState what={words.noneDone.what} how={words.noneDone.how} />}
          panel={donePanel}
        />
        <section className="z-stack" aria-label={laboratory.title}>
          <h2>{laboratory.title}</h2>
          <WorkTable
            name={laboratory.title}
            prefix="laboratory-"
            rows={read.data?.laboratory}
            columns={lookedColumns[language]}
            keyOf={keyOf}
            searchHint={words.hint}
            empty={<EmptyState what={laboratory.empty.what} how={laboratory.empty.how} />}
            panel={lookedPanel}
          />
        </section>
      </div>
    </>
  )
}

const keyOf = (row: { readonly scriptId: string }) => row.scriptId

function waitingPanel(row: Waiting): RowPanel {
  return { title: row.number, body: <MarkSheetPanel key={row.scriptId} script={row} /> }
}

function lookedPanel(row: Looked): RowPanel {
  const body = (
    <Sheet>
      <EvidencePanel key={row.scriptId} sittingId={row.sittingId} scriptId={row.scriptId} />
    </Sheet>
  )
  return { title: row.number, body }
}

function donePanel(row: Done): RowPanel {
  const body = (
    <Sheet>
      <SheetFacts sheet={row.sheet} total={row.total} />
    </Sheet>
  )
  return { title: row.number, body }
}

/** The form in the panel of its script; the panel closes when the marks are in. */
function MarkSheetPanel({ script }: { readonly script: Waiting }) {
  const { form: words, laboratory } = useWords(zh, en)
  const [, setAddress] = useSearchParams()
  const close = (address: URLSearchParams) => {
    address.delete('open')
    return address
  }
  const onMarked = () => setAddress(close, { replace: true })
  if (script.asks === null)
    return (
      <Sheet title={words.title}>
        <MarkForm script={script} onMarked={onMarked} />
      </Sheet>
    )
  return (
    <div className="z-stack">
      <Sheet title={laboratory.judge}>
        <CheckForm script={script} asks={script.asks} onMarked={onMarked} />
      </Sheet>
      <Sheet title={laboratory.evidence}>
        <EvidencePanel sittingId={script.sittingId} scriptId={script.scriptId} />
      </Sheet>
    </div>
  )
}

function waitingColumnsIn(language: Language): readonly Column<Waiting>[] {
  const titles = { zh, en }[language].queue.columns
  return [
    { key: 'number', title: titles.number, text: row => row.number },
    { key: 'level', title: titles.level, text: row => levelName(row.level, language) },
    {
      key: 'openedAt',
      title: titles.openedAt,
      text: row => row.openedAt,
      show: row => showInstant(instant(row.openedAt), language),
    },
  ]
}

function lookedColumnsIn(language: Language): readonly Column<Looked>[] {
  const { queue, laboratory } = { zh, en }[language]
  return [
    { key: 'number', title: queue.columns.number, text: row => row.number },
    { key: 'level', title: queue.columns.level, text: row => levelName(row.level, language) },
    {
      key: 'openedAt',
      title: queue.columns.openedAt,
      text: row => row.openedAt,
      show: row => showInstant(instant(row.openedAt), language),
    },
    { key: 'state', title: laboratory.columns.state, text: row => (row.waits ? laboratory.waits : laboratory.scored) },
  ]
}

function doneColumnsIn(language: Language): readonly Column<Done>[] {
  const titles = { zh, en }[language].queue.columns
  return [
    { key: 'number', title: titles.number, text: row => row.number },
    { key: 'level', title: titles.level, text: row => levelName(row.level, language) },
    {
      key: 'markedAt',
      title: titles.markedAt,
      text: row => row.markedAt,
      show: row => showInstant(instant(row.markedAt), language),
    },
    {
      key: 'total',
      title: titles.total,
      text: row => row.total / 100,
      show: row => showMarks(hundredths(row.total), language),
      number: true,
    },
  ]
}
