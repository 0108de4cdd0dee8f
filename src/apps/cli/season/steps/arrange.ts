import { setTimeout as pause } from 'node:timers/promises'
import { atClock } from '../../../../kernel/instant.ts'
import { plusDays } from '../../../../kernel/local-date.ts'
import { arrangeSession, closeSession, listOwnTickets, showSession } from '../../../../modules/exam/contract.ts'
import { inParallel } from '../driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld, type Track, moveClock, told } from '../driving/season-world.ts'
import type { OpenSession } from './open-session.ts'

const LOOK_EVERY_MS = 200
const PATIENCE_MS = 120_000 // without any progress

/** After the deadline the national centre closes registration and has the seats allocated; waits until they are. */
export async function arrange(world: SeasonWorld, { sessionId, code, closesOn }: OpenSession): Promise<number> {
  const { caller, progress } = world
  const national = await world.staff.one('national-officer')
  await moveClock(world, atClock(plusDays(closesOn, 1), '09:00'))
  await caller.must(national, closeSession, { params: { sessionId }, body: {} })
  await caller.must(national, arrangeSession, { params: { sessionId }, body: {} })
  for (let done = 0, moved = performance.now(); ; await pause(LOOK_EVERY_MS)) {
    const { arrangement, funnel } = await caller.must(national, showSession, { params: { sessionId } })
    if (arrangement?.state === 'done') return funnel.seated
    const stuck = performance.now() - moved > PATIENCE_MS
    if (stuck || arrangement?.state === 'failed' || arrangement?.state === 'cancelled') {
      throw new Error(`考次${code}编场未完成：${arrangement?.refusal?.zh ?? arrangement?.state ?? '没有开始'}。(seats were not allocated)`)
    }
    if ((arrangement?.done ?? 0) === done) continue
    progress.step((arrangement?.done ?? 0) - done)
    done = arrangement?.done ?? 0
    moved = performance.now()
  }
}

/** Everybody looks for an admission ticket; only who was approved has one. */
export async function fetchTickets(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]): Promise<number> {
  let tickets = 0
  await inParallel(tracks, AT_ONCE, async track => {
    const own = await world.caller.must(track.client, listOwnTickets, {})
    const ticket = own.tickets.find(t => t.sessionId === session.sessionId)
    track.ticketNumber = ticket?.ticketNumber ?? null
    if (ticket) tickets += 1
    if ((ticket !== undefined) !== (track.standing === 'approved'))
      world.surprises.push(`${told(track)}状态为${track.standing}，${ticket ? '却有' : '没有'}准考证`)
    if (ticket && ticket.papers.length !== 2) world.surprises.push(`${told(track)}的准考证上有${ticket.papers.length}个科目`)
    world.progress.step()
  })
  return tickets
}
