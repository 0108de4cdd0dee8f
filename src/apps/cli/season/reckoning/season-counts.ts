import type { Track } from '../driving/season-world.ts'
import { type PlanKind, isSeated } from '../people/plan.ts'
import { type CountRow, countsBy, rowsByKey } from './reconcile.ts'
import type { PracticalDay, TheoryDay } from '../sitting/exam-day.ts'
import type { Applied } from '../steps/apply.ts'
import type { Awarded, Funnel } from '../steps/award.ts'
import type { Registered } from '../steps/register.ts'
import type { Reviewed } from '../steps/review.ts'

/** What the people of the season counted themselves. */
export type LivedCounts = {
  readonly registered: Registered
  readonly applied: Applied
  readonly reviewed: Reviewed & { readonly corrected: number }
  /** as the national centre read it after the arrangement */
  readonly seated: number
  readonly tickets: number
  readonly theory: TheoryDay
  readonly practical: PracticalDay
  readonly marked: number
  readonly awarded: Awarded
}

/** Every arrow of the season from three sides; `deservedPasses` counts who must pass by their own marks. */
export function countRows(tracks: readonly Track[], lived: LivedCounts, funnel: Funnel, deservedPasses: number): CountRow[] {
  return [...applicationRows(tracks, lived, funnel), ...hallRows(tracks, lived, funnel), ...resultRows(lived, funnel, deservedPasses)]
}

const row = (name: string, planned: number | null, lived: number | null, server: number | null): CountRow => ({
  name,
  planned,
  lived,
  server,
})
const planned = (tracks: readonly Track[], ...kinds: readonly PlanKind[]) => tracks.filter(t => kinds.includes(t.person.plan.kind)).length
const twice = (tracks: readonly Track[], what: string) => tracks.filter(t => t.person.twice === what).length

function applicationRows(
  tracks: readonly Track[],
  { registered, applied, reviewed }: LivedCounts,
  { stages, arrows, clauses }: Funnel,
): CountRow[] {
  const part = (en: string) => arrows.find(a => a.to === 'approved')?.parts.find(p => p.name.en === en)?.count ?? null
  const seated = tracks.filter(t => isSeated(t.person.plan))
  return [
    row('注册', tracks.length, registered.accounts, null),
    row('重复注册被拒', twice(tracks, 'account'), registered.secondAccountsRefused, null),
    row('重复申报被拒', twice(tracks, 'application'), applied.secondApplicationsRefused, null),
    row('伪装文件被拒', planned(tracks, 'disguised'), applied.filesRefused, null),
    row('条件不符被拒', planned(tracks, 'short'), applied.refusedByClause, null),
    row('申报', tracks.length - planned(tracks, 'short'), applied.submitted, stages['applied'] ?? null),
    row('退回未补正', planned(tracks, 'disguised'), reviewed.returned, part('returned')),
    row('审核不通过', planned(tracks, 'contradicted'), reviewed.rejected, part('rejected')),
    row('审核通过', seated.length, reviewed.approved, stages['approved'] ?? null),
    ...rowsByKey(
      clause => `  依据${clause}`,
      countsBy(seated, t => t.person.plan.clauseId),
      countsBy(tracks, t => t.approvedClause),
      clauses,
    ),
  ]
}

function hallRows(tracks: readonly Track[], { seated, tickets, theory, practical }: LivedCounts, { stages }: Funnel): CountRow[] {
  const known = tracks.filter(t => t.ticketNumber !== null)
  const attending = (...kinds: readonly string[]) => known.filter(t => kinds.includes(t.attends)).length
  const theoryPlanned = attending('both', 'theory-only')
  const practicalPlanned = attending('both')
  return [
    row('编场', tracks.filter(t => isSeated(t.person.plan)).length, tickets, stages['seated'] ?? seated),
    row('座位（两科）', 2 * known.length, theory.admitted + theory.absent + practical.admitted + practical.absent, stages['seats'] ?? null),
    row('理论开考', theoryPlanned, theory.started, null),
    row('操作技能入场', practicalPlanned, practical.admitted, null),
    row('实验操作步数', practical.practising.steps, practical.practising.carriedOut, null),
    row('开考（两科）', theoryPlanned + practicalPlanned, theory.started + practical.admitted, stages['started'] ?? null),
    row('确认保存的事件', theory.events, theory.acknowledged, null),
    row('确认保存的作答', theory.responses, theory.responsesAcknowledged, stages['responses'] ?? null),
    row('回执中的已答题数', theory.answered, answeredByReceipts(known), null),
    row(
      '交卷（两科）',
      theoryPlanned + practicalPlanned,
      theory.handedInThemselves + theory.collected + practical.admitted,
      stages['ended'] ?? null,
    ),
  ]
}

/** Receipts were compared one by one as they came; here only answers with a receipt count. */
function answeredByReceipts(tracks: readonly Track[]): number {
  return tracks.reduce((sum, { theory }) => sum + (theory !== null && theory.receiptCode !== null ? theory.answered : 0), 0)
}

function resultRows({ theory, marked, awarded, practical }: LivedCounts, { stages }: Funnel, deservedPasses: number): CountRow[] {
  return [
    row(
      '评分（两科）',
      theory.started + practical.admitted,
      theory.handedInThemselves + theory.collected + marked,
      stages['scored'] ?? null,
    ),
    row('合格', deservedPasses, awarded.passed, stages['passed'] ?? null),
    row('证书', deservedPasses, awarded.certificates, stages['certified'] ?? null),
  ]
}
