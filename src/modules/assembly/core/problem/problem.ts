import { attributeKey, attributesOf } from './condition.ts'
import { type Constraint, attributeNamed, selectionOf } from './constraint.ts'
import type { Goal } from './goal.ts'
import { irtFault } from './irt.ts'
import { type Pool, type Unit, selectedIn } from './pool.ts'

/** A test to be assembled: a pool, the constraints, how many parallel forms, and what is to be made best. */
export type AssemblyProblem = {
  readonly pool: Pool
  readonly constraints: readonly Constraint[]
  readonly forms: number
  readonly goal: Goal
}

/** What a problem may hold at most; larger ones are refused before anything is computed. */
export const MOST = { items: 20_000, stimuli: 5_000, constraints: 5_000, forms: 50, cells: 200_000 } as const

/** Why a problem cannot be worked on. `constraintId` is empty when no single constraint is at fault. */
export type ProblemFault = { readonly constraintId: string; readonly zh: string; readonly en: string }

/** Every fault of a problem; a problem without faults can be solved, be the outcome yes or no. */
export function problemFaults(problem: AssemblyProblem): readonly ProblemFault[] {
  const size = sizeFaults(problem)
  if (size.length > 0) return size
  const known = { item: knownAttributes(problem.pool, 'item'), stimulus: knownAttributes(problem.pool, 'stimulus') }
  return [
    ...poolFaults(problem.pool),
    ...goalFaults(problem, known.item),
    ...problem.constraints.flatMap(each => constraintFaults(problem, known, each)),
  ]
}

function sizeFaults({ pool, constraints, forms }: AssemblyProblem): ProblemFault[] {
  const limits = [
    ['试题数', 'items', pool.items.length, 1, MOST.items],
    ['材料数', 'stimuli', pool.stimuli.length, 0, MOST.stimuli],
    ['约束数', 'constraints', constraints.length, 0, MOST.constraints],
    ['试卷份数', 'forms', forms, 1, MOST.forms],
    ['试题数×份数', 'items × forms', pool.items.length * forms, 1, MOST.cells],
  ] as const
  return limits
    .filter(([, , size, least, most]) => !Number.isInteger(size) || size < least || size > most)
    .map(([zh, en, size, least, most]) => fault('', `${zh}为${size}，应在${least}至${most}之间`, `${en}: ${size}, not ${least} to ${most}`))
}

function poolFaults(pool: Pool): ProblemFault[] {
  const stimuli = new Set(pool.stimuli.map(each => each.id))
  const twice = [pool.items, pool.stimuli].flatMap(list => repeated(list.map(each => each.id)))
  const lost = pool.items.filter(({ stimulusId }) => stimulusId !== null && !stimuli.has(stimulusId))
  const faulty = pool.items.flatMap(({ id, irt }) => {
    const why = irt === null ? null : irtFault(irt)
    return why === null ? [] : [fault('', `试题${id}：${why.zh}`, `item ${id}: ${why.en}`)]
  })
  const exposed = pool.items.filter(({ exposure }) => !Number.isInteger(exposure) || exposure < 0)
  return [
    ...twice.map(id => fault('', `编号${id}重复`, `the id ${id} stands twice`)),
    ...lost.map(({ id, stimulusId }) =>
      fault('', `试题${id}的材料${stimulusId}不存在`, `item ${id} names the unknown stimulus ${stimulusId}`),
    ),
    ...exposed.map(({ id }) => fault('', `试题${id}的曝光次数不是非负整数`, `item ${id}: the exposure is not a whole number from 0`)),
    ...faulty,
  ]
}

function goalFaults({ pool, goal }: AssemblyProblem, known: ReadonlySet<string>): ProblemFault[] {
  if ('attribute' in goal) return numberFault('', { pool, unit: 'item', known }, goal.attribute)
  const points = 'abilities' in goal ? goal.abilities : 'targets' in goal ? goal.targets : null
  if (points === null) return []
  if (pool.items.every(item => item.irt === null))
    return [fault('', '试题没有题目参数，不能计算信息量', 'no item has parameters, information cannot be computed')]
  const sound = (theta: number, other: number, least: number) => Math.abs(theta) <= 10 && other >= least && other <= 10_000
  const faulty = points.length === 0 || points.length > 50
  const odd = points.some(point => !('weight' in point ? sound(point.theta, point.weight, 1e-6) : sound(point.theta, point.target, 0)))
  return faulty || odd
    ? [
        fault(
          '',
          '能力点应为1至50个，在±10之内，权重为正，目标不为负',
          '1 to 50 abilities within ±10, positive weights, targets not negative',
        ),
      ]
    : []
}

