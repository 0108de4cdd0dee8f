import type { SeasonWorld, Track } from './driving/season-world.ts'
import { told } from './driving/season-world.ts'
import { type Deserved, deservedState, wrongResults } from './report/judge-results.ts'
import { rankCorrelation } from './report/rank-correlation.ts'
import type { SeasonReport } from './report/season-report.ts'
import { type LivedCounts, countRows } from './season-counts.ts'
import { type PracticalDay, practicalDay, theoryDay } from './sitting/exam-day.ts'
import { apply, correct } from './steps/apply.ts'
import { arrange, fetchTickets } from './steps/arrange.ts'
import { allResults, award, serverFunnel } from './steps/award.ts'
import { gatherPeople } from './steps/gather-people.ts'
import { lookUp, readOwnResults, verifyChains } from './steps/look-up.ts'
import { markPracticals } from './steps/mark.ts'
import { type OpenSession, openSession } from './steps/open-session.ts'
import { register } from './steps/register.ts'
import { review } from './steps/review.ts'

/** Lets so many synthetic people live through a whole season. Throws SeasonFault where the centre refuses what must succeed. */
export async function runSeason(world: SeasonWorld, candidates: number): Promise<SeasonReport> {
  const began = performance.now()
  const { progress, surprises, seed } = world
  progress.begin('公布考次', 0)
  const session = await openSession(world)
  progress.end(`考次${session.code}，考试日${session.day}，报名至${session.closesOn}`)
  const tracks = gatherPeople(world, session, candidates)
  const registered = await staged(world, '注册登录', tracks.length, () => register(world, tracks), r => `账号${r.accounts}个`)
  const applied = await staged(world, '申报', tracks.length, () => apply(world, session, tracks), a => `提交${a.submitted}份，条件不符被拒${a.refusedByClause}份`)
  const reviewed = await reviewTwice(world, session, tracks)
  const seated = await staged(world, '编场', 0, () => arrange(world, session), n => `${n}人有座位`)
  const tickets = await staged(world, '准考证', tracks.length, () => fetchTickets(world, session, tracks), n => `${n}张`)
  const theory = await theoryDay(world, session, tracks)
  const practical = await practicalDay(world, session, tracks)
  const marked = await markAll(world, practical, tracks)
  const awarded = await staged(world, '判定、公布、签发', 0, () => award(world, session), a => `合格${a.passed}人，证书${a.certificates}份`)
  const deserved = deservedBy(tracks)
  const { arrows, counts, auditEntries } = await check(world, session, tracks, deserved, { registered, applied, reviewed, seated, tickets, theory, practical, marked, awarded })
  const { requests, waitedSeconds } = world.caller.counts()
  const seconds = (performance.now() - began) / 1000
  return { seed, candidates, sessionCode: session.code, counts, arrows, rankCorrelation: correlations(deserved), stages: progress.ended(), seconds, requests, waitedSeconds, auditEntries, serverMemory: null, surprises }
}

async function staged<T>({ progress }: SeasonWorld, stage: string, steps: number, run: () => Promise<T>, outcome: (value: T) => string): Promise<T> {
  progress.begin(stage, steps)
  const value = await run()
  progress.end(outcome(value))
  return value
}

/** The registrars decide, people correct what was returned, the registrars decide again. */
async function reviewTwice(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]) {
  const waiting = tracks.filter(t => t.standing === 'submitted').length
  return staged(
    world,
    '资格审查',
    waiting,
    async () => {
      const first = await review(world, session, tracks)
      const corrected = await correct(world, tracks)
      const second = await review(world, session, tracks)
      return { approved: first.approved + second.approved, returned: first.returned + second.returned - corrected, rejected: first.rejected + second.rejected, corrected }
    },
    r => `通过${r.approved}份，退回未补${r.returned}份，补正${r.corrected}份，不通过${r.rejected}份`,
  )
}

async function markAll(world: SeasonWorld, practical: PracticalDay, tracks: readonly Track[]): Promise<number> {
  return staged(world, '操作技能评分', practical.admitted, () => markPracticals(world, practical, tracks), n => `${n}份`)
}

async function check(world: SeasonWorld, session: OpenSession, tracks: readonly Track[], deserved: readonly Deserved[], lived: LivedCounts) {
  world.progress.begin('核对、查询', 0)
  const results = await allResults(world, session.sessionId)
  world.surprises.push(...wrongResults(deserved, results))
  const looked = await lookUp(world, results)
  const read = await readOwnResults(world, session, tracks, results)
  const funnel = await serverFunnel(world, session.sessionId)
  const auditEntries = await verifyChains(world)
  const counts = countRows(tracks, lived, funnel, deserved.filter(d => deservedState(d) === 'passed').length)
  world.progress.end(`公众查询${looked.found}次查到、${looked.refused}次拒绝，${read}名考生查看成绩，审计链完好`)
  return { arrows: funnel.arrows, counts, auditEntries }
}

/** What each seated candidate must get, from what their own machine and their assessor recorded. */
function deservedBy(tracks: readonly Track[]): Deserved[] {
  return tracks.flatMap(track => {
    const { ticketNumber, theory, practical, person } = track
    if (ticketNumber === null) return []
    return [{ who: told(track), ticketNumber, ability: person.ability, theory: theory?.deserved ?? null, practical: practical?.present ? practical.mark : null }]
  })
}

function correlations(deserved: readonly Deserved[]): SeasonReport['rankCorrelation'] {
  const both = deserved.filter(d => d.theory !== null && d.practical !== null)
  const against = (value: (d: Deserved) => number) => rankCorrelation(both.map(d => d.ability), both.map(value))
  return {
    theory: against(d => d.theory ?? 0),
    practical: against(d => d.practical ?? 0),
    both: against(d => (d.theory ?? 0) + (d.practical ?? 0)),
    candidates: both.length,
  }
}
