import type { Instant } from '../../../../kernel/instant.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { prepareAttempt } from '../../../delivery/index.ts'
import { peopleOf } from '../../../identity/index.ts'
import { COMPUTER_ROOM_RULE } from '../../core/hall/check-in.ts'
import type { SeatApplicant, SittingPlan } from '../../core/arrangement/plan-arrangement.ts'
import { insertSeat, setAttempt } from '../../store/seats.ts'
import type { SessionForm, Sitting } from '../../store/sittings.ts'
import { insertTicket } from '../../store/tickets.ts'

/** A seat to be written: where, who, what is played. */
export type SeatTask = { readonly sitting: Sitting; readonly place: SittingPlan['places'][number]; readonly ticketNumber: string }

/**
 * Writes seats and prepares their attempts. A seat that stands already is left alone, so that a run cut off in the middle is
 * taken up where it stopped.
 */
export async function writeSeats(tx: Tx, ctx: Ctx, tasks: readonly SeatTask[], forms: readonly SessionForm[]): Promise<void> {
  const people = await peopleOf(
    tx,
    tasks.map(t => t.place.applicant.personId),
  )
  for (const { sitting, place, ticketNumber } of tasks) {
    const { applicationId, personId } = place.applicant
    const form = theoryForm(place.form)
    const { sittingId, sessionId, level, paper } = sitting
    const { roomId, roomNumber, seatNumber: seatNo, row: gridRow, column: gridColumn } = place
    const at = { roomId, roomNumber, seatNo, gridRow, gridColumn }
    const seat = { sittingId, applicationId, personId, sessionId, level, paper, ticketNumber, ...at, form, attemptId: '' }
    if (!(await insertSeat(tx, seat, ctx.now))) continue
    const packageId = forms.find(f => f.level === level && f.form === (form ?? 'P'))?.packageId
    if (packageId === undefined) throw new Error(`no form ${form ?? 'P'} of ${level}`)
    const prepared = await prepareAttempt(tx, ctx, {
      sittingId,
      candidateRef: personId,
      packageId,
      ticketNumber,
      maskedName: maskedName(people.get(personId)?.name ?? ''),
      roomLabel: sitting.rooms.find(room => room.roomId === roomId)?.name ?? `第${roomNumber}考场`,
      seatLabel: String(seatNo),
      rules: { opensAt: sitting.startsAt, lateLimitMinutes: COMPUTER_ROOM_RULE.lateMinutesAfter },
    })
    if (!prepared.ok) throw new Error(`attempt of seat ${roomNumber}/${seatNo} in ${sittingId}: ${prepared.refusal.code}`)
    await setAttempt(tx, { sittingId, applicationId, attemptId: prepared.value.attemptId })
  }
}

function theoryForm(form: string): 'A' | 'B' | null {
  return form === 'A' || form === 'B' ? form : null
}

export type TicketTask = {
  readonly applicant: SeatApplicant
  readonly ticketNumber: string
  readonly sittings: readonly string[]
  readonly sessionId: string
}

/** Writes admission tickets; those that stand already stay. */
export async function writeTickets(tx: Tx, now: Instant, tasks: readonly TicketTask[]): Promise<void> {
  for (const { applicant, ticketNumber, sittings, sessionId } of tasks) {
    const { personId, applicationId, level, siteCode } = applicant
    await insertTicket(tx, { personId, sessionId, applicationId, level, ticketNumber, siteCode, sittings }, now)
  }
}

/** All but the first character hidden: 陈*, 阿***. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(rest.length, 3))
}
