import { localDate } from '../../../../kernel/local-date.ts'
import { peopleOf } from '../people/people.ts'
import { type FreeMonth, type SiteSeats, bestMonths, shareRooms, sitesOn } from './choose-session.ts'
import { demandOf } from '../steps/gather-people.ts'

/** One session of the season and how many people apply for it. */
export type Wave = { readonly month: FreeMonth; readonly candidates: number; readonly seed: string }

/**
 * Shares the candidates among as few sessions as seat them all, in the order of the calendar; a single session keeps the seed
 * as it is. Null when all free months together have too few seats.
 */
export function planWaves(order: {
  readonly candidates: number
  readonly seed: string
  readonly months: readonly FreeMonth[]
  readonly sites: readonly SiteSeats[]
}): Wave[] | null {
  const { candidates, seed, sites } = order
  const months = bestMonths(order.months, sites)
  for (let waves = 1; waves <= Math.min(months.length, candidates); waves++) {
    const chosen = months.slice(0, waves).toSorted((a, b) => (a.day < b.day ? -1 : 1))
    const plan = chosen.map((month, i): Wave => {
      const share = Math.floor(candidates / waves) + (i < candidates % waves ? 1 : 0)
      return { month, candidates: share, seed: waves === 1 ? seed : `${seed}/${i + 1}` }
    })
    if (plan.every(wave => hasSeats(wave, sites))) return plan
  }
  return null
}

/** How many of each level there are depends on the seed alone, not on the day. */
function hasSeats({ month, candidates, seed }: Wave, sites: readonly SiteSeats[]): boolean {
  const { levels, day } = month
  const people = peopleOf({ count: candidates, seed, on: localDate('2026-06-15'), levels })
  return shareRooms(sitesOn(sites, day), demandOf(people, levels)) !== null
}
