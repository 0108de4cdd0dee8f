import { readFileSync, readdirSync } from 'node:fs'
import { keyBook } from '../../../src/apps/cli/season/answering/key-book.ts'
import type { Caller } from '../../../src/apps/cli/season/driving/caller.ts'
import { drawPictures } from '../../../src/apps/cli/season/driving/pictures.ts'
import type { SeasonWorld, Track } from '../../../src/apps/cli/season/driving/season-world.ts'
import { openStaff } from '../../../src/apps/cli/season/driving/staff.ts'
import { openProgress } from '../../../src/apps/cli/season/report/progress.ts'
import { taskBook } from '../../../src/apps/cli/season/practising/task-book.ts'
import { practicalDay, theoryDay } from '../../../src/apps/cli/season/sitting/exam-day.ts'
import { apply, correct } from '../../../src/apps/cli/season/steps/apply.ts'
import { arrange, fetchTickets } from '../../../src/apps/cli/season/steps/arrange.ts'
import { allResults, award } from '../../../src/apps/cli/season/steps/award.ts'
import { gatherPeople } from '../../../src/apps/cli/season/steps/gather-people.ts'
import { readOwnResults, verifyChains } from '../../../src/apps/cli/season/steps/look-up.ts'
import { markPracticals } from '../../../src/apps/cli/season/steps/mark.ts'
import { type OpenSession, openSession } from '../../../src/apps/cli/season/steps/open-session.ts'
import { register } from '../../../src/apps/cli/season/steps/register.ts'
import { review } from '../../../src/apps/cli/season/steps/review.ts'
import { readLabFolder } from '../../../src/modules/lab/index.ts'
import { projectFile } from '../../../src/platform/project-file.ts'

/** The two places between which nothing may leak; each has a site of its own. */
export const HERE = { province: '91', site: '91012001' } as const
export const THERE = { province: '92', site: '92012001' } as const

/** A small season: a few people at two sites of two provinces. */
export type SmallSeason = { readonly world: SeasonWorld; readonly session: OpenSession; readonly tracks: readonly Track[] }

export async function openWorld(address: string, caller: Caller): Promise<SeasonWorld> {
  const folder = new URL('../../../data/items/L4/', import.meta.url)
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return {
    address,
    seed: 'isolation',
    caller,
    staff: await openStaff(caller, address),
    tasks: taskBook(readLabFolder(projectFile('data/lab')).tasks.map(each => each.task)),
    book: keyBook(files.map(file => readFileSync(new URL(file, folder), 'utf8'))),
    pictures: await drawPictures('isolation'),
    progress: openProgress({ write: () => true }, () => performance.now()),
    taken: new Set(),
    surprises: [],
  }
}

/** From the calendar to the applications handed in; everybody able, present, and by turns at one site and the other. */
export async function applyEverywhere(world: SeasonWorld, people: number): Promise<SmallSeason> {
  const session = await openSession(world, { nominal: '2026-12', levels: ['L4'] })
  const tracks = gatherPeople(world, session, people).map((track, i): Track => {
    const { site: siteCode, province } = i % 2 === 0 ? HERE : THERE
    return { ...track, siteCode, province, attends: 'both', handsIn: true, person: { ...track.person, ability: 3 } }
  })
  await register(world, tracks)
  await apply(world, session, tracks)
  return { world, session, tracks }
}

export async function reviewAndSeat({ world, session, tracks }: SmallSeason): Promise<void> {
  await review(world, session, tracks)
  await correct(world, tracks)
  await review(world, session, tracks)
  await arrange(world, session)
  await fetchTickets(world, session, tracks)
}

export async function sitAndAward({ world, session, tracks }: SmallSeason): Promise<void> {
  await theoryDay(world, session, tracks)
  const day = await practicalDay(world, session, tracks)
  await markPracticals(world, day, tracks)
  await award(world, session)
  await readOwnResults(world, session, tracks, await allResults(world, session.sessionId))
  await verifyChains(world)
}
