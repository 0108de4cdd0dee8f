import type { Severity } from '../../../modules/item-bank/contract.ts'
import type { LintReport } from '../../../modules/item-bank/index.ts'

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' }
const TITLES: readonly (readonly [name: keyof LintReport['counts'], title: string])[] = [
  ['level', '等级 levels'],
  ['type', '题型 types'],
  ['difficulty', '难度 difficulty'],
  ['area', '知识范围 areas'],
  ['point', '鉴定点 points'],
]
/** Findings of one kind shown unless all are asked for. */
const SHOWN = 3

/** The report as lines a person reads: faults first, then findings, then counts. */
export function lintLines(report: LintReport, all: boolean): readonly string[] {
  const faults = report.faults.map(fault => `故障 ${fault.file} ${fault.code}：${fault.zh} (${fault.en})`)
  const byCode = [...Map.groupBy(report.findings, finding => finding.code)]
  const findings = byCode.flatMap(([code, found]) => {
    const shown = all || found[0]?.severity === 'error' ? found : found.slice(0, SHOWN)
    const lines = shown.map(f => `${SEVERITY_WORDS[f.severity]} ${code} ${[f.file, f.item, f.place].filter(Boolean).join(' ')}：${f.zh}`)
    return found.length > shown.length ? [...lines, `    ${code} 还有${found.length - shown.length}处 (more, see --all)`] : lines
  })
  const counts = TITLES.flatMap(([name, title]) => [`${title}：`, ...report.counts[name].map(([each, n]) => `  ${each}  ${n}`)])
  const { error, warning, note } = report.severities
  const end = `${report.items}题；故障${report.faults.length}、错误${error}、警告${warning}、提示${note} (items; faults, errors, warnings, notes)`
  return [...counts, ...faults, ...findings, end]
}
