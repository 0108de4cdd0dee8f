import { setTimeout as pause } from 'node:timers/promises'
import {
  type ResultRowView,
  decideOnPublication,
  decideSessionResults,
  issueSessionCertificates,
  listResults,
  proposeToPublish,
} from '../../../../modules/award/contract.ts'
import { type ReportArrow, readReport } from '../../../../modules/statistics/contract.ts'
import type { SeasonWorld } from '../driving/season-world.ts'
import type { OpenSession } from './open-session.ts'

export type Awarded = {
  readonly passed: number
  readonly failed: number
  readonly absent: number
  readonly voided: number
  readonly certificates: number
}

const LOOK_EVERY_MS = 300
const PATIENCE_MS = 90_000

/** Decides once every score is there, publishes under four eyes, issues the certificates. */
export async function award(world: SeasonWorld, { sessionId }: OpenSession): Promise<Awarded> {
  const { caller } = world
  const [first, second] = await world.staff.holding('national-officer')
  if (first === undefined || second === undefined)
    throw new Error('四眼公布需要两名国家中心人员。(publication needs two national officers)')
  const params = { sessionId }
  const counts = await decideWhenScored(world, sessionId)
  const { publicationId } = await caller.must(first, proposeToPublish, { params })
  const alone = await caller.ask(first, decideOnPublication, { params: { sessionId, publicationId }, body: { approve: true } })
  if (alone.ok || alone.refusal.code !== 'same-person') world.surprises.push('提出公布的人可以自己审批')
  await caller.must(second, decideOnPublication, { params: { sessionId, publicationId }, body: { approve: true } })
  const { passed, failed, absent, voided } = counts
  return { passed, failed, absent, voided, certificates: await issueAll(world, sessionId) }
}

/** Machine scores arrive by jobs; results are decided again until none is open. */
async function decideWhenScored(world: SeasonWorld, sessionId: string) {
  const national = await world.staff.one('national-officer')
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_EVERY_MS)) {
    const { counts } = await world.caller.must(national, decideSessionResults, { params: { sessionId } })
    if (counts.pending === 0) return counts
    if (performance.now() > until) throw new Error(`仍有${counts.pending}人的成绩未确认。(results are still open)`)
  }
}

/** Orders the issue until nothing remains; the centre issues on its own as well, so the register tells how many there are. */
async function issueAll(world: SeasonWorld, sessionId: string): Promise<number> {
  const national = await world.staff.one('national-officer')
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_EVERY_MS)) {
    const { issued, remaining } = await world.caller.must(national, issueSessionCertificates, { params: { sessionId } })
    world.progress.step(issued)
    if (remaining === 0) break
    if (issued === 0 && performance.now() > until) throw new Error(`还有${remaining}份证书未能签发。(certificates were not issued)`)
  }
  const { certified } = await world.caller.must(national, listResults, { params: { sessionId }, query: { most: 1 } })
  return certified
}

/** Every row of the results table. */
export async function allResults({ caller, staff }: SeasonWorld, sessionId: string): Promise<ResultRowView[]> {
  const national = await staff.one('national-officer')
  const rows: ResultRowView[] = []
  for (;;) {
    const page = await caller.must(national, listResults, { params: { sessionId }, query: { most: 500, skip: rows.length } })
    rows.push(...page.results)
    if (page.results.length === 0 || rows.length >= page.total) return rows
  }
}

export type Funnel = {
  readonly stages: Readonly<Record<string, number>>
  readonly arrows: readonly ReportArrow[]
  readonly clauses: Readonly<Record<string, number>>
  readonly reconciled: boolean
}

/** The funnel as the server counts it from its own tables. */
export async function serverFunnel({ caller, staff }: SeasonWorld, sessionId: string): Promise<Funnel> {
  const report = await caller.must(await staff.one('national-officer'), readReport, {
    params: { reportId: 'season-funnel' },
    query: { sessionId },
  })
  const rows = report.tables.find(t => t.id === 'clauses')?.rows ?? []
  const clauses = Object.fromEntries(rows.flatMap(([, clause, count]) => (typeof count === 'number' ? [[String(clause), count]] : [])))
  return {
    stages: Object.fromEntries(report.stages.map(s => [s.id, s.count])),
    arrows: report.arrows,
    clauses,
    reconciled: report.reconciled,
  }
}
