import { localDate } from '../../../../kernel/local-date.ts'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { useTableState } from '../../../../ui/components/table/use-table-state.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { call } from '../../../../ui/client.ts'
import { showDate } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { listCertificates, listOpenRevocations, type RegisterRow } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { EntryPanel } from './entry-panel.tsx'

const stateTones: Readonly<Record<RegisterRow['state'], Tone>> = { valid: 'done', replaced: 'ended', revoked: 'failing' }
const PER_PAGE = 20
const LEVELS = ['L5', 'L4', 'L3', 'L2', 'L1'] as const
const columns = { zh: columnsIn('zh'), en: columnsIn('en') }

/** 证书登记簿: the register for officers; a row opens the certificate with its sheets and what may be done with it. */
export function RegisterPage() {
  const words = useWords(zh, en).register
  const language = useLanguage()
  const who = useRead(whoAmI, {})
  const national = who.data?.grants.some(g => g.role === 'national-officer') ?? false
  const open = useRead(listOpenRevocations, {}, { enabled: national })
  const handle = useTableState(columns[language])
  const { search, filters, page } = handle.state
  const query = { wanted: search, level: filters['level'] ?? '', state: stateOf(filters['state']) }
  const read = useRead(listCertificates, { query: { ...query, most: PER_PAGE, skip: (page - 1) * PER_PAGE } })
  const waiting = open.data?.revocations.length ?? 0
  const panel = (row: RegisterRow): RowPanel => ({
    title: row.number,
    state: <StateWord tone={stateTones[row.state]}>{words.states[row.state]}</StateWord>,
    body: <EntryPanel key={row.number} number={row.number} mayChange={national} />,
  })
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} waiting={waiting > 0 ? fill(words.waiting, { count: waiting }) : undefined} />
      {read.isError ? (
        <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
      ) : (
        <WorkTable
          name={words.title}
          rows={read.data?.certificates}
          columns={columns[language]}
          keyOf={row => row.number}
          searchHint={words.search}
          perPage={PER_PAGE}
          panel={panel}
          empty={<EmptyState what={words.empty} how={words.emptyHow} />}
          served={{ total: read.data?.total ?? 0, handle, readAll: () => readAll(query) }}
        />
      )}
    </>
  )
}

type Query = { readonly wanted: string; readonly level: string; readonly state: RegisterRow['state'] | '' }

/** For export: every row of the selection, 500 at a time. */
async function readAll(query: Query): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = []
  for (;;) {
    const reply = await call(listCertificates, { query: { ...query, most: 500, skip: rows.length } })
    if (!reply.ok) return rows
    rows.push(...reply.value.certificates)
    if (reply.value.certificates.length < 500) return rows
  }
}

function stateOf(text: string | undefined): Query['state'] {
  return text === 'valid' || text === 'replaced' || text === 'revoked' ? text : ''
}

function columnsIn(language: Language): readonly Column<RegisterRow>[] {
  const words = { zh, en }[language].register
  const states = (['valid', 'revoked'] as const).map(value => ({ value, label: words.states[value] }))
  return [
    { key: 'number', title: words.number, text: row => row.number, sortable: false },
    { key: 'holder', title: words.holder, text: row => row.holderName, sortable: false },
    { key: 'id', title: words.id, text: row => row.idMasked, sortable: false, hidden: true },
    {
      key: 'level',
      title: words.levelColumn,
      text: row => row.title,
      sortable: false,
      filter: { choices: LEVELS.map(value => ({ value, label: value })), value: row => row.level },
    },
    { key: 'issuer', title: words.issuer, text: row => row.issuer, sortable: false },
    { key: 'issuedOn', title: words.issuedOn, text: row => showDate(localDate(row.issuedOn), language), sortable: false },
    { key: 'session', title: words.session, text: row => row.sessionCode, sortable: false, hidden: true },
    {
      key: 'state',
      title: words.state,
      text: row => words.states[row.state],
      show: row => <StateWord tone={stateTones[row.state]}>{words.states[row.state]}</StateWord>,
      sortable: false,
      filter: { choices: states, value: row => row.state },
    },
  ]
}