type Known = Readonly<Record<Unit, ReadonlySet<string>>>

function constraintFaults({ pool, constraints }: AssemblyProblem, known: Known, each: Constraint): ProblemFault[] {
  const selection = selectionOf(each)
  const names = selection?.of.kind === 'where' ? attributesOf(selection.of.condition) : []
  const faults = names.flatMap(name => unknownFault(each.id, name, known[selection?.unit ?? 'item']))
  const named = attributeNamed(each)
  if (named !== null && (each.kind === 'sum' || each.kind === 'mean'))
    faults.push(...numberFault(each.id, { pool, unit: each.unit, known: known[each.unit] }, named))
  else if (named !== null && 'unit' in each) faults.push(...unknownFault(each.id, named, known[each.unit]))
  if (faults.length > 0) return faults
  const must = each.kind === 'include' || each.kind === 'all-or-none'
  if (must && selectedIn(pool, each.unit, each.of).length === 0)
    faults.push(fault(each.id, '条件没有选中任何试题或材料', 'the condition selects nothing'))
  return [...faults, ...boundFaults(constraints, each)]
}

function boundFaults(constraints: readonly Constraint[], each: Constraint): ProblemFault[] {
  const [least, most] = ['least' in each ? each.least : null, 'most' in each ? each.most : null]
  if ('least' in each && least === null && most === null) return [fault(each.id, '没有上下限', 'there is neither bound')]
  if ([least, most].some(bound => bound !== null && !(Math.abs(bound) <= 1e9)))
    return [fault(each.id, '界限超出±10亿', 'a bound is beyond ±10⁹')]
  if (least !== null && most !== null && least > most)
    return [fault(each.id, `下限${least}大于上限${most}`, `the lower bound ${least} is above the upper bound ${most}`)]
  if (each.kind === 'overlap' && !(each.most >= 0 && (!each.percent || each.most <= 100)))
    return [fault(each.id, '重复题上限不对', 'the overlap is not a count or a percentage')]
  if (each.kind === 'overlap' && each.percent && leastLength(constraints) === null)
    return [
      fault(each.id, '重复率按百分比限制时，须先规定每份试卷的题数', 'an overlap in percent needs a constraint on the number of items'),
    ]
  return []
}

/** The fewest items a form may have, as the constraints on all items say; null when none says it. */
export function leastLength(constraints: readonly Constraint[]): number | null {
  const lengths = constraints.flatMap(each =>
    each.kind === 'count' && each.unit === 'item' && each.of.kind === 'all' && each.reach === 'each-form' && each.least !== null
      ? [Math.ceil(each.least)]
      : [],
  )
  return lengths.length === 0 ? null : Math.max(...lengths)
}

/** Keys of the attributes that items or stimuli have. */
export function knownAttributes(pool: Pool, unit: Unit): ReadonlySet<string> {
  const own = unit === 'item' ? ['ID', 'STID', 'EXPOSURE'] : ['ID', 'STID']
  const all: readonly { readonly attributes: object }[] = unit === 'item' ? pool.items : pool.stimuli
  return new Set([...own, ...all.flatMap(each => Object.keys(each.attributes))])
}

function unknownFault(id: string, name: string, known: ReadonlySet<string>): ProblemFault[] {
  return known.has(attributeKey(name)) ? [] : [fault(id, `没有属性“${name}”`, `there is no attribute "${name}"`)]
}

function numberFault(
  id: string,
  { pool, unit, known }: { readonly pool: Pool; readonly unit: Unit; readonly known: ReadonlySet<string> },
  name: string,
): ProblemFault[] {
  const unknown = unknownFault(id, name, known)
  if (unknown.length > 0) return unknown
  const key = attributeKey(name)
  const all: readonly { readonly attributes: Readonly<Record<string, unknown>> }[] = unit === 'item' ? pool.items : pool.stimuli
  const text = all.some(each => typeof each.attributes[key] === 'string') || key === 'ID' || key === 'STID'
  return text ? [fault(id, `属性“${name}”不全是数`, `the attribute "${name}" is not made of numbers`)] : []
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(ids.filter(id => seen.size === seen.add(id).size))]
}

function fault(constraintId: string, zh: string, en: string): ProblemFault {
  return { constraintId, zh, en }
}
