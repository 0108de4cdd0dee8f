import { fill, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, readPending, swapSeat } from '../../../contract.ts'
import type { IncidentReason } from '../../../core/hall/reasons.ts'
import { ActForm, ReasonFields } from '../desk/act-form.tsx'
import { useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import type { Seat } from '../wall/seat-face.ts'
import { placeKey } from '../wall/wall-state.ts'
import { seatsToMoveTo } from './acts.ts'
import type { Code } from './big-code.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Everything an act of the drawer needs. `onCode` where a code comes of it. */
export type SeatFormProps = {
  readonly seat: Seat
  readonly candidateRef: string
  readonly seats: readonly Seat[]
  readonly onDone: () => void
  readonly onCode: (code: Code) => void
  readonly onCancel: () => void
}

/** Moves a person to another machine: the spare ones of the own room stand first, so that Enter mostly suffices. */
export function SwapForm({ seat, candidateRef, seats, onCode, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const free = seatsToMoveTo(seats, seat)
  const form = useHallAct(swapSeat, {
    draft: `swap ${candidateRef}`,
    fresh: () => ({ to: '', reason: 'machine-broken' as IncidentReason, note: '' }),
    refresh: [readPending],
  })
  const { actId, to, reason, note } = form.values
  const target = free.find(one => placeKey(one) === to) ?? free[0]
  const swap = async () => {
    if (!target) return
    const { roomLabel, seatLabel } = target
    const reply = await form.send({
      params: { sittingId: sitting.sittingId },
      body: { actId, candidateRef, roomLabel, seatLabel, reason, note },
    })
    if (reply.ok) onCode(reply.value)
  }
  return (
    <ActForm
      title={words.acts.swap}
      what={words.swap.what}
      submit={target ? fill(words.swap.submit, { room: target.roomLabel, seat: target.seatLabel }) : words.swap.pick}
      busy={form.busy}
      disabled={!target}
      refusal={form.refusal}
      onSubmit={() => void swap()}
      onCancel={onCancel}
    >
      <FreeSeats free={free} chosen={target} from={seat} onChoose={one => form.change({ to: placeKey(one) })} />
      <ReasonFields reasons={INCIDENT_REASONS} reason={reason} note={note} onChange={form.change} />
    </ActForm>
  )
}

type FreeProps = {
  readonly free: readonly Seat[]
  readonly chosen: Seat | undefined
  readonly from: Seat
  readonly onChoose: (seat: Seat) => void
}

function FreeSeats({ free, chosen, from, onChoose }: FreeProps) {
  const words = useWords(zh, en).swap
  if (free.length === 0) return <p className="h-warn">{words.none}</p>
  return (
    <fieldset className="h-chips h-free-seats" data-first>
      <legend>{words.to}</legend>
      <div>
        {free.map(one => (
          <label key={placeKey(one)} className="h-chip">
            <input type="radio" name="seat-to" checked={one === chosen} onChange={() => onChoose(one)} />
            <span>
              {one.roomLabel !== from.roomLabel && `${one.roomLabel} `}
              <strong>{one.seatLabel}</strong>
              {one.spare && ` ${words.spare}`}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
