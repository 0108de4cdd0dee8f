import { whoAmI } from '../../identity/contract.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { Facts } from '../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import type { Column } from '../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../ui/components/table/work-table.tsx'
import { showDate } from '../../../ui/format.ts'
import { provinceName } from '../../../ui/place-names.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../ui/words.ts'
import { INSTITUTION_KINDS, type InstitutionView, listInstitutions, showInstitution, STANDINGS } from '../contract.ts'
import { AuthorisationList, standingTones } from './authorisation-list.tsx'
import { SeatGrid } from './seat-grid.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const columns = { zh: columnsIn('zh'), en: columnsIn('en') }
const panels = { zh: panelIn('zh'), en: panelIn('en') }

/** 机构与考场: who may do what, until when, and where. */
export function InstitutionsPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(listInstitutions, { query: {} })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const troubled = read.data?.institutions.filter(i => i.standing !== 'in-force').length ?? 0
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} waiting={troubled > 0 ? fill(words.expiring, { n: troubled }) : undefined} />
      <WorkTable
        name={words.title}
        rows={read.data?.institutions}
        columns={columns[language]}
        keyOf={row => row.code}
        searchHint={words.hint}
        empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
        panel={panels[language]}
      />
    </>
  )
}

function columnsIn(language: Language): readonly Column<InstitutionView>[] {
  const words = { zh, en }[language]
  const titles = words.columns
  const standings = STANDINGS.map(value => ({ value, label: words.standings[value] }))
  return [
    { key: 'name', title: titles.name, text: row => row.name },
    { key: 'code', title: titles.code, text: row => row.code },
    { key: 'province', title: titles.province, text: row => provinceName(row.province, language) ?? row.province },
    { key: 'kind', title: titles.kind, text: row => INSTITUTION_KINDS[row.kind][language] },
    { key: 'rooms', title: titles.rooms, text: row => row.rooms, number: true },
    { key: 'seats', title: titles.seats, text: row => row.seats, number: true },
    {
      key: 'standing',
      title: titles.standing,
      text: row => words.standings[row.standing],
      show: row => <StateWord tone={standingTones[row.standing]}>{words.standings[row.standing]}</StateWord>,
      filter: { choices: standings, value: row => row.standing },
    },
  ]
}

function panelIn(language: Language): (row: InstitutionView) => RowPanel {
  const words = { zh, en }[language].standings
  return row => ({
    title: row.name,
    state: <StateWord tone={standingTones[row.standing]}>{words[row.standing]}</StateWord>,
    body: <InstitutionDetail row={row} />,
  })
}

function InstitutionDetail({ row }: { readonly row: InstitutionView }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(showInstitution, { params: { institution: row.code } })
  const who = useRead(whoAmI, {})
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const facts = [
    { label: words.facts.code, value: row.code },
    { label: words.facts.kind, value: INSTITUTION_KINDS[row.kind][language] },
    { label: words.facts.address, value: row.address || '—' },
    { label: words.facts.seats, value: String(row.seats) },
  ]
  const supervises = who.data?.grants.some(grant => ['national-officer', 'provincial-officer'].includes(grant.role)) ?? false
  return (
    <>
      <Sheet>
        <Facts facts={facts} columns={2} />
      </Sheet>
      {read.isPending ? (
        <WaitingSkeleton lines={6} />
      ) : (
        <>
          <Sheet title={words.authorisations}>
            <AuthorisationList
              institution={row.code}
              authorisations={read.data.authorisations}
              today={read.data.today}
              supervises={supervises}
            />
          </Sheet>
          <Sheet title={words.rooms}>
            {read.data.roomGrids.length === 0 ? (
              <p>{words.noRoom}</p>
            ) : (
              <div className="z-rooms">
                {read.data.roomGrids.map(room => (
                  <SeatGrid key={room.roomId} room={room} />
                ))}
              </div>
            )}
          </Sheet>
          <Sheet title={words.appointments}>
            <AppointmentFacts appointments={read.data.appointments} />
          </Sheet>
        </>
      )}
    </>
  )
}

type AppointmentRow = {
  readonly appointmentId: string
  readonly name: string
  readonly duty: keyof typeof zh.duties
  readonly from: string
  readonly until: string | null
  readonly holds: boolean
}

function AppointmentFacts({ appointments }: { readonly appointments: readonly AppointmentRow[] }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  if (appointments.length === 0) return <p>{words.noAppointment}</p>
  const day = (text: string) => showDate(localDate(text), language)
  const span = ({ from, until }: AppointmentRow) =>
    until === null ? fill(words.until.open, { from: day(from) }) : fill(words.until.closed, { from: day(from), until: day(until) })
  return (
    <ul className="z-stack">
      {appointments.map(appointment => (
        <li key={appointment.appointmentId} className="z-authorisation-head">
          <span>
            <strong>{appointment.name}</strong> {words.duties[appointment.duty]}
          </span>
          <span className="z-note">{appointment.holds ? span(appointment) : `${span(appointment)} · ${words.over}`}</span>
        </li>
      ))}
    </ul>
  )
}
