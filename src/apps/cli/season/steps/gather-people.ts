import { diceOf, roll } from '../../../../kernel/dice.ts'
import { openClient } from '../../../../platform/http/client.ts'
import type { SeasonWorld, Track } from '../driving/season-world.ts'
import { isSeated } from '../people/plan.ts'
import { type SyntheticPerson, peopleOf } from '../people/people.ts'
import { type SeatQuota, type SiteSeats, shareRooms, takeSeat } from '../planning/choose-session.ts'
import type { OpenSession } from './open-session.ts'

/** How rooms are shared between levels; null when they do not suffice. */
export type Share = (sites: readonly SiteSeats[], demand: Readonly<Record<string, number>>) => readonly SeatQuota[] | null

/** Makes the people of the season and gives everybody a site; throws when the sites have too few seats for them. */
export function gatherPeople(world: SeasonWorld, session: OpenSession, count: number, share: Share = shareRooms): Track[] {
  const people = peopleOf({ count, seed: world.seed, on: session.referenceDate, levels: session.levels }, world.taken)
  const demand = demandOf(people, session.levels)
  const quotas = share(session.sites, demand) ?? shareRooms(session.sites, demand)
  if (quotas === null) throw new Error(tooFewSeats(session, people.filter(p => isSeated(p.plan)).length))
  const dice = diceOf(`habits|${world.seed}`)
  return people.map(person => {
    const siteCode = isSeated(person.plan)
      ? takeSeat(quotas, person.level)
      : (session.sites[person.index % session.sites.length]?.code ?? '')
    return trackOf(world.address, person, { siteCode, attendance: roll(dice, 100), patience: roll(dice, 100) })
  })
}

/** How many of each level will need a seat. */
export function demandOf(people: readonly SyntheticPerson[], levels: readonly string[]): Record<string, number> {
  const seated = people.filter(p => isSeated(p.plan))
  return Object.fromEntries(levels.map(level => [level, seated.filter(p => p.level === level).length]))
}

type Habits = { readonly siteCode: string; readonly attendance: number; readonly patience: number }

/** Three in a hundred stay away, two leave after the theory paper, six work until the bell. */
function trackOf(address: string, person: SyntheticPerson, { siteCode, attendance, patience }: Habits): Track {
  return {
    person,
    client: openClient(address),
    siteCode,
    province: siteCode.slice(0, 2),
    attends: attendance < 3 ? 'nothing' : attendance < 5 ? 'theory-only' : 'both',
    handsIn: patience >= 6,
    application: null,
    standing: 'registered',
    approvedClause: null,
    ticketNumber: null,
    theory: null,
    practical: null,
  }
}

function tooFewSeats({ code, sites }: OpenSession, needed: number): string {
  const seats = sites.flatMap(s => s.rooms).reduce((a, b) => a + b, 0)
  return `考次${code}的考点共有${seats}个座位，按等级分开后坐不下预计的${needed}名合格考生。请减少--candidates。(too few seats for so many candidates)`
}
