import type { ReportArrow } from '../../../../modules/statistics/contract.ts'
import { type CountRow, agrees, differenceText } from '../reckoning/reconcile.ts'
import type { EndedStage } from './progress.ts'
import { table } from './table.ts'

/** Everything a season has to tell. */
export type SeasonReport = {
  readonly seed: string
  readonly candidates: number
  readonly sessionCode: string
  readonly counts: readonly CountRow[]
  /** as the server reconciles itself */
  readonly arrows: readonly ReportArrow[]
  /** Spearman's, of planted ability against marks; null with too few candidates */
  readonly rankCorrelation: {
    readonly theory: number | null
    readonly practical: number | null
    readonly both: number | null
    readonly candidates: number
  }
  readonly stages: readonly EndedStage[]
  readonly seconds: number
  readonly requests: number
  readonly waitedSeconds: number
  readonly auditEntries: number
  /** MiB; null where unknown */
  readonly serverMemory: number | null
  readonly surprises: readonly string[]
}

const LEAST_CORRELATION = 0.8
const ENOUGH_CANDIDATES = 20 // fewer say little about an order
const MOST_SHOWN = 30

/** Everything that is not as it must be; empty for a good season. */
export function faultsOf({ counts, arrows, rankCorrelation, surprises }: SeasonReport): string[] {
  const { candidates, both } = rankCorrelation
  return [
    ...counts.filter(row => !agrees(row)).map(differenceText),
    ...arrows.filter(a => a.verdict === 'fault').map(a => `服务器核对“${a.name.zh}”不平：${a.fromCount}→${a.toCount}，差${a.residual}`),
    ...(candidates >= ENOUGH_CANDIDATES && (both === null || both < LEAST_CORRELATION)
      ? [`能力与成绩的等级相关系数${shown(both)}低于${LEAST_CORRELATION}`]
      : []),
    ...surprises,
  ]
}

/** The report as people read it. */
export function reportLines(report: SeasonReport): string[] {
  const faults = faultsOf(report)
  const hidden = faults.length > MOST_SHOWN ? [`  另有${faults.length - MOST_SHOWN}处`] : []
  return [
    '',
    `考季 ${report.sessionCode}　${report.candidates}人　种子${report.seed}`,
    '',
    ...countTable(report.counts),
    '',
    ...arrowTable(report.arrows),
    '',
    correlationLine(report),
    effortLine(report),
    '',
    ...(faults.length === 0
      ? ['全部对得上。(everything reconciles)']
      : [`有${faults.length}处对不上 (${faults.length} differences)：`, ...faults.slice(0, MOST_SHOWN).map(f => `  ${f}`), ...hidden]),
  ]
}

function countTable(counts: readonly CountRow[]): string[] {
  const cell = (n: number | null) => n ?? '—'
  const columns = [
    { head: '环节', align: 'left' as const },
    { head: '计划', align: 'right' as const },
    { head: '亲历', align: 'right' as const },
    { head: '服务器', align: 'right' as const },
    { head: '', align: 'left' as const },
  ]
  return table(
    columns,
    counts.map(row => [row.name, cell(row.planned), cell(row.lived), cell(row.server), agrees(row) ? '✓' : '✗ 对不上']),
  )
}

function arrowTable(arrows: readonly ReportArrow[]): string[] {
  const columns = [
    { head: '服务器核对', align: 'left' as const },
    { head: '起', align: 'right' as const },
    { head: '止', align: 'right' as const },
    { head: '去向', align: 'left' as const },
    { head: '', align: 'left' as const },
  ]
  const parts = (arrow: ReportArrow) =>
    arrow.parts
      .filter(p => p.count > 0)
      .map(p => `${p.name.zh}${p.count}`)
      .join('，')
  return table(
    columns,
    arrows.map(a => [a.name.zh, a.fromCount, a.toCount, parts(a), a.verdict === 'reconciled' ? '✓' : '✗ 不平']),
  )
}

function correlationLine({ rankCorrelation: { theory, practical, both, candidates } }: SeasonReport): string {
  return `能力与成绩的等级相关（Spearman，${candidates}人）：理论${shown(theory)}，操作技能${shown(practical)}，合计${shown(both)}`
}

function effortLine({ seconds, requests, waitedSeconds, auditEntries, serverMemory }: SeasonReport): string {
  const waited = waitedSeconds > 0 ? `，其中${waitedSeconds}秒等待限流` : ''
  const memory = serverMemory === null ? '' : `，服务器内存峰值${serverMemory} MiB`
  return `用时${seconds.toFixed(1)}秒，请求${requests}次${waited}，审计记录${auditEntries}条${memory}`
}

function shown(n: number | null): string {
  return n === null ? '—' : n.toFixed(3)
}
