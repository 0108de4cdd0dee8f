import { useMemo } from 'react'
import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { useTableState } from '../../../../ui/components/table/use-table-state.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { call } from '../../../../ui/client.ts'
import { showLevel } from '../../../../ui/format.ts'
import { type PlaceName, usePlaceName } from '../../../../ui/place-names.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import { listResults, type ResultRowView } from '../../contract.ts'
import { stateTones } from '../state-tones.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Spread } from './spread.tsx'

const PER_PAGE = 20
const STATES = ['passed', 'failed', 'absent', 'voided', 'pending'] as const
type State = (typeof STATES)[number] | ''

/** The results of a session: the spread of marks against the pass line, and every candidate. */
export function ResultsTable({ sessionId, levels }: { readonly sessionId: string; readonly levels: readonly string[] }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const placeName = usePlaceName()
  const shown = useMemo(() => columnsIn(language, levels, placeName), [language, levels, placeName])
  const handle = useTableState(shown)
  const { search, filters, page } = handle.state
  const query = { search, level: filters['level'] ?? '', state: stateOf(filters['state']) }
  const read = useRead(listResults, { params: { sessionId }, query: { ...query, most: PER_PAGE, skip: (page - 1) * PER_PAGE } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const { spread, minima, total = 0 } = read.data ?? {}
  return (
    <>
      {spread && total > 0 && (
        <Sheet>
          <div className="za-two">
            <Spread
              title={fill(words.publish.spread, { paper: words.papers.theory })}
              bins={spread.theory}
              passLine={minima?.theory ?? null}
            />
            <Spread
              title={fill(words.publish.spread, { paper: words.papers.skill })}
              bins={spread.skill}
              passLine={minima?.skill ?? null}
            />
          </div>
        </Sheet>
      )}
      <WorkTable
        name={words.publish.table}
        rows={read.data?.results}
        columns={shown}
        keyOf={row => `${row.ticketNumber} ${row.level}`}
        searchHint={words.publish.search}
        perPage={PER_PAGE}
        panel={row => panelOf(row, language, placeName)}
        empty={<EmptyState what={words.publish.noResults} how={words.publish.noResultsHow} />}
        served={{ total, handle, readAll: () => readAll(sessionId, query) }}
      />
    </>
  )
}

async function readAll(
  sessionId: string,
  query: { readonly search: string; readonly level: string; readonly state: State },
): Promise<readonly ResultRowView[]> {
  const rows: ResultRowView[] = []
  for (;;) {
    const reply = await call(listResults, { params: { sessionId }, query: { ...query, most: 500, skip: rows.length } })
    if (!reply.ok) return rows
    rows.push(...reply.value.results)
    if (reply.value.results.length < 500) return rows
  }
}

function stateOf(text: string | undefined): State {
  return STATES.find(state => state === text) ?? ''
}

function panelOf(row: ResultRowView, language: Language, placeName: PlaceName): RowPanel {
  const words = { zh, en }[language]
  const facts = [
    { label: words.publish.ticket, value: row.ticketNumber },
    { label: words.publish.id, value: row.idMasked },
    { label: words.publish.levelColumn, value: row.title },
    { label: words.publish.site, value: placeName(row.siteCode) ?? row.siteCode },
    { label: words.publish.certificate, value: row.certificateNumber ?? '—' },
  ]
  return {
    title: row.name,
    state: <StateWord tone={stateTones[row.state]}>{words.states[row.state]}</StateWord>,
    body: (
      <div className="z-stack">
        <Sheet>
          <Facts facts={facts} />
        </Sheet>
        <Sheet title={words.publish.reasons}>
          {row.reasons.map(reason => (
            <p key={reason.paper}>{reason[language]}</p>
          ))}
        </Sheet>
      </div>
    ),
  }
}

function columnsIn(language: Language, levels: readonly string[], placeName: PlaceName): readonly Column<ResultRowView>[] {
  const { publish: words, states, kinds } = { zh, en }[language]
  const mark = ({ kind, mark: m }: ResultRowView['theory']) => (m === null ? kinds[kind] : m / 100)
  const show = (paper: ResultRowView['theory']) =>
    paper.mark === null ? kinds[paper.kind] : `${showMarks(hundredths(paper.mark))}${paper.kind === 'carried' ? ` ${kinds.carried}` : ''}`
  return [
    { key: 'ticket', title: words.ticket, text: row => row.ticketNumber, sortable: false },
    { key: 'name', title: words.name, text: row => row.name, sortable: false },
    {
      key: 'level',
      title: words.levelColumn,
      text: row => row.title,
      sortable: false,
      filter: { choices: choicesOf(levels, language), value: row => row.level },
    },
    { key: 'site', title: words.site, text: row => placeName(row.siteCode) ?? row.siteCode, sortable: false, hidden: true },
    { key: 'theory', title: words.theory, text: row => mark(row.theory), show: row => show(row.theory), number: true, sortable: false },
    {
      key: 'practical',
      title: words.practical,
      text: row => mark(row.practical),
      show: row => show(row.practical),
      number: true,
      sortable: false,
    },
    {
      key: 'state',
      title: words.state,
      text: row => states[row.state],
      show: row => <StateWord tone={stateTones[row.state]}>{states[row.state]}</StateWord>,
      sortable: false,
      filter: { choices: STATES.map(value => ({ value, label: states[value] })), value: row => row.state },
    },
    { key: 'certificate', title: words.certificate, text: row => row.certificateNumber ?? '', sortable: false },
  ]
}

function choicesOf(levels: readonly string[], language: Language): { readonly value: string; readonly label: string }[] {
  return levels.map(value => ({ value, label: showLevel(value, language) }))
}
