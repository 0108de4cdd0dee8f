import { instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type SeasonWorld, type Track, moveClock } from '../driving/season-world.ts'
import type { OpenSession } from '../steps/open-session.ts'
import { type Hall, closeHalls, hallsOf, letIn, seatsOfHalls } from './halls.ts'
import { type Practising, handInPractical, workInWorlds } from './sit-practical.ts'
import { type Answering, answerPapers, collectReceipts, handInPapers } from './sit-theory.ts'

export type TheoryDay = Answering & {
  readonly admitted: number
  readonly handedInThemselves: number
  readonly collected: number
  readonly absent: number
}

const ENTRY_BEFORE = 25 // minutes before the start at which the doors are open
const HAND_IN_AFTER = 45
const CLOSED_AFTER_END = 12 // saves on their way are taken for ten minutes

/** The theory paper: doors, machines, responses, hand-in, closing. */
export async function theoryDay(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]): Promise<TheoryDay> {
  const { progress } = world
  const halls = await hallsOf(world, session, 'theory')
  await moveClock(world, plusMinutes(startOf(halls), -ENTRY_BEFORE))
  const seats = await seatsOfHalls(world, halls)
  progress.begin('理论：核验入场', seats.length)
  const codes = await letIn(world, seats, tracks, t => t.attends !== 'nothing')
  progress.end(`入场${codes.size}人`)
  await moveClock(world, plusMinutes(startOf(halls), 1))
  progress.begin('理论：作答', codes.size)
  const answering = await answerPapers(world, tracks, codes)
  progress.end(`开考${answering.started}人，确认保存${answering.acknowledged}条`)
  await moveClock(world, plusMinutes(startOf(halls), HAND_IN_AFTER))
  progress.begin('理论：交卷', answering.started)
  const handedInThemselves = await handInPapers(world, tracks)
  await moveClock(world, plusMinutes(endOf(halls), CLOSED_AFTER_END))
  const closed = await closeHalls(world, halls)
  const collected = await collectReceipts(world, tracks)
  progress.end(`本人交卷${handedInThemselves}人，统一收卷${collected}人，缺考${closed.absent}人`)
  return { ...answering, admitted: codes.size, handedInThemselves, collected, absent: closed.absent }
}

export type PracticalDay = {
  readonly admitted: number
  /** worked in the laboratory, and were admitted without a machine */ readonly practising: Practising
  readonly absent: number
  /** by application, for the assessors' scripts */ readonly places: ReadonlyMap<string, string>
}

/**
 * The practical paper: doors, work in the laboratory where the level has a form for it, closing. A paper without a form is worked on in the
 * hall and marked by assessors as a whole.
 */
export async function practicalDay(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]): Promise<PracticalDay> {
  const { progress } = world
  const halls = await hallsOf(world, session, 'skill')
  await moveClock(world, plusMinutes(startOf(halls), -10))
  const seats = await seatsOfHalls(world, halls)
  progress.begin('操作技能：入场', seats.length)
  const codes = await letIn(world, seats, tracks, t => t.attends === 'both')
  for (const track of tracks) {
    const id = track.application?.applicationId
    if (id !== undefined && seats.some(s => s.applicationId === id))
      track.practical = { present: codes.has(id), mark: null, work: null, attempt: null }
  }
  progress.end(`入场${codes.size}人`)
  await moveClock(world, plusMinutes(startOf(halls), 1))
  progress.begin('操作技能：操作、收卷', [...codes.values()].filter(code => code !== null).length)
  const practising = await workInWorlds(world, tracks, codes)
  await moveClock(world, plusMinutes(startOf(halls), HAND_IN_AFTER))
  const handedIn = await handInPractical(world, tracks)
  await moveClock(world, plusMinutes(endOf(halls), CLOSED_AFTER_END))
  const { absent } = await closeHalls(world, halls)
  progress.end(`上机${practising.papers}人，操作${practising.steps}步，本人交卷${handedIn}人，缺考${absent}人`)
  return {
    admitted: codes.size,
    practising,
    absent,
    places: new Map(seats.map(s => [placeKey(s.hall.sitting.sittingId, s.roomName, String(s.seatNo)), s.applicationId])),
  }
}

/** How a script's seat is named in the list of the chief assessor. */
export function placeKey(sittingId: string, roomLabel: string, seatLabel: string): string {
  return `${sittingId}|${roomLabel}|${seatLabel}`
}

function startOf(halls: readonly Hall[]) {
  return instant(Math.min(...halls.map(h => h.sitting.startsAt)))
}

function endOf(halls: readonly Hall[]) {
  return instant(Math.max(...halls.map(h => h.sitting.endsAt)))
}
