import { useMemo } from 'react'
import type { Grant } from '../../../../kernel/actor.ts'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { useTableState } from '../../../../ui/components/table/use-table-state.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { type PlaceName, usePlaceName } from '../../../../ui/place-names.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { listPeople, whoAmI } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { PersonPanel, type PersonPanelProps } from './person-panel.tsx'
import type { PersonRow, Place } from './person-row.ts'
import { reachText } from './reach-text.ts'
import './people.css'

type Words = ReturnType<typeof useWords<typeof zh>>

const MOST = 200

/** People and their roles, for the centres. Beyond the first two hundred the server searches by name. */
export function PeoplePage({ places }: { readonly places: readonly Place[] }) {
  const words = useWords(zh, en)
  const who = useRead(whoAmI, {})
  const placeName = usePlaceName()
  const columns = useMemo(() => columnsOf(words, placeName), [words, placeName])
  const { state } = useTableState(columns)
  const all = useRead(listPeople, { query: { name: '', most: MOST } })
  const many = all.data?.people.length === MOST
  const named = useRead(listPeople, { query: { name: state.search, most: MOST } }, { enabled: many && state.search !== '' })
  const refusal = (all.error ?? named.error)?.told
  const rows = many && state.search !== '' ? named.data?.people : all.data?.people
  const giver = useMemo(() => (who.data?.grants ?? []).map(grantOf), [who.data])
  const today = dayOf(instant(who.data?.now ?? 0))
  return (
    <>
      <PageHead title={words.people.title} purpose={words.people.purpose} />
      {refusal && <RefusalNote refusal={refusal} onRetry={() => void all.refetch()} />}
      {many && <p className="z-note z-people-limit">{fill(words.people.limited, { n: MOST })}</p>}
      {!refusal && (
        <WorkTable
          name="people"
          rows={rows}
          columns={columns}
          keyOf={person => person.personId}
          searchHint={words.people.search}
          panel={person => panelOf({ person, giver, today, places })}
          empty={<EmptyState what={words.people.empty} how={words.people.emptyHow} />}
        />
      )}
    </>
  )
}

function panelOf(props: PersonPanelProps): RowPanel {
  return { title: props.person.name, body: <PersonPanel key={props.person.personId} {...props} /> }
}

/** A grant as the rules of the core take it; the server sent days that exist. */
function grantOf({ role, scope, from, until }: PersonRow['grants'][number]): Grant {
  return { role, scope, from: localDate(from), until: until === null ? null : localDate(until) }
}

function columnsOf(words: Words, placeName: PlaceName): readonly Column<PersonRow>[] {
  const { people } = words
  const roles = (person: PersonRow) => person.grants.map(grant => words.roles[grant.role])
  const choices = Object.entries(words.roles).map(([value, label]) => ({ value, label }))
  return [
    { key: 'name', title: people.name, text: person => person.name },
    {
      key: 'role',
      title: people.role,
      text: person => [...new Set(roles(person))].join('、') || people.noRoles,
      filter: { choices, value: person => person.grants[0]?.role ?? '' },
    },
    {
      key: 'reach',
      title: people.reach,
      text: person => [...new Set(person.grants.map(grant => reachText(grant.scope, words, placeName)))].join('、') || '—',
    },
    { key: 'id', title: people.id, text: person => person.idMasked, sortable: false },
    { key: 'mobile', title: people.mobile, text: person => person.mobileMasked, sortable: false },
    { key: 'birth', title: people.birth, text: person => person.birthDate, hidden: true },
  ]
}
