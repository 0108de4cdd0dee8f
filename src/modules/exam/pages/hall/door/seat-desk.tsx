import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { Facts } from '../../../../../ui/components/facts/facts.tsx'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { save } from '../../../../../ui/components/table/table-export.tsx'
import { fetchFile, type Told } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { listSittings, markAbsent, printTicket, showHall } from '../../../contract.ts'
import type { Hall } from '../../answers.ts'
import { groupedTicket } from '../../grouped-ticket.ts'
import { seatTones, type TakenSeat } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { type Admission, CheckInForm } from './check-in-form.tsx'
import { AdmittedNote, IssueCode } from './entry-code.tsx'
import './door.css'

export type SeatDeskProps = {
  readonly hall: Hall
  readonly seat: TakenSeat
  readonly now: number
  /** The name and state stand elsewhere already. */
  readonly headless?: boolean
  readonly onNext?: () => void
}

/** One candidate at the door or on the wall: who it is, what the clock says, and what may be done. */
export function SeatDesk({ hall, seat, now, headless = false, onNext }: SeatDeskProps) {
  const words = useWords(zh, en)
  const [admission, setAdmission] = useState<Admission | null>(null)
  const open = hall.keeps && hall.sitting.closedAt === null
  return (
    <div className="z-desk">
      {!headless && (
        <header className="z-desk-head">
          <h2>{seat.name}</h2>
          {seat.state !== 'empty' && <StateWord tone={seatTones[seat.state]}>{words.states[seat.state]}</StateWord>}
        </header>
      )}
      {admission && <AdmittedNote admission={admission} seat={seat} onNext={onNext} />}
      <SeatFacts seat={seat} />
      {hall.sitting.closedAt !== null && <p className="z-note">{words.door.closed}</p>}
      {open && seat.state === 'expected' && !admission && <CheckInForm hall={hall} seat={seat} now={now} onAdmitted={setAdmission} />}
      {open && seat.state === 'expected' && !admission && <Absence hall={hall} seat={seat} now={now} />}
      <div className="z-desk-more">
        {open && hall.sitting.paper === 'theory' && (seat.state === 'checked-in' || seat.state === 'answering') && !admission && (
          <IssueCode hall={hall} seat={seat} onIssued={setAdmission} />
        )}
        <PrintTicket hall={hall} seat={seat} />
      </div>
    </div>
  )
}

function SeatFacts({ seat }: { readonly seat: TakenSeat }) {
  const words = useWords(zh, en)
  const notes = [
    seat.form && fill(words.door.form, { form: seat.form }),
    seat.minutesLate > 0 && fill(words.wall.late, { n: seat.minutesLate }),
    seat.entries > 0 && fill(words.door.entered, { n: seat.entries }),
    seat.endsAt !== null && fill(words.door.endsAt, { clock: clockOf(instant(seat.endsAt)) }),
  ].filter(Boolean)
  const place = fill(words.door.place, { room: seat.room, seat: seat.seatNo })
  return (
    <Facts
      facts={[
        { label: words.door.facts.ticket, value: <span className="z-desk-number">{groupedTicket(seat.ticketNumber)}</span> },
        { label: words.door.facts.id, value: <span className="z-desk-number">{seat.idMasked}</span> },
        { label: words.door.facts.place, value: <strong>{place}</strong>, ...(notes.length > 0 && { note: notes.join(' · ') }) },
      ]}
    />
  )
}

function Absence({ hall, seat, now }: SeatDeskProps) {
  const words = useWords(zh, en).door
  const { act, busy, refusal } = useAct(markAbsent, [showHall, listSittings])
  const absent = async () => {
    const done = await act({ params: { sittingId: hall.sitting.sittingId }, body: { applicationId: seat.applicationId } })
    if (done.ok) notice(fill(words.absentDone, { name: seat.name }), 'ended')
  }
  if (now <= hall.lateUntil) return null
  if (now < hall.absentFrom) return <p className="z-note">{fill(words.absentFrom, { clock: clockOf(instant(hall.absentFrom)) })}</p>
  return (
    <>
      <Popconfirm title={words.absentSure} okText={words.absentYes} cancelText={words.absentNo} icon={null} onConfirm={() => void absent()}>
        <Button danger loading={busy} className="z-desk-absent">
          {words.absent}
        </Button>
      </Popconfirm>
      <RefusalNote refusal={refusal} what={words.absentRefused} />
    </>
  )
}

function PrintTicket({ hall, seat }: Pick<SeatDeskProps, 'hall' | 'seat'>) {
  const words = useWords(zh, en).door
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Told | null>(null)
  const print = async () => {
    setBusy(true)
    const file = await fetchFile(printTicket, { params: { sittingId: hall.sitting.sittingId, applicationId: seat.applicationId } })
    setBusy(false)
    setRefusal(file.ok ? null : file.refusal)
    if (file.ok) save(file.value.name, file.value.blob)
  }
  return (
    <>
      <Button icon={<Icon name="print" size={16} />} loading={busy} onClick={() => void print()}>
        {words.print}
      </Button>
      <RefusalNote refusal={refusal} what={words.printRefused} />
    </>
  )
}
