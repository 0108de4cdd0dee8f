import { type PracticalTrack, type SeasonWorld, type Track, told } from './driving/season-world.ts'
import { deservedOf } from './practising/item-work.ts'
import { type Deserved, deservedState, wrongResults } from './reckoning/judge-results.ts'
import { type WaveOutcome, mergeArrows, mergeCounts } from './reckoning/merge-waves.ts'
import { rankCorrelation } from './reckoning/rank-correlation.ts'
import type { SeasonReport } from './report/season-report.ts'
import { type LivedCounts, countRows } from './reckoning/season-counts.ts'
import { practicalDay, theoryDay } from './sitting/exam-day.ts'
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
  if (waves === null)
    throw new Error(
      `示范国家尚空的考次坐不下${candidates}人中的合格考生，请减少--candidates或换新的数据目录。(too few seats in all free sessions)`,
    )
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
  const session = await staged(world, {
    stage: '公布考次',
    steps: 0,
    run: () => openSession(world, month),
    outcome: s => `考次${s.code}，考试日${s.day}，报名至${s.closesOn}`,
  })
  const tracks = gatherPeople(world, session, candidates)
  const before = await applyAndBeSeated(world, session, tracks)
  const theory = await theoryDay(world, session, tracks)
  const practical = await practicalDay(world, session, tracks)
  const marked = await staged(world, {
    stage: '操作技能评分',
    steps: practical.admitted,
    run: () => markPracticals(world, practical, tracks),
    outcome: n => `${n}份`,
  })
  const awarded = await staged(world, {
    stage: '判定、公布、签发',
    steps: 0,
    run: () => award(world, session),
    outcome: a => `合格${a.passed}人，证书${a.certificates}份`,
  })
  const deserved = deservedBy(tracks)
  const checked = await check(world, { session, tracks, deserved }, { ...before, theory, practical, marked, awarded })
  return { sessionCode: session.code, ...checked, marks: deserved.flatMap(marksOf) }
}

type BeforeTheExam = Pick<LivedCounts, 'registered' | 'applied' | 'reviewed' | 'seated' | 'tickets'>

async function applyAndBeSeated(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]): Promise<BeforeTheExam> {
  const steps = tracks.length
  const registered = await staged(world, {
    stage: '注册登录',
    steps,
    run: () => register(world, tracks),
    outcome: r => `账号${r.accounts}个`,
  })
  const applied = await staged(world, {
    stage: '申报',
    steps,
    run: () => apply(world, session, tracks),
    outcome: a => `提交${a.submitted}份，条件不符被拒${a.refusedByClause}份`,
  })
  const reviewed = await reviewTwice(world, session, tracks)
  const seated = await staged(world, { stage: '编场', steps: 0, run: () => arrange(world, session), outcome: n => `${n}人有座位` })
  const tickets = await staged(world, { stage: '准考证', steps, run: () => fetchTickets(world, session, tracks), outcome: n => `${n}张` })
  return { registered, applied, reviewed, seated, tickets }
}

/** The marks of somebody who sat both papers. */
function marksOf({ ability, theory, practical }: Deserved): WaveOutcome['marks'] {
  return theory === null || practical === null ? [] : [{ ability, theory, practical }]
}

type Stage<T> = { readonly stage: string; readonly steps: number; readonly run: () => Promise<T>; readonly outcome: (value: T) => string }

async function staged<T>({ progress }: SeasonWorld, { stage, steps, run, outcome }: Stage<T>): Promise<T> {
  progress.begin(stage, steps)
  const value = await run()
  progress.end(outcome(value))
  return value
}

/** The registrars decide, people correct what was returned, the registrars decide again. */
async function reviewTwice(world: SeasonWorld, session: OpenSession, tracks: readonly Track[]) {
  const decide = async () => {
    const first = await review(world, session, tracks)
    const corrected = await correct(world, tracks)
    const second = await review(world, session, tracks)
    return {
      approved: first.approved + second.approved,
      returned: first.returned + second.returned - corrected,
      rejected: first.rejected + second.rejected,
      corrected,
    }
  }
  const waiting = tracks.filter(t => t.standing === 'submitted').length
  return staged(world, {
    stage: '资格审查',
    steps: waiting,
    run: decide,
    outcome: r => `通过${r.approved}份，退回未补${r.returned}份，补正${r.corrected}份，不通过${r.rejected}份`,
  })
}

type Checked = { readonly session: OpenSession; readonly tracks: readonly Track[]; readonly deserved: readonly Deserved[] }

async function check(
  world: SeasonWorld,
  { session, tracks, deserved }: Checked,
  lived: LivedCounts,
): Promise<Pick<WaveOutcome, 'arrows' | 'counts'>> {
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
    return [
      {
        who: told(track),
        ticketNumber,
        ability: person.ability,
        theory: theory?.deserved ?? null,
        practical: practical?.present ? practicalMark(practical) : null,
      },
    ]
  })
}

/** By the stated scores of what was done in the laboratory, where it was; else what the assessor gave. */
function practicalMark({ work, mark }: PracticalTrack): number | null {
  return work === null ? mark : deservedOf(work)
}

function correlations(marks: WaveOutcome['marks']): SeasonReport['rankCorrelation'] {
  const against = (value: (m: WaveOutcome['marks'][number]) => number) =>
    rankCorrelation(
      marks.map(m => m.ability),
      marks.map(value),
    )
  return {
    theory: against(m => m.theory),
    practical: against(m => m.practical),
    both: against(m => m.theory + m.practical),
    candidates: marks.length,
  }
}
