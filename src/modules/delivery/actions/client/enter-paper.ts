import { timingSafeEqual } from 'node:crypto'
import { type Result, ok, refuse, refuseAndKeep } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { hasEnded } from '../../core/attempt/attempt.ts'
import type { AttemptStateView } from '../../core/views.ts'
import { type OpenDoor, lockOpenDoors, countWrongEntry, setEntryCode } from '../../store/attempts.ts'
import { entryCodeMac } from '../admit-candidate.ts'
import { examClient, openNextEpoch } from '../open-next-epoch.ts'
import { viewState } from './view-state.ts'

/** A code is void after this many wrong tries: five of a million guesses. */
const MOST_TRIES = 5

type Request = { readonly body: { readonly ticketNumber: string; readonly entryCode: string } }

/**
 * Opens the exam client at a machine. Unknown ticket and wrong code read the same, so that nobody can list tickets.
 * Wrong tries are counted although they are refused. Refusals: `entry-refused`, `entry-locked`, `attempt-over`.
 */
export async function enterPaperAction(
  tx: Tx,
  { body }: Request,
  ctx: Ctx,
): Promise<Result<{ readonly token: string; readonly state: AttemptStateView }>> {
  const doors = await lockOpenDoors(tx, body.ticketNumber, ctx.now)
  const macs = await Promise.all(doors.map(one => entryCodeMac(tx, ctx, one.attempt, body.entryCode)))
  const door = doors.find((one, at) => sameMac(one.codeMac, macs[at] ?? ''))
  if (!door) return countWrong(tx, ctx, doors)
  if (hasEnded(door.attempt)) return refuse('attempt-over')
  await setEntryCode(tx, door.attempt, { mac: null, until: null, now: ctx.now })
  const { attempt, token } = await openNextEpoch(tx, ctx, door.attempt)
  const seb = attempt.rules.seb === 'off' ? 'off' : 'unverified'
  return ok({ token, state: await viewState(tx, ctx, { attempt, epoch: attempt.epoch, seb }) })
}

async function countWrong(tx: Tx, ctx: Ctx, doors: readonly OpenDoor[]): Promise<Result<never>> {
  let locked = false
  for (const { attempt, tries } of doors) {
    await countWrongEntry(tx, attempt, MOST_TRIES)
    if (tries + 1 < MOST_TRIES) continue
    locked = true
    await record(
      tx,
      { ...ctx, actor: examClient(attempt.attemptId) },
      { type: 'entry-locked', subject: { kind: 'attempt', id: attempt.attemptId }, facts: { tries: MOST_TRIES, ip: ctx.ip } },
    )
  }
  return locked ? refuseAndKeep('entry-locked', { tries: MOST_TRIES }) : refuseAndKeep('entry-refused')
}

function sameMac(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
