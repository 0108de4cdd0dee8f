import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { leaveSessionOfToday, openSessionOfToday } from '../../../src/apps/cli/plant/session-of-today.ts'
import { openCaller } from '../../../src/apps/cli/season/driving/caller.ts'
import { type SeasonWorld, type Track, moveClock } from '../../../src/apps/cli/season/driving/season-world.ts'
import { peopleOf } from '../../../src/apps/cli/season/people/people.ts'
import { type EndedStage, openProgress } from '../../../src/apps/cli/season/report/progress.ts'
import { openWorld } from '../../../src/apps/cli/season/season.ts'
import { handInPractical, workInWorlds } from '../../../src/apps/cli/season/sitting/sit-practical.ts'
import { atClock } from '../../../src/kernel/instant.ts'
import { localDate } from '../../../src/kernel/local-date.ts'
import { checkIn, listOwnTickets, listSittings, showHall } from '../../../src/modules/exam/contract.ts'
import { signInAsPersona } from '../../../src/modules/identity/contract.ts'
import { type Client, openClient } from '../../../src/platform/http/client.ts'

/** Lets the seed country live through its season, so that there is a persona in every state. */
export async function liveSeason(address: string): Promise<void> {
  const cli = fileURLToPath(new URL('../../../src/apps/cli/main.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'plant', '--address', address], { stdio: ['ignore', 'ignore', 'pipe'] })
  let told = ''
  child.stderr.on('data', (part: Buffer) => (told += part.toString()))
  const code = await new Promise(ended => child.once('exit', ended))
  if (code !== 0) throw new Error(`the season was not planted:\n${told}`)
}

/** Lets only the session of today come to its morning: seats allocated, packages sealed, sites that have reported. */
export async function liveToday(address: string): Promise<{ readonly sessionId: string; readonly stages: readonly EndedStage[] }> {
  const silent = openProgress({ write: () => undefined }, () => performance.now())
  const world = { ...(await openWorld({ seed: 'country-today' }, address, silent)), caller: openCaller(ms => pause(ms)) }
  const { session } = await leaveSessionOfToday(await openSessionOfToday(world))
  await moveClock(world, atClock(session.day, '08:20'))
  return { sessionId: session.sessionId, stages: silent.ended() }
}

/** Lets a persona of today's session through the door; answers with what opens the exam client. */
export async function admit(address: string, persona: string): Promise<{ readonly ticketNumber: string; readonly entryCode: string }> {
  const own = await clientOf(address, persona)
  const { tickets } = must(await own.call(listOwnTickets, {}))
  const ticketNumber = tickets[0]?.ticketNumber ?? ''
  for (const site of ['91012001', '91003002', '92012001']) {
    const keeper = await clientOf(address, `invigilator-${site}`)
    for (const sitting of must(await keeper.call(listSittings, { query: {} })).sittings.filter(s => s.paper === 'theory')) {
      const params = { sittingId: sitting.sittingId }
      const seats = must(await keeper.call(showHall, { params })).rooms.flatMap(room => room.seats)
      const applicationId = seats.find(seat => seat.ticketNumber === ticketNumber)?.applicationId
      if (!applicationId) continue
      const body = { applicationId, document: 'resident-id-card' as const, ticketShown: true, identityMatches: true }
      return { ticketNumber, entryCode: must(await keeper.call(checkIn, { params, body })).entryCode ?? '' }
    }
  }
  throw new Error(`${persona} has no seat today`)
}

/** Somebody at a machine of the practical paper, who knows how every task is solved. */
export type Practising = { readonly world: SeasonWorld; readonly track: Track }

const SOMEBODY = 'story'

/** Enters the practical paper and works through it over HTTP, every step saved and carried out. */
export async function workThrough(address: string, ticketNumber: string, entryCode: string): Promise<Practising> {
  const silent = openProgress({ write: () => undefined }, () => performance.now())
  const world = { ...(await openWorld({ seed: SOMEBODY }, address, silent)), caller: openCaller(ms => pause(ms)) }
  const [person] = peopleOf({ count: 1, seed: SOMEBODY, on: localDate('2026-12-01'), levels: ['L4'] })
  if (person === undefined) throw new Error('nobody was made')
  const track: Track = {
    person: { ...person, ability: 9 },
    client: openClient(address),
    siteCode: '',
    province: '',
    attends: 'both',
    handsIn: true,
    application: { applicationId: SOMEBODY, personId: SOMEBODY },
    standing: 'approved',
    approvedClause: null,
    ticketNumber,
    theory: null,
    practical: null,
  }
  await workInWorlds(world, [track], new Map([[SOMEBODY, entryCode]]))
  return { world, track }
}

/** Hands the practical paper in; answers with the number of tasks that were worked on. */
export async function handInWork({ world, track }: Practising): Promise<number> {
  await handInPractical(world, [track])
  if (world.surprises.length > 0) throw new Error(world.surprises.join('\n'))
  return track.practical?.work?.length ?? 0
}

async function clientOf(address: string, persona: string): Promise<Client> {
  const client = openClient(address)
  must(await client.call(signInAsPersona, { body: { persona } }))
  return client
}

function must<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: { readonly zh: string } }): T {
  if (answer.ok) return answer.value
  throw new Error(answer.refusal.zh)
}
