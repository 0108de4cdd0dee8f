import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { atClock, dayOf, type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { localDate, plusDays } from '../../../../kernel/local-date.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type Attempt, endsAt, type SittingId } from '../../../delivery/contract.ts'
import { attemptsOfSitting, lastSaves } from '../../../delivery/index.ts'
import { peopleOf } from '../../../identity/index.ts'
import type { HallRoomView, listSittings, showHall, WallSeat } from '../../contract.ts'
import { keepsHall, watchesHall } from '../../core/policy.ts'
import { COMPUTER_ROOM_RULE } from '../../core/hall/check-in.ts'
import { SKILL_STAFF, staffNeeded, THEORY_STAFF } from '../../core/hall/hall-staff.ts'
import { wallState } from '../../core/hall/seat-state.ts'
import {
  type AllocatedSeat,
  type CheckInFact,
  checkInsOfSitting,
  handoversOfSitting,
  seatCounts,
  seatsOfSitting,
} from '../../store/seats.ts'
import { findSession } from '../../store/sessions.ts'
import { type Sitting, visibleSittings } from '../../store/sittings.ts'
import { sittingView } from '../sessions/session-views.ts'
import { watchedSitting } from './hall-access.ts'

/** The sittings of a day within reach. */
export async function listSittingsAction(
  tx: Tx,
  { query }: { readonly query: QueryOf<typeof listSittings> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listSittings>>> {
  const day = query.day === undefined ? dayOf(ctx.now) : localDate(query.day)
  const span = { from: atClock(day, '00:00'), until: atClock(plusDays(day, 1), '00:00') }
  const seen = (await visibleSittings(tx, span)).filter(sitting => watchesHall(ctx.actor, sitting))
  const shown = seen.slice(0, query.most)
  const counts = await seatCounts(
    tx,
    shown.map(s => s.sittingId),
  )
  const sessions = new Map<string, string>()
  for (const id of new Set(shown.map(s => s.sessionId))) sessions.set(id, (await findSession(tx, id))?.editionId ?? '')
  const views = shown.flatMap(sitting => {
    const count = counts.get(sitting.sittingId)
    return count ? [sittingView(sitting, sessions.get(sitting.sessionId) ?? '', count)] : []
  })
  return ok({ day, now: ctx.now, total: seen.length, sittings: views })
}

/** The seats of a sitting as they stand: the door and the machine told as one state. */
export async function showHallAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof showHall> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showHall>>> {
  const found = await watchedSitting(tx, ctx, params.sittingId)
  if (!found.ok) return found
  const sitting = found.value
  const seats = await seatsOfSitting(tx, sitting.sittingId)
  const counts = await seatCounts(tx, [sitting.sittingId])
  const count = counts.get(sitting.sittingId)
  const session = await findSession(tx, sitting.sessionId)
  if (!count || !session) throw new Error(`sitting ${sitting.sittingId} without session`)
  const { entryMinutesBefore, lateMinutesAfter, absentMinutesAfter } = COMPUTER_ROOM_RULE
  return ok({
    sitting: sittingView(sitting, session.editionId, count),
    now: ctx.now,
    entryFrom: plusMinutes(sitting.startsAt, -entryMinutesBefore),
    lateUntil: plusMinutes(sitting.startsAt, lateMinutesAfter),
    absentFrom: plusMinutes(sitting.startsAt, absentMinutesAfter),
    keeps: keepsHall(ctx.actor, sitting),
    rooms: await roomsOf(tx, sitting, seats),
    handovers: await handoversOfSitting(tx, sitting.sittingId),
  })
}

async function roomsOf(tx: Tx, sitting: Sitting, seats: readonly AllocatedSeat[]): Promise<HallRoomView[]> {
  const tell = await seatTeller(tx, sitting, seats)
  const byPlace = new Map(seats.map(seat => [`${seat.roomId} ${seat.seatNo}`, seat]))
  return sitting.rooms.map(({ roomId, number, name, rows, columns, seats: grid }) => {
    const taken = seats.filter(s => s.roomId === roomId).length
    return {
      roomId,
      number,
      name,
      rows,
      columns,
      staffNeeded: staffNeeded(taken, sitting.paper === 'theory' ? THEORY_STAFF : SKILL_STAFF),
      seats: grid.map(({ seatNo, row, column }) => ({ seatNo, row, column, ...tell(byPlace.get(`${roomId} ${seatNo}`)) })),
    }
  })
}

type SeatTold = Omit<WallSeat, 'seatNo' | 'row' | 'column'>

/** How a seat of the sitting is told: who sits there, what the door knows of it, and what the machine does. */
async function seatTeller(tx: Tx, sitting: Sitting, seats: readonly AllocatedSeat[]): Promise<(seat?: AllocatedSeat) => SeatTold> {
  const sittingId = sitting.sittingId as SittingId
  const people = await peopleOf(
    tx,
    seats.map(s => s.personId),
  )
  const attempts = new Map<string, Attempt>((await attemptsOfSitting(tx, sittingId)).map(a => [a.attemptId, a]))
  const saves: ReadonlyMap<string, Instant> = await lastSaves(tx, sittingId)
  const arrivals = new Map(
    (await checkInsOfSitting(tx, sittingId)).filter(c => c.kind === 'first').map((c): [string, CheckInFact] => [c.applicationId, c]),
  )
  return seat => {
    if (!seat) return EMPTY
    const { applicationId, ticketNumber, form, attemptId } = seat
    const person = people.get(seat.personId)
    const arrival = arrivals.get(applicationId)
    return {
      applicationId,
      ticketNumber,
      form,
      name: person?.name ?? '',
      idMasked: person?.idMasked ?? '',
      ...machine(seat, attempts.get(attemptId)),
      minutesLate: arrival?.minutesLate ?? 0,
      checkedInAt: arrival?.at ?? null,
      savedAt: saves.get(attemptId) ?? null,
    }
  }
}

const EMPTY = {
  state: 'empty',
  applicationId: null,
  name: '',
  idMasked: '',
  ticketNumber: '',
  form: null,
  minutesLate: 0,
  endsAt: null,
  entries: 0,
  checkedInAt: null,
  savedAt: null,
} as const

function machine(seat: AllocatedSeat, attempt: Attempt | undefined): Pick<WallSeat, 'state' | 'endsAt' | 'entries'> {
  const ends = attempt?.state === 'running' ? endsAt(attempt, attempt.startedAt) : null
  return { state: wallState(seat.state, attempt?.state ?? null), endsAt: ends, entries: attempt?.epoch ?? 0 }
}
