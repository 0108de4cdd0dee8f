import { type AssemblyProblem, type Finding, sayConstraint, showMillionths, showPercent } from '../../../modules/assembly/contract.ts'
import type { Assembled, AssemblyOutcome } from '../../../modules/assembly/index.ts'

const WAYS: Readonly<Record<Assembled['way'], string>> = {
  'one-program': '单卷求解 one program',
  'plan-and-exchange': '整体规划后交换 plan and exchange',
  'form-by-form': '逐卷求解 form by form',
  'joint-program': '联合求解 jointly',
}
const MOST_IDS = 12

/** The outcome as people read it. */
export function outcomeLines(problem: AssemblyProblem, outcome: AssemblyOutcome): string[] {
  const said = [outcome.certificate.zh, outcome.certificate.en]
  const time = `用时 time        ${outcome.seconds.toFixed(2)} s`
  if (outcome.kind === 'not-found') return ['状态 status      限时内未找到 not found in time', time, ...said]
  if (outcome.kind === 'impossible')
    return [
      `状态 status      约束不能同时满足 impossible`,
      `最小 minimal     ${outcome.minimal ? '已证明 proved' : '未证明 not proved'}`,
      time,
      ...said,
      ...outcome.constraints.flatMap(({ id, said: sentence }) => [`  ${id}  ${sentence.zh}`, `  ${' '.repeat(id.length)}  ${sentence.en}`]),
    ]
  return [...headLines(outcome), time, ...said, '', ...constraintLines(problem, outcome.verdict.findings), '', ...formLines(outcome)]
}

function headLines({ way, verdict, bound, gap }: Assembled): string[] {
  const { objective } = verdict
  return [
    `状态 status      已组成 assembled（${WAYS[way]}）`,
    ...(objective.shape === 'none' ? [] : [`目标 objective   ${showMillionths(objective.value)}`]),
    ...(bound === null
      ? []
      : [`界 bound         ${showMillionths(bound.value)}（${bound.by === 'solver' ? '求解器 solver' : '自行核算 own arithmetic'}）`]),
    ...(gap === null ? [] : [`差 gap           ${showPercent(gap)}`]),
  ]
}

/** One line for each constraint: its sentence and what the forms give, from the least to the most. */
function constraintLines(problem: AssemblyProblem, findings: readonly Finding[]): string[] {
  const byId = Map.groupBy(findings, finding => finding.constraintId)
  return problem.constraints.map(each => {
    const found = byId.get(each.id) ?? []
    const amounts = found.map(finding => finding.amount)
    const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
    const given = found.length === 0 ? '' : low === high ? `实际${short(low)}` : `实际${short(low)}–${short(high)}`
    return `  ${found.every(finding => finding.holds) ? '✓' : '✗'} ${each.id}  ${sayConstraint(problem, each).zh}${given}`
  })
}

function short(amount: number): string {
  return String(Math.round(amount * 10_000) / 10_000)
}

function formLines({ forms, verdict }: Assembled): string[] {
  return forms.map((ids, n) => {
    const terms = (verdict.objective.terms[n] ?? []).map(showMillionths).join(' ')
    return `试卷 form ${n + 1}  ${ids.length}题 items${terms === '' ? '' : `  [${terms}]`}  ${ids.slice(0, MOST_IDS).join(' ')}${ids.length > MOST_IDS ? ' …' : ''}`
  })
}

/** The forms as a table: form, place, item. */
export function formsCsv(forms: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const rows = forms.flatMap((ids, n) => ids.map((id, at) => `${n + 1},${at + 1},${quoted(id)}`))
  return `${['FORM,PLACE,ID', ...rows].join('\n')}\n`
}

/** The outcome as one JSON document; objectives as ordinary numbers. */
export function outcomeJson(outcome: AssemblyOutcome): object {
  if (outcome.kind !== 'assembled') return outcome
  const { verdict, bound, ...rest } = outcome
  const { objective } = verdict
  return {
    ...rest,
    objective: objective.shape === 'none' ? null : objective.value / 1e6,
    terms: objective.terms.map(form => form.map(term => term / 1e6)),
    bound: bound === null ? null : { value: bound.value / 1e6, by: bound.by },
    findings: verdict.findings,
  }
}
