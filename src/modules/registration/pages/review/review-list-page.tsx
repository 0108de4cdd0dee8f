import { useMemo } from 'react'
import { Link } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { call } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { useTableState } from '../../../../ui/components/table/use-table-state.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { showDate } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { type Language, fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { type ApplicationStateKind, STATE_WORDS, listForReview, listRounds, readApplication } from '../../contract.ts'
import type { ReviewRowView } from '../../core/application/views.ts'
import { ApplicationSummary } from '../application-summary.tsx'
import { VerdictPanel } from '../apply/verdict-panel.tsx'
import { reviewTones } from '../tones.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import '../registration.css'

const PER_PAGE = 20
const STATES: readonly ApplicationStateKind[] = ['submitted', 'returned', 'approved', 'rejected', 'withdrawn']
type State = '' | 'submitted' | 'returned' | 'approved' | 'rejected' | 'withdrawn'
type Choices = {
  readonly rounds: readonly { readonly value: string; readonly label: string }[]
  readonly levels: readonly { readonly value: string; readonly label: string }[]
  readonly sites: readonly { readonly value: string; readonly label: string }[]
}

/** 资格审查: the applications of a reviewer's area, those that wait longest first. The server searches and pages. */
export function ReviewListPage() {
  const words = useWords(zh, en).review
  const language = useLanguage()
  const rounds = useRead(listRounds, {})
  const choices = useMemo(() => choicesOf(rounds.data?.rounds ?? []), [rounds.data])
  const columns = useMemo(() => columnsIn(language, choices), [language, choices])
  const handle = useTableState(columns)
  const query = queryOf(handle.state.search, handle.state.filters)
  const read = useRead(
    listForReview,
    { query: { ...query, most: PER_PAGE, skip: (handle.state.page - 1) * PER_PAGE } },
    { everySeconds: 60 },
  )
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const { waiting = 0, oldestWaitingDays } = read.data ?? {}
  const readAll = async () => {
    const all = await call(listForReview, { query: { ...query, most: 500 } })
    return all.ok ? all.value.applications : []
  }
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        waiting={
          waiting > 0
            ? fill(oldestWaitingDays ? words.waiting : words.waitingToday, { n: waiting, days: oldestWaitingDays ?? 0 })
            : undefined
        }
      />
      <WorkTable
        name={words.title}
        rows={read.data?.applications}
        columns={columns}
        keyOf={row => row.applicationId}
        searchHint={words.hint}
        perPage={PER_PAGE}
        panel={row => panelOf(row, language)}
        empty={<EmptyState what={words.emptyWhat} how={words.emptyHow} />}
        served={{ total: read.data?.total ?? 0, handle, readAll }}
      />
    </>
  )
}

function queryOf(name: string, filters: Readonly<Record<string, string>>) {
  return {
    name,
    state: (filters['state'] ?? '') as State,
    roundId: filters['round'] ?? '',
    level: filters['level'] ?? '',
    siteCode: filters['site'] ?? '',
  }
}

function choicesOf(
  rounds: readonly {
    readonly roundId: string
    readonly code: string
    readonly levels: readonly { readonly code: string; readonly name: string }[]
    readonly sites: readonly { readonly code: string; readonly name: string }[]
  }[],
): Choices {
  const levels = new Map(rounds.flatMap(r => r.levels.map(l => [l.code, l.name] as const)))
  const sites = new Map(rounds.flatMap(r => r.sites.map(s => [s.code, s.name] as const)))
  const list = (map: ReadonlyMap<string, string>) => [...map].map(([value, label]) => ({ value, label }))
  return { rounds: rounds.map(r => ({ value: r.roundId, label: r.code })), levels: list(levels), sites: list(sites) }
}

function columnsIn(language: Language, choices: Choices): readonly Column<ReviewRowView>[] {
  const titles = { zh, en }[language].review.columns
  const states = STATES.map(value => ({ value, label: STATE_WORDS[value][language] }))
  return [
    { key: 'name', title: titles.name, text: row => row.name, sortable: false },
    {
      key: 'level',
      title: titles.level,
      text: row => row.levelName,
      sortable: false,
      filter: { choices: choices.levels, value: row => row.level },
    },
    {
      key: 'site',
      title: titles.site,
      text: row => row.siteName ?? '—',
      sortable: false,
      filter: { choices: choices.sites, value: row => row.siteCode ?? '' },
    },
    {
      key: 'round',
      title: titles.round,
      text: row => row.roundCode,
      sortable: false,
      filter: { choices: choices.rounds, value: row => row.roundId },
    },
    {
      key: 'state',
      title: titles.state,
      text: row => STATE_WORDS[row.state][language],
      show: row => <StateWord tone={reviewTones[row.state]}>{STATE_WORDS[row.state][language]}</StateWord>,
      sortable: false,
      filter: { choices: states, value: row => row.state },
    },
    { key: 'submitted', title: titles.submitted, text: row => showDate(dayOf(instant(row.submittedAt)), language), sortable: false },
    { key: 'waiting', title: titles.waiting, text: row => row.waitingDays ?? '—', number: true, sortable: false },
  ]
}

function panelOf(row: ReviewRowView, language: Language): RowPanel {
  const words = { zh, en }[language].review
  return {
    title: row.name,
    state: <StateWord tone={reviewTones[row.state]}>{STATE_WORDS[row.state][language]}</StateWord>,
    body: <PanelBody row={row} />,
    actions: (
      <Link className="z-button z-button-primary" to={`/reviews/${row.personId}/${row.applicationId}`}>
        {words.openFull}
      </Link>
    ),
  }
}

function PanelBody({ row }: { readonly row: ReviewRowView }) {
  const { personId, applicationId } = row
  const read = useRead(readApplication, { params: { personId, applicationId } })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={6} />
  const view = read.data
  return (
    <>
      <VerdictPanel verdict={view.verdict as never} levelName={view.levelNames[view.level] ?? view.level} chosen={view.clauseId ?? ''} />
      <ApplicationSummary view={view} />
    </>
  )
}
