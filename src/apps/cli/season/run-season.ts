import { type SeasonWorld, type Track, told } from './driving/season-world.ts'
import { type Deserved, deservedState, wrongResults } from './reckoning/judge-results.ts'
import { type WaveOutcome, mergeArrows, mergeCounts } from './reckoning/merge-waves.ts'
import { rankCorrelation } from './reckoning/rank-correlation.ts'
import type { SeasonReport } from './report/season-report.ts'
import { type LivedCounts, countRows } from './season-counts.ts'
import { type PracticalDay, practicalDay, theoryDay } from './sitting/exam-day.ts'
import { apply, correct } from './steps/apply.ts'
import { arrange, fetchTickets } from './steps/arrange.ts'
import { allResults, award, serverFunnel } from './steps/award.ts'
import { gatherPeople } from './steps/gather-people.ts'
import { lookUp, readOwnResults, verifyChains } from './steps/look-up.ts'
import { markPracticals } from './steps/mark.ts'
import { type OpenSession, assessmentSites, openSession, readFreeMonths } from './steps/open-session.ts'
import { type Wave, planWaves } from './planning/plan-waves.ts'
import { register } from './steps/register.ts'
import { review } from './steps/review.ts'

/** Lets so many synthetic people live through a whole season. Throws SeasonFault where the centre refuses what must succeed. */
export async function runSeason(world: SeasonWorld, candidates: number): Promise<SeasonReport> {
  const began = performance.now()
  const waves = planWaves({ candidates, seed: world.seed, months: await readFreeMonths(world), sites: await assessmentSites(world) })
  if (waves === null) throw new Error(`示范国家尚空的考次坐不下${candidates}人中的合格考生，请减少--candidates或换新的数据目录。(too few seats in all free sessions)`)
  const outcomes: WaveOutcome[] = []
  for (const wave of waves) outcomes.push(await runSession({ ...world, seed: wave.seed }, wave))
  const auditEntries = await verifyChains(world)
  const { requests, waitedSeconds } = world.caller.counts()
  return {
    seed: world.seed,
    candidates,
    sessionCode: outcomes.map(o => o.sessionCode).join('、'),
    counts: mergeCounts(outcomes.map(o => o.counts)),
    arrows: mergeArrows(outcomes.map(o => o.arrows)),
    rankCorrelation: correlations(outcomes.flatMap(o => o.marks)),
    stages: world.progress.ended(),
    seconds: (performance.now() - began) / 1000,
    requests,
    waitedSeconds,
    auditEntries,
    serverMemory: null,
    surprises: world.surprises,
  }
}

/** One session from the calendar to the certificates. */
async function runSession(world: SeasonWorld, { month, candidates }: Wave): Promise<WaveOutcome> {
  const session = await staged(world, '公布考次', 0, () => openSession(world, month), s => `考次${s.code}，考试日${s.day}，报名至${s.closesOn}`)
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
  const checked = await check(world, session, tracks, deserved, { registered, applied, reviewed, seated, tickets, theory, practical, marked, awarded })
  const marks = deserved.flatMap(({ ability, theory: t, practical: p }) => (t === null || p === null ? [] : [{ ability, theory: t, practical: p }]))
  return { sessionCode: session.code, ...checked, marks }
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
  const counts = countRows(tracks, lived, funnel, deserved.filter(d => deservedState(d) === 'passed').length)
  world.progress.end(`公众查询${looked.found}次查到、${looked.refused}次拒绝，${read}名考生查看成绩`)
  return { arrows: funnel.arrows, counts }
}

/** What each seated candidate must get, from what their own machine and their assessor recorded. */
function deservedBy(tracks: readonly Track[]): Deserved[] {
  return tracks.flatMap(track => {
    const { ticketNumber, theory, practical, person } = track
    if (ticketNumber === null) return []
    return [{ who: told(track), ticketNumber, ability: person.ability, theory: theory?.deserved ?? null, practical: practical?.present ? practical.mark : null }]
  })
}

function correlations(marks: WaveOutcome['marks']): SeasonReport['rankCorrelation'] {
  const against = (value: (m: WaveOutcome['marks'][number]) => number) => rankCorrelation(marks.map(m => m.ability), marks.map(value))
  return { theory: against(m => m.theory), practical: against(m => m.practical), both: against(m => m.theory + m.practical), candidates: marks.length }
}
