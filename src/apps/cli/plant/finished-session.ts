import { practicalDay, theoryDay } from '../season/sitting/exam-day.ts'
import { apply, correct } from '../season/steps/apply.ts'
import { arrange, fetchTickets } from '../season/steps/arrange.ts'
import { award } from '../season/steps/award.ts'
import { gatherPeople } from '../season/steps/gather-people.ts'
import { markPracticals } from '../season/steps/mark.ts'
import { openSession } from '../season/steps/open-session.ts'
import { register } from '../season/steps/register.ts'
import { review } from '../season/steps/review.ts'
import type { SeasonWorld, Track } from '../season/driving/season-world.ts'

const PEOPLE = 26

/** A session from the calendar to the certificates. `between` runs while its registration is over and its exam has not come. */
export async function liveFinishedSession<T>(
  world: SeasonWorld,
  between: () => Promise<T>,
): Promise<{ readonly tracks: readonly Track[]; readonly between: T }> {
  const session = await openSession(world, { nominal: '2026-10', levels: ['L4', 'L3'] })
  const tracks = gatherPeople(world, session, PEOPLE)
  await register(world, tracks)
  await apply(world, session, tracks)
  await review(world, session, tracks)
  await correct(world, tracks)
  await review(world, session, tracks)
  const living = await between()
  await arrange(world, session)
  await fetchTickets(world, session, tracks)
  await theoryDay(world, session, tracks)
  await markPracticals(world, await practicalDay(world, session, tracks), tracks)
  await award(world, session)
  return { tracks, between: living }
}
