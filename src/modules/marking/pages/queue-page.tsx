import { useMemo } from 'react'
import { instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../ui/components/table/table-column.ts'
import { useTableState } from '../../../ui/components/table/use-table-state.ts'
import { WorkTable } from '../../../ui/components/table/work-table.tsx'
import type { AnswerOf } from '../../../ui/client.ts'
import { showInstant, showMarks } from '../../../ui/format.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../ui/words.ts'
import { listQueue } from '../contract.ts'
import { MarkForm } from './mark-form.tsx'
import { SheetFacts } from './sheet-facts.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './marking.css'

type Queue = AnswerOf<typeof listQueue>
type Waiting = Queue['waiting'][number]
type Done = Queue['done'][number]

/** 操作技能评分: the scripts that wait, and those the assessor has marked. */
export function QueuePage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [open, done] = useMemo(() => [waitingColumns(language), doneColumns(language)], [language])
  const { change } = useTableState(open)
  const read = useRead(listQueue, {}, { everySeconds: 30 })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const { queue } = words
  const waiting = read.data?.waiting.length ?? 0
  const withheld = read.data?.withheld ?? 0
  return (
    <>
      <PageHead title={queue.title} purpose={queue.purpose} waiting={waiting > 0 ? fill(queue.waiting, { n: waiting }) : undefined} />
      <div className="z-stack">
        <WorkTable
          name={queue.open}
          rows={read.data?.waiting}
          columns={open}
          keyOf={row => row.scriptId}
          searchHint={queue.hint}
          empty={<EmptyState what={queue.empty.what} how={queue.empty.how} />}
          panel={row => ({ title: row.number, body: <Sheet title={words.form.title}><MarkForm key={row.scriptId} script={row} onMarked={() => change({ open: null })} /></Sheet> })}
        />
        {withheld > 0 && <p className="z-note">{fill(queue.withheld, { n: withheld })}</p>}
        <h2>{queue.done}</h2>
        <WorkTable
          name={queue.done}
          prefix="done-"
          rows={read.data?.done}
          columns={done}
          keyOf={row => row.scriptId}
          searchHint={queue.hint}
          empty={<EmptyState what={queue.noneDone.what} how={queue.noneDone.how} />}
          panel={row => ({ title: row.number, body: <Sheet title={words.form.title}><SheetFacts sheet={row.sheet} total={row.total} /></Sheet> })}
        />
      </div>
    </>
  )
}

function waitingColumns(language: Language): readonly Column<Waiting>[] {
  const titles = { zh, en }[language].queue.columns
  return [
    { key: 'number', title: titles.number, text: row => row.number },
    { key: 'level', title: titles.level, text: row => row.level },
    { key: 'openedAt', title: titles.openedAt, text: row => row.openedAt, show: row => showInstant(instant(row.openedAt), language) },
  ]
}

function doneColumns(language: Language): readonly Column<Done>[] {
  const titles = { zh, en }[language].queue.columns
  return [
    { key: 'number', title: titles.number, text: row => row.number },
    { key: 'level', title: titles.level, text: row => row.level },
    { key: 'markedAt', title: titles.markedAt, text: row => row.markedAt, show: row => showInstant(instant(row.markedAt), language) },
    { key: 'total', title: titles.total, text: row => row.total / 100, show: row => showMarks(hundredths(row.total), language), number: true },
  ]
}
