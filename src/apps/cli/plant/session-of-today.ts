import { atClock } from '../../../kernel/instant.ts'
import { type SeasonWorld, type Track, moveClock } from '../season/driving/season-world.ts'
import { hallsOf, letIn, seatsOfHalls } from '../season/sitting/halls.ts'
import { apply, correct } from '../season/steps/apply.ts'
import { spreadRooms } from '../season/planning/choose-session.ts'
import { arrange, fetchTickets } from '../season/steps/arrange.ts'
import { gatherPeople } from '../season/steps/gather-people.ts'
import { reportFromSites, sealForSites } from './seal-session.ts'
import { type OpenSession, openSession } from '../season/steps/open-session.ts'
import { register } from '../season/steps/register.ts'
import { review } from '../season/steps/review.ts'

const PEOPLE = 34
const ALREADY_IN = 9
const DOORS = '08:12'

/** The session on whose morning the seed country is handed over. */
export type Today = { readonly world: SeasonWorld; readonly session: OpenSession; readonly tracks: readonly Track[] }

/** Opens the session and takes its applications up to the decisions of the registrars. */
export async function openSessionOfToday(world: SeasonWorld): Promise<Today> {
  const session = await openSession(world, { nominal: '2026-12', levels: ['L4', 'L3'] })
  const tracks = gatherPeople(world, session, PEOPLE, spreadRooms)
  await register(world, tracks)
  await apply(world, session, tracks)
  await review(world, session, tracks)
  await correct(world, tracks)
  await review(world, session, tracks)
  return { world, session, tracks }
}

/** Seats everybody, and lets the first few through the doors on the morning itself. */
export async function leaveSessionOfToday({ world, session, tracks }: Today): Promise<Today> {
  await arrange(world, session)
  await fetchTickets(world, session, tracks)
  const sites = await sealForSites(world, session)
  await moveClock(world, atClock(session.day, DOORS))
  await reportFromSites(world, session, sites)
  const early = new Set(tracks.filter(t => t.standing === 'approved').slice(0, ALREADY_IN))
  await letIn(world, await seatsOfHalls(world, await hallsOf(world, session, 'theory')), tracks, track => early.has(track))
  return { world, session, tracks: tracks.filter(t => !early.has(t)) }
}
