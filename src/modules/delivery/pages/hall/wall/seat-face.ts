import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readWall } from '../../../contract.ts'

export type Seat = AnswerOf<typeof readWall>['seats'][number]

/** What a seat looks like on the wall: exactly one face, in the order in which they outrank each other. */
export const FACES = [
  'hand',
  'offline',
  'trouble',
  'paused',
  'working',
  'checked-in',
  'expected',
  'handed-in',
  'ended',
  'absent',
  'broken',
  'free',
] as const
export type Face = (typeof FACES)[number]

/** Something at a seat that somebody should look after. */
export type Trouble = 'battery' | 'unsent' | 'focus'

const BATTERY_LOW_PERCENT = 15
/** A few unsent events are the ordinary second between two saves. */
const UNSENT_MANY = 10
const FOCUS_MANY = 3

const SITS: ReadonlySet<Seat['state']> = new Set(['entered', 'working', 'paused'])

export function troublesOf(seat: Seat): Trouble[] {
  if (!SITS.has(seat.state)) return []
  const found: Trouble[] = []
  if (seat.batteryPercent !== null && seat.batteryPercent <= BATTERY_LOW_PERCENT && seat.charging !== true) found.push('battery')
  if (seat.unsent >= UNSENT_MANY) found.push('unsent')
  if (seat.focusLost >= FOCUS_MANY) found.push('focus')
  return found
}

export function faceOf(seat: Seat): Face {
  switch (seat.state) {
    case 'free':
      return 'free'
    case 'out-of-order':
      return 'broken'
    case 'expected':
    case 'checked-in':
    case 'handed-in':
    case 'absent':
    case 'ended':
      return seat.state
    case 'entered':
    case 'working':
    case 'paused':
      return faceAtWork(seat)
  }
}

/** A room that stands still without power says so as a whole; a raised hand is seen everywhere. */
function faceAtWork(seat: Seat): Face {
  if (seat.helpSince !== null) return 'hand'
  if (seat.state === 'paused') return 'paused'
  if (seat.link === 'silent') return 'offline'
  if (troublesOf(seat).length > 0) return 'trouble'
  return seat.state === 'working' ? 'working' : 'checked-in'
}

/** Does this face ask for somebody to come? */
export function isUrgent(face: Face): boolean {
  return face === 'hand' || face === 'offline' || face === 'trouble'
}

/** How many seats wear each face. */
export function countFaces(seats: readonly Seat[]): Readonly<Record<Face, number>> {
  const counts = Object.fromEntries(FACES.map(face => [face, 0])) as Record<Face, number>
  for (const seat of seats) counts[faceOf(seat)] += 1
  return counts
}

/** Bars of the link, 0 to 3; null where nobody sits. */
export function linkBars(seat: Seat): number | null {
  if (seat.link === 'none') return null
  if (seat.link === 'silent') return 0
  if (seat.link === 'weak') return 1
  return (seat.rttMs ?? 0) <= 100 ? 3 : 2
}
