import { useMemo } from 'react'
import { instant } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../ui/components/table/work-table.tsx'
import type { AnswerOf } from '../../../ui/client.ts'
import { showInstant, showMarks } from '../../../ui/format.ts'
import { type PlaceName, usePlaceName } from '../../../ui/place-names.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../ui/words.ts'
import { listMarking } from '../contract.ts'
import { levelName } from './level-name.ts'
import { SheetFacts } from './sheet-facts.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './marking.css'

type ScriptRow = AnswerOf<typeof listMarking>['scripts'][number]

/** 评分进度: for the chief assessor and the national centre, every script within reach. */
export function MarkingProgressPage() {
  const words = useWords(zh, en).lead
  const language = useLanguage()
  const placeName = usePlaceName()
  const columns = useMemo(() => columnsIn(language, placeName), [language, placeName])
  const read = useRead(listMarking, { query: {} }, { everySeconds: 30 })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const waiting = read.data?.waiting ?? 0
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} waiting={waiting > 0 ? fill(words.waiting, { n: waiting }) : undefined} />
      <WorkTable
        name={words.title}
        rows={read.data?.scripts}
        columns={columns}
        keyOf={row => row.scriptId}
        searchHint={words.hint}
        empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
        panel={scriptPanel}
      />
    </>
  )
}

function scriptPanel(row: ScriptRow): RowPanel {
  return { title: row.number, state: <ScriptState row={row} />, body: <ScriptMarks row={row} /> }
}

function ScriptMarks({ row: { marked } }: { readonly row: ScriptRow }) {
  const words = useWords(zh, en).lead
  if (marked === null)
    return (
      <Sheet>
        <p>{words.noMarks}</p>
      </Sheet>
    )
  const { sheet, total } = marked
  return <Sheet>{sheet === null ? <p>{fill(words.judged, { n: total / 100 })}</p> : <SheetFacts sheet={sheet} total={total} />}</Sheet>
}

function ScriptState({ row }: { readonly row: ScriptRow }) {
  const words = useWords(zh, en).lead.state
  return <StateWord tone={row.marked === null ? 'waiting' : 'done'}>{row.marked === null ? words.waiting : words.marked}</StateWord>
}

function columnsIn(language: Language, placeName: PlaceName): readonly Column<ScriptRow>[] {
  const words = { zh, en }[language].lead
  const titles = words.columns
  const states = (['waiting', 'marked'] as const).map(value => ({ value, label: words.state[value] }))
  const stateOf = (row: ScriptRow) => (row.marked === null ? 'waiting' : 'marked')
  return [
    { key: 'number', title: titles.number, text: row => row.number },
    { key: 'place', title: titles.place, text: row => fill(words.seat, { room: row.roomLabel, seat: row.seatLabel }) },
    { key: 'site', title: titles.site, text: row => placeName(row.site) ?? row.site },
    { key: 'level', title: titles.level, text: row => levelName(row.level, language) },
    {
      key: 'state',
      title: titles.state,
      text: row => words.state[stateOf(row)],
      show: row => <ScriptState row={row} />,
      filter: { choices: states, value: stateOf },
    },
    { key: 'assessor', title: titles.assessor, text: row => row.marked?.assessor ?? '' },
    {
      key: 'total',
      title: titles.total,
      text: row => (row.marked === null ? '' : row.marked.total / 100),
      show: row => (row.marked === null ? '' : showMarks(hundredths(row.marked.total), language)),
      number: true,
    },
    {
      key: 'at',
      title: titles.at,
      text: row => row.marked?.at ?? '',
      show: row => (row.marked === null ? '' : showInstant(instant(row.marked.at), language)),
    },
  ]
}
