import type { Gate, GatesReport, TaskDocument } from '../../../modules/lab/contract.ts'

/** How many faults of one gate are told; the rest is counted. */
const TOLD = 3

const GATES: readonly (readonly [Gate, string])[] = [
  ['variant', '每个种子都能生成变体'],
  ['reference', '参考解得满分'],
  ['empty', '空卷得零分'],
  ['reset', '重置后参考解仍得同样分数'],
  ['hidden', '考生界面中没有提前出现答案'],
  ['steps', '各变体步数相同'],
]

/** The gates of one task as lines: what was tried, whether it held, and the first faults. */
export function gatesLines(task: TaskDocument, report: GatesReport): string[] {
  const { seeds } = report
  const own = GATES.flatMap(([gate, zh]) => gateLines(report, zh, fault => fault.gate === gate))
  const mistakes = task.mistakes.flatMap(({ name, score }) =>
    gateLines(report, `典型错误“${name}”得 ${scoreText(score)} 分`, fault => fault.gate === 'mistake' && fault.mistake === name),
  )
  const foreign = gateLines(report, `别的变体的解答至多得 20%，最高 ${report.foreign}%`, fault => fault.gate === 'foreign')
  const verdict = report.faults.length === 0 ? '通过，可以发布' : `未通过，共 ${report.faults.length} 处`
  return [`${task.task} ${task.title}：${seeds} 个变体，参考解 ${report.steps} 步`, ...own, ...mistakes, ...foreign, `  结论：${verdict}`]
}

function scoreText(score: number | string): string {
  const text = String(score)
  return text.startsWith('<=') ? `至多 ${text.slice(2)}` : text.startsWith('>=') ? `至少 ${text.slice(2)}` : text
}

function gateLines(report: GatesReport, zh: string, isHere: (fault: GatesReport['faults'][number]) => boolean): string[] {
  const faults = report.faults.filter(isHere)
  const variants = new Set(faults.map(f => f.seed)).size
  if (faults.length === 0) return [`  ✓ ${zh}`]
  const more = faults.length - TOLD
  return [
    `  ✗ ${zh}：${variants} 个变体不符`,
    ...faults.slice(0, TOLD).map(f => `      ${f.seed === '' ? '' : `${f.seed}：`}${f.zh}`),
    ...(more > 0 ? [`      另有 ${more} 处`] : []),
  ]
}

/** One line for a task of a folder. */
export function taskLine(task: TaskDocument, apps: readonly string[] | null): string {
  const marks = task.checks.reduce((sum, check) => sum + marksOf(check), 0)
  return [
    task.task,
    task.title,
    task.kind,
    `${task.minutes} 分钟`,
    `${marks} 分`,
    `${task.checks.length} 个检查项`,
    `${task.mistakes.length} 种典型错误`,
    apps === null ? `缺少情境 ${task.scenario}` : `应用 ${apps.join('、')}`,
  ].join('  ')
}

function marksOf(check: TaskDocument['checks'][number]): number {
  if (check.pts !== undefined) return check.pts
  const parts = (check.of ?? []).map(part => part.pts ?? 0)
  return check.group === 'best' ? Math.max(0, ...parts) : parts.reduce((a, b) => a + b, 0)
}
