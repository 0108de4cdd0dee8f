import { atClock } from '../../../../kernel/instant.ts'
import { type LocalDate, localDate, plusDays } from '../../../../kernel/local-date.ts'
import { draftSession, publishSession, readCalendar } from '../../../../modules/exam/contract.ts'
import { listInstitutions, showInstitution } from '../../../../modules/institution/contract.ts'
import { listRounds } from '../../../../modules/registration/contract.ts'
import { type SeasonWorld, moveClock } from '../driving/season-world.ts'
import { type FreeMonth, type SiteSeats, bestMonths, freeMonths, sitesOn } from '../planning/choose-session.ts'

/** The session of the season, open for applications. */
export type OpenSession = {
  readonly sessionId: string
  readonly code: string
  readonly day: LocalDate
  readonly closesOn: LocalDate
  readonly levels: readonly string[]
  /** the day on which eligibility is judged */
  readonly referenceDate: LocalDate
  /** the sites that take part */
  readonly sites: readonly SiteSeats[]
}

const SCHEME = 'demonstration'
const YEARS = [2026, 2025] // the years whose levels and holidays the seed country knows
const DAYS_AFTER_OPENING = 10

/**
 * The national centre names a session in the free month with most seats and publishes it; the clock then stands some days
 * after registration opened. `wish` names another month.
 */
export async function openSession(world: SeasonWorld, wish?: Pick<FreeMonth, 'nominal' | 'levels'>): Promise<OpenSession> {
  const { caller } = world
  const national = await world.staff.one('national-officer')
  const all = await assessmentSites(world)
  const { nominal, levels } = wish ?? (await chooseMonth(world, all))
  const drafted = await caller.must(national, draftSession, { body: { scheme: SCHEME, nominal, levels: [...levels] } })
  const day = localDate(drafted.day)
  await moveClock(world, atClock(plusDays(day, -100), '09:00'))
  const { sessionId, code, opensOn, closesOn } = await caller.must(national, publishSession, {
    params: { sessionId: drafted.sessionId },
    body: {},
  })
  if (opensOn === null || closesOn === null) throw new Error('a published session has a registration window')
  await moveClock(world, atClock(plusDays(localDate(opensOn), DAYS_AFTER_OPENING), '09:00'))
  const { rounds } = await caller.must(national, listRounds, {})
  const round = rounds.find(r => r.roundId === sessionId)
  if (round?.standing !== 'open') throw new Error(`考次${code}公布后报名未开始。(the round of the session is not open)`)
  const sites = sitesOn(all, day).filter(site => round.sites.some(s => s.code === site.code))
  return {
    sessionId,
    code,
    day,
    closesOn: localDate(closesOn),
    levels: round.levels.map(l => l.code),
    referenceDate: localDate(round.referenceDate),
    sites,
  }
}

async function chooseMonth(world: SeasonWorld, sites: readonly SiteSeats[]): Promise<FreeMonth> {
  const [best] = bestMonths(await readFreeMonths(world), sites)
  if (best === undefined)
    throw new Error(`${YEARS.join('、')}年的考次都已建立，请在新的数据目录上运行。(every session of these years exists already)`)
  return best
}

/** The months in which the calendar still has room for a session. */
export async function readFreeMonths({ caller, staff }: SeasonWorld): Promise<FreeMonth[]> {
  const months: FreeMonth[] = []
  for (const year of YEARS) {
    const { entries, levels } = await caller.must(await staff.one('national-officer'), readCalendar, { query: { scheme: SCHEME, year } })
    months.push(
      ...freeMonths(
        entries,
        levels.map(l => l.code).filter(code => ['L4', 'L3'].includes(code)),
      ),
    )
  }
  return months
}

/** Assessment institutions with their rooms. */
export async function assessmentSites({ caller, staff }: SeasonWorld): Promise<SiteSeats[]> {
  const national = await staff.one('national-officer')
  const { institutions } = await caller.must(national, listInstitutions, { query: {} })
  const sites: SiteSeats[] = []
  for (const { code, province } of institutions) {
    const { authorisations, roomGrids } = await caller.must(national, showInstitution, { params: { institution: code } })
    const authorised = authorisations.filter(a => a.state === 'granted' && a.scopes.includes('assessment'))
    if (authorised.length > 0 && roomGrids.length > 0) sites.push({ code, province, rooms: roomGrids.map(r => r.capacity), authorised })
  }
  return sites
}
