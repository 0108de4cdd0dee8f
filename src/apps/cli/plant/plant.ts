import { setTimeout as pause } from 'node:timers/promises'
import process from 'node:process'
import { atClock } from '../../../kernel/instant.ts'
import { openCaller } from '../season/driving/caller.ts'
import { type SeasonWorld, moveClock } from '../season/driving/season-world.ts'
import { openProgress } from '../season/report/progress.ts'
import { openWorld } from '../season/season.ts'
import { leaveBlueprints } from './blueprints.ts'
import { liveFinishedSession } from './finished-session.ts'
import { leaveOpenRound } from './open-round.ts'
import { offerPersonas } from './personas.ts'
import { leaveSessionOfToday, openSessionOfToday } from './session-of-today.ts'

const USAGE = '用法 usage: zhiheng plant --address http://主机:端口'
/** Where the clock of the seed country stands when it is handed over: ten minutes before the theory papers begin. */
const HANDED_OVER_AT = '08:20'

/**
 * `zhiheng plant`: lets people of the seed country live through a finished session, a session today and a round that is open,
 * so that somebody stands in every state. Everything goes over HTTP, in the order of the calendar.
 */
export async function plant(words: readonly string[]): Promise<number> {
  const [flag, address] = words
  if (flag !== '--address' || address === undefined || words.length !== 2) {
    console.error(USAGE)
    return 2
  }
  const world = (seed: string) => worldOf(seed, address)
  const finished = await world('country-finished')
  const past = await liveFinishedSession(finished, async () => openSessionOfToday(await world('country-today')))
  const open = await leaveOpenRound(await world('country-open'))
  const today = await leaveSessionOfToday(past.between)
  await moveClock(finished, atClock(today.session.day, HANDED_OVER_AT))
  await leaveBlueprints(finished)
  await offerPersonas(finished, { past: past.tracks, today: today.tracks, open })
  return 0
}

async function worldOf(seed: string, address: string): Promise<SeasonWorld> {
  const progress = openProgress(process.stderr, () => performance.now())
  return { ...(await openWorld({ seed }, address, progress)), caller: openCaller(ms => pause(ms)) }
}
