import { type Result, ok } from '../../../kernel/result.ts'
import type { Goal } from '../../../modules/assembly/contract.ts'

/** What is to be assembled, from which files. */
export type AssembleArguments = {
  readonly items: string
  readonly constraints: string
  readonly stimuli: string | null
  readonly parameters: string | null
  readonly forms: number
  readonly goal: Goal
  /** most shared items of two forms, as a count or in percent */
  readonly overlap: { readonly most: number; readonly percent: boolean } | null
  readonly seconds: number
  readonly gap: number
  readonly seed: string
  readonly out: string | null
  readonly json: boolean
}
export type ArgumentFault = { readonly zh: string; readonly en: string }

export const ASSEMBLE_USAGE = `用法 usage: zhiheng assemble --items 试题.csv --constraints 约束.csv [--stimuli 材料.csv] [--parameters 参数.csv]
       [--forms 份数] [--objective max|maximin|target|sum:属性=值|mean:属性=值|most:属性|fewest:属性|exposure|none]
       [--theta -1,0,1] [--weights 1,1,1] [--target 19,23,19] [--overlap 20%|20] [--time 30] [--gap 0.01] [--seed 种子]
       [--out 试卷.csv] [--json]
退出码 exit: 0 已组成 assembled, 2 用法或表格有误 usage, 3 约束不能同时满足 impossible, 4 限时内未找到 not found in time, 1 其他 other`

const SWITCHES = new Set(['--json'])
const FLAGS = new Set([
  '--items',
  '--constraints',
  '--stimuli',
  '--parameters',
  '--forms',
  '--objective',
  '--theta',
  '--weights',
  '--target',
  '--overlap',
  '--time',
  '--gap',
  '--seed',
  '--out',
])

/** Reads the words after `assemble`; `--flag value` and `--flag=value` are the same, the last of a repeated flag holds. */
export function parseAssembleArguments(words: readonly string[]): Result<AssembleArguments, ArgumentFault> {
  const read = new Map<string, string>()
  const queue = words.flatMap(word =>
    /^--\w+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  )
  while (queue.length > 0) {
    const flag = queue.shift() ?? ''
    if (SWITCHES.has(flag)) read.set(flag, '')
    else if (!FLAGS.has(flag)) return fault(`不认识的参数“${flag}”。`, `unknown argument "${flag}"`)
    else {
      const value = queue.shift()
      if (value === undefined || value === '' || value.startsWith('--')) return fault(`参数${flag}缺少取值。`, `${flag} needs a value`)
      read.set(flag, value)
    }
  }
  return argumentsOf(read)
}

function argumentsOf(read: ReadonlyMap<string, string>): Result<AssembleArguments, ArgumentFault> {
  const [items, constraints] = [read.get('--items'), read.get('--constraints')]
  if (items === undefined || constraints === undefined)
    return fault('须给出--items与--constraints。', '--items and --constraints are needed')
  const forms = numberOf(read, '--forms', { usual: 1, least: 1, most: 50, whole: true })
  const seconds = numberOf(read, '--time', { usual: 30, least: 1, most: 3600, whole: false })
  const gap = numberOf(read, '--gap', { usual: 0.01, least: 0, most: 1, whole: false })
  const goal = goalOf(read)
  const overlap = overlapOf(read.get('--overlap'))
  for (const each of [forms, seconds, gap, goal, overlap]) if (!each.ok) return each
  if (!forms.ok || !seconds.ok || !gap.ok || !goal.ok || !overlap.ok) return fault('', '')
  return ok({
    items,
    constraints,
    stimuli: read.get('--stimuli') ?? null,
    parameters: read.get('--parameters') ?? null,
    forms: forms.value,
    goal: goal.value,
    overlap: overlap.value,
    seconds: seconds.value,
    gap: gap.value,
    seed: (read.get('--seed') ?? '1').slice(0, 60),
    out: read.get('--out') ?? null,
    json: read.has('--json'),
  })
}

function goalOf(read: ReadonlyMap<string, string>): Result<Goal, ArgumentFault> {
  const text = read.get('--objective') ?? (read.has('--target') ? 'target' : 'max')
  const theta = listOf(read.get('--theta') ?? '0')
  const weights = listOf(read.get('--weights') ?? '1')
  const targets = listOf(read.get('--target') ?? '')
  if (theta === null || weights === null)
    return fault('--theta与--weights应为逗号分隔的数。', '--theta and --weights are numbers parted by commas')
  if (text === 'none') return ok({ kind: 'none' })
  if (text === 'exposure') return ok({ kind: 'least-exposure' })
  const abilities = spread(theta, weights)?.map(([at, weight]) => ({ theta: at, weight })) ?? null
  if (text === 'max' || text === 'maximin') {
    if (abilities === null) return fault('--weights的个数应与--theta相同，或为1个。', '--weights has one number, or as many as --theta')
    return ok({ kind: text === 'max' ? 'most-information' : 'maximin-information', abilities })
  }
  if (text === 'target') {
    const points = targets === null ? null : spread(theta, targets)
    if (points === null) return fault('--target应为1个数，或与--theta同样多的数。', '--target has one number, or as many as --theta')
    return ok({ kind: 'target-information', targets: points.map(([at, target]) => ({ theta: at, target })) })
  }
  return attributeGoal(text)
}

function attributeGoal(text: string): Result<Goal, ArgumentFault> {
  const [, kind = '', attribute = '', target = ''] = /^(sum|mean):([^=]+)=(.+)$/.exec(text) ?? []
  if (kind !== '' && Number.isFinite(Number(target)))
    return ok({ kind: kind === 'sum' ? 'target-sum' : 'target-mean', attribute, target: Number(target) })
  const [, way = '', named = ''] = /^(most|fewest):([^=]+)$/.exec(text) ?? []
  if (way !== '') return ok({ kind: way === 'most' ? 'most-of' : 'least-of', attribute: named })
  return fault(`不认识的目标“${text}”。`, `unknown objective "${text}"`)
}

/** Each of the first with its partner; one partner serves all. */
function spread(first: readonly number[], second: readonly number[]): (readonly [number, number])[] | null {
  if (second.length !== 1 && second.length !== first.length) return null
  return first.map((each, at) => [each, second[second.length === 1 ? 0 : at] ?? 0] as const)
}

function overlapOf(text: string | undefined): Result<AssembleArguments['overlap'], ArgumentFault> {
  if (text === undefined) return ok(null)
  const [, digits = '', percent = ''] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? []
  return digits === ''
    ? fault('--overlap应如20%或20。', '--overlap looks like 20% or 20')
    : ok({ most: Number(digits), percent: percent !== '' })
}

type NumberLimits = { readonly usual: number; readonly least: number; readonly most: number; readonly whole: boolean }

function numberOf(
  read: ReadonlyMap<string, string>,
  flag: string,
  { usual, least, most, whole }: NumberLimits,
): Result<number, ArgumentFault> {
  const text = read.get(flag)
  if (text === undefined) return ok(usual)
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return ok(value)
  return fault(
    `${flag}应为${least}至${most}的${whole ? '整数' : '数'}，收到“${text}”。`,
    `${flag} is a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}"`,
  )
}

function listOf(text: string): readonly number[] | null {
  const parts = text.split(',').map(part => part.trim())
  return parts.every(part => /^[+-]?\d+(\.\d+)?$/.test(part)) ? parts.map(Number) : null
}

function fault(zh: string, en: string): { readonly ok: false; readonly refusal: ArgumentFault } {
  return { ok: false, refusal: { zh, en } }
}
