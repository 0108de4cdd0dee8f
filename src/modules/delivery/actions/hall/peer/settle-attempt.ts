import { type Instant, instant } from '../../../../../kernel/instant.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { type Attempt, type Placing, type Progress, hasEnded } from '../../../core/attempt/attempt.ts'
import { fold } from '../../../core/events.ts'
import { isPaused, reaches } from '../../../core/hall/halt.ts'
import { countsWith } from '../../../core/record/late-events.ts'
import { type Standing, reasonOf, standingOfBook } from '../../../core/protocol/pair/standing.ts'
import { lateness } from '../../../core/protocol/server/book.ts'
import { type AttemptPlace, lockAttempt, settleProgress } from '../../../store/attempts.ts'
import { type HeldBook, closingKey, loadBook, sealEntries, writeDerived } from '../../../store/hall/peer/book.ts'
import { noteAbsence } from '../../../store/hall/peer/take.ts'
import { lateDecisionsOf } from '../../../store/hall/late.ts'
import { openHalts } from '../halts.ts'

/**
 * Writes everything that follows from what both servers know of an attempt: state, deadlines, late flags, responses. Two servers that hold
 * the same write the same.
 */
export async function settleAttempt(tx: Tx, place: AttemptPlace): Promise<void> {
  const found = await lockAttempt(tx, place)
  if (!found) return
  const attempt = { ...found, pausedSince: await pausedSince(tx, found) }
  const held = await loadBook(tx, attempt)
  const settled = settledAttempt(attempt, held, standingOfBook(held.book))
  await settleProgress(tx, settled)
  await sealEntries(tx, place, hasEnded(settled) ? settled.endedAt : null)
  if (settled.state === 'closed' && settled.reason === 'absent')
    await noteAbsence(tx, place.sittingId, settled.candidateRef, settled.endedAt)
  await deriveAnew(tx, place, held)
}

/** Since when the clock of an attempt stands still, as the open pauses say. */
async function pausedSince(tx: Tx, attempt: Attempt): Promise<Instant | null> {
  if (hasEnded(attempt)) return null
  const pauses = (await openHalts(tx, attempt.sittingId)).filter(halt => halt.kind === 'pause' && reaches(halt, attempt.roomLabel))
  return isPaused(pauses, attempt.roomLabel) ? instant(Math.min(...pauses.map(halt => halt.fromAt))) : null
}

function settledAttempt(attempt: Attempt, held: HeldBook, standing: Standing): Attempt {
  const creditMinutes = held.minutes.reduce((sum, one) => sum + one.minutes, 0)
  const placing: Placing = { ...attempt, epoch: Math.max(attempt.epoch, standing.epoch), ledger: { ...attempt.ledger, creditMinutes } }
  return { ...placing, ...progressOf(held, standing) }
}

function progressOf(held: HeldBook, { startedAt, startRef, closing }: Standing): Progress {
  if (closing === null) return startedAt === null || startRef === null ? { state: 'ready' } : { state: 'running', startedAt, startRef }
  const receiptCode = held.receipts.get(closingKey(closing)) ?? ''
  const reason = reasonOf(closing.how)
  if (reason === undefined && startedAt !== null)
    return { state: 'handed-in', startedAt, endedAt: closing.endedAt, by: closing.how === 'clock' ? 'clock' : 'candidate', receiptCode }
  return { state: 'closed', startedAt, endedAt: closing.endedAt, reason: reason ?? 'stopped', receiptCode }
}

/** Late flags and responses from the whole set of events. */
async function deriveAnew(tx: Tx, place: AttemptPlace, { book, flagged }: HeldBook): Promise<void> {
  const isLate = lateness(book)
  const counts = countsWith((await lateDecisionsOf(tx, place.sittingId)).filter(one => one.attemptId === place.attemptId))
  const events = [...book.events].map(([key, event]) => {
    const late = isLate(event)
    const { epoch, seq } = event
    return { known: flagged.get(key), event, epoch, seq, late, taken: late && counts(event, late) }
  })
  const flags = events.filter(({ known, late }) => known?.late !== late).map(({ epoch, seq, late }) => ({ epoch, seq, late }))
  const taken = events
    .filter(({ known, taken: now }) => known?.taken !== now)
    .map(({ epoch, seq, taken: now }) => ({ epoch, seq, taken: now }))
  const counted = events.filter(one => !one.late || one.taken).map(one => one.event)
  const { responses, marks, commands } = fold(counted)
  const receipts = new Map(counted.map(event => [`${event.epoch}.${event.seq}`, event.receivedAt]))
  const row = (kind: string) => {
    return ([itemId, folded]: readonly [string, { readonly value: unknown; readonly epoch: number; readonly seq: number }]) => {
      const savedAt = receipts.get(`${folded.epoch}.${folded.seq}`)
      if (savedAt === undefined) throw new Error('a response without its event')
      return { itemId, kind, value: folded.value, epoch: folded.epoch, seq: folded.seq, savedAt }
    }
  }
  const derived = [...[...responses].map(row('respond')), ...[...marks].map(row('mark')), ...[...commands].map(row('command'))]
  await writeDerived(tx, place, { flags, taken, responses: derived })
}
