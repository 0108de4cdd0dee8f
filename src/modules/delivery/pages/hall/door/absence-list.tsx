import { Button } from 'antd'
import { useState } from 'react'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import type { Told } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { markAbsentAtHall } from '../../../contract.ts'
import { newActId } from '../desk/act-id.ts'
import { mayDo, useHall, useNow } from '../desk/hall.ts'
import type { Seat } from '../wall/seat-face.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { placeKey } from '../wall/wall-state.ts'
import { doorPhase } from './door-phase.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Who has not come. From the time of the rule on they are marked absent, one by one or all together. */
export function AbsenceList() {
  const words = useWords(zh, en)
  const { sitting, me } = useHall()
  const { state } = useWall()
  const { mayMarkAbsent } = doorPhase(sitting, useNow(1_000))
  const missing = state.seats.filter(seat => seat.state === 'expected')
  const marking = useMarking()
  const allowed = mayMarkAbsent && mayDo(me, 'mark-absent') && marking.done === null
  return (
    <section className="h-absences" aria-label={fill(words.missing, { n: missing.length })}>
      <header>
        <h2>{fill(words.missing, { n: missing.length })}</h2>
        {marking.done !== null ? (
          <span role="status">{fill(words.marking, { done: marking.done, all: marking.all })}</span>
        ) : mayMarkAbsent ? (
          missing.length > 1 && (
            <Button danger disabled={!allowed} onClick={() => void marking.markAll(missing)}>
              {fill(words.markAll, { n: missing.length })}
            </Button>
          )
        ) : (
          <span className="z-note">{fill(words.markFrom, { time: clockOf(instant(sitting.absentFrom)) })}</span>
        )}
      </header>
      <RefusalNote refusal={marking.refusal} />
      {missing.length === 0 ? (
        <EmptyState what={words.missingNone} how={words.missingNoneHow} />
      ) : (
        <div className="h-absences-scroll">
          <MissingTable missing={missing} onMark={allowed ? seat => void marking.markAll([seat]) : null} />
        </div>
      )}
    </section>
  )
}

function MissingTable({ missing, onMark }: { readonly missing: readonly Seat[]; readonly onMark: ((seat: Seat) => void) | null }) {
  const words = useWords(zh, en)
  return (
    <table className="h-table">
      <thead>
        <tr>
          <th scope="col">{words.columns.seat}</th>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.ticket}</th>
          {onMark && (
            <th scope="col">
              <span className="z-unseen">{words.mark}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {missing.map(seat => (
          <tr key={placeKey(seat)}>
            <td>
              <strong>{seat.seatLabel}</strong> <span className="z-note">{seat.roomLabel}</span>
            </td>
            <td>{seat.maskedName}</td>
            <td className="h-ticket">{seat.ticketNumber}</td>
            {onMark && (
              <td>
                <Button size="small" aria-label={`${words.mark} ${seat.seatLabel}`} onClick={() => onMark(seat)}>
                  {words.mark}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Marks one after the other and stops at the first refusal, which is told. */
function useMarking() {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const { act } = useAct(markAbsentAtHall)
  const [done, setDone] = useState<number | null>(null)
  const [all, setAll] = useState(0)
  const [refusal, setRefusal] = useState<Told | null>(null)
  const markAll = async (seats: readonly Seat[]) => {
    setRefusal(null)
    setAll(seats.length)
    for (const [at, seat] of seats.entries()) {
      setDone(at)
      const candidateRef = seat.candidateRef ?? ''
      const reply = await act({ params: { sittingId: sitting.sittingId }, body: { actId: newActId(), candidateRef } })
      if (!reply.ok) {
        setRefusal(reply.refusal)
        break
      }
      notice(fill(words.marked, { name: `${seat.seatLabel} ${seat.maskedName}` }))
    }
    setDone(null)
  }
  return { done, all, refusal, markAll }
}
