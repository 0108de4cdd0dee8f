import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { running } from '../desk/ago.ts'
import { useHall, useNow } from '../desk/hall.ts'
import { countFaces } from '../wall/seat-face.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { AbsenceList } from './absence-list.tsx'
import { doorPhase, minutesAfterStart } from './door-phase.ts'
import { TicketDesk } from './ticket-desk.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './door.css'

/** The door: one ticket after the other, and who is still missing, under the rule of the programme. */
export function DoorPage() {
  const words = useWords(zh, en)
  return (
    <div className="h-door">
      <h1 className="z-unseen">{words.title}</h1>
      <DoorClock />
      <TicketDesk />
      <AbsenceList />
    </div>
  )
}

function DoorClock() {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const { state } = useWall()
  const now = useNow()
  const { phase, at, next } = doorPhase(sitting, now)
  const counts = countFaces(state.seats)
  const inside = state.seats.filter(seat => seat.candidateRef !== null).length - counts.expected - counts.absent
  const left = { entry: words.leftEarly, start: words.leftOpen, shut: words.leftLate, absence: words.leftShut }
  const late = minutesAfterStart(sitting, sitting.lateUntil)
  const absent = minutesAfterStart(sitting, sitting.absentFrom)
  return (
    <header className={`h-door-clock h-door-${phase}`}>
      <strong>{fill(words.phases[phase], { time: clockOf(instant(at)) })}</strong>
      {next && (
        <span className="h-door-left" role="timer">
          {left[next.what]} <b>{running(next.leftMs)}</b>
        </span>
      )}
      <span>{fill(words.counts, { inside, missing: counts.expected, absent: counts.absent })}</span>
      <span className="z-note">{fill(words.ruleText, { late, absent })}</span>
    </header>
  )
}
