import type { Bounds, Constraint } from '../problem/constraint.ts'
import { type Selection, type Unit, attributeOf, itemsByStimulus, selectedIn } from '../problem/pool.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import { type Said, saySelection } from './say-condition.ts'

/**
 * A constraint as a sentence with its numbers and what the pool has for it. What other constraints of the problem exclude does
 * not count as available.
 */
export function sayConstraint(problem: AssemblyProblem, each: Constraint): Said {
  const said = sentence(problem, each)
  return { zh: `${said.zh}。`, en: `${said.en.charAt(0).toUpperCase()}${said.en.slice(1)}.` }
}

function sentence(problem: AssemblyProblem, each: Constraint): Said {
  switch (each.kind) {
    case 'count': {
      const all = each.reach === 'all-forms' && problem.forms > 1
      const of = noun(each.unit, each.of)
      const { zh, en } = available(problem, each.unit, each.of)
      const needs = amount(each, each.unit)
      return {
        zh: `${of.zh}${all ? `${problem.forms}份合计` : manyZh(problem)}${needs.zh}，题库可用${zh}`,
        en: `${of.en}: ${needs.en}${all ? ` over all ${problem.forms} forms` : manyEn(problem)}, ${en} available in the pool`,
      }
    }
    case 'sum':
    case 'mean':
      return sumSentence(problem, each)
    case 'each-value':
      return eachValueSentence(problem, each)
    case 'per-stimulus':
      return perStimulusSentence(problem, each)
    case 'overlap': {
      const most = `${each.most}${each.percent ? '%' : ''}`
      return {
        zh: `任意两份试卷重复题不超过${most}${each.percent ? '' : '题'}，共${problem.forms}份`,
        en: `any two of the ${problem.forms} forms share at most ${most}${each.percent ? '' : ' items'}`,
      }
    }
    default:
      return setSentence(problem, each)
  }
}

type Of<K extends Constraint['kind']> = Extract<Constraint, { kind: K }>

function setSentence(
  problem: AssemblyProblem,
  each: Of<'enemies' | 'include' | 'exclude' | 'all-or-none' | 'uses' | 'exposure' | 'order'>,
): Said {
  if (each.kind === 'order') return { zh: `按${each.attribute}升序排列`, en: `in rising order of ${each.attribute}` }
  const unit = 'unit' in each ? each.unit : 'item'
  const of = noun(unit, each.of)
  const found = unitCount(selectedIn(problem.pool, unit, each.of).length, unit)
  switch (each.kind) {
    case 'enemies':
      return {
        zh: `${of.zh}互斥，至多选1${counter(unit)}（题库有${found.zh}）`,
        en: `${of.en} are enemies, at most one is chosen (${found.en} in the pool)`,
      }
    case 'include':
      return { zh: `${of.zh}必须选入（题库有${found.zh}）`, en: `${of.en} must be chosen (${found.en} in the pool)` }
    case 'exclude':
      return { zh: `${of.zh}不得选入（排除${found.zh}）`, en: `${of.en} must not be chosen (${found.en} excluded)` }
    case 'all-or-none':
      return { zh: `${of.zh}要么全选要么全不选（题库有${found.zh}）`, en: `${of.en} are chosen all or none (${found.en} in the pool)` }
    case 'uses': {
      const range = rangeOf(each)
      return {
        zh: `${of.zh}每题在${problem.forms}份试卷中${range.zh}次`,
        en: `each item of ${of.en} stands in ${range.en} of the ${problem.forms} forms`,
      }
    }
    default: {
      const spent = selectedIn(problem.pool, 'item', each.of).filter(at => (problem.pool.items[at]?.exposure ?? 0) >= each.most).length
      return {
        zh: `${of.zh}曝光不超过${each.most}次（已用满${spent}题）`,
        en: `${of.en}: exposure at most ${each.most} (${spent} items have used it up)`,
      }
    }
  }
}

function sumSentence(problem: AssemblyProblem, each: Of<'sum' | 'mean'>): Said {
  const of = noun(each.unit, each.of)
  const range = rangeOf(each)
  const values = usable(problem, each.unit, each.of).flatMap(at => {
    const value = attributeOf(problem.pool, each.unit, at, each.attribute)
    return typeof value === 'number' ? [value] : []
  })
  const [low, high] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)]
  const span =
    values.length === 0
      ? { zh: '没有取值', en: 'no values' }
      : { zh: `单题取值${low}至${high}`, en: `single values from ${low} to ${high}` }
  const count = unitCount(values.length, each.unit)
  const what = each.kind === 'sum' ? { zh: '合计', en: 'sum' } : { zh: '平均', en: 'mean' }
  return {
    zh: `${of.zh}的${each.attribute}${what.zh}${range.zh}，题库可用${count.zh}，${span.zh}`,
    en: `${what.en} of ${each.attribute} over ${of.en}: ${range.en}, ${count.en} available in the pool, ${span.en}`,
  }
}

/** Names the value of which the pool has least. */
function eachValueSentence(problem: AssemblyProblem, each: Of<'each-value'>): Said {
  const counts = new Map<string, number>()
  for (const at of selectedIn(problem.pool, each.unit, { kind: 'all' })) {
    const value = attributeOf(problem.pool, each.unit, at, each.attribute)
    if (value !== null && !counts.has(String(value))) counts.set(String(value), 0)
  }
  for (const at of usable(problem, each.unit, { kind: 'all' })) {
    const value = attributeOf(problem.pool, each.unit, at, each.attribute)
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  }
  const [scarce] = [...counts].toSorted((a, b) => a[1] - b[1])
  const needs = amount(each, each.unit)
  const count = unitCount(scarce?.[1] ?? 0, each.unit)
  return {
    zh: `${each.attribute}的每个取值${manyZh(problem)}${needs.zh}，共${counts.size}个取值，最少的“${scarce?.[0] ?? ''}”题库可用${count.zh}`,
    en: `each value of ${each.attribute}: ${needs.en}${manyEn(problem)}; ${counts.size} values, the scarcest "${scarce?.[0] ?? ''}" with ${count.en} available`,
  }
}

function perStimulusSentence(problem: AssemblyProblem, each: Of<'per-stimulus'>): Said {
  const sizes = itemsByStimulus(problem.pool)
  const enough = selectedIn(problem.pool, 'stimulus', each.of).filter(at => (sizes[at]?.length ?? 0) >= (each.least ?? 0)).length
  const range = rangeOf(each)
  const of = noun('stimulus', each.of)
  return {
    zh: `${of.zh}每则${range.zh.replace('需', '需选')}题，题量足够的材料${enough}则`,
    en: `${of.en}: ${range.en} items of each stimulus chosen, ${enough} stimuli have enough items`,
  }
}

/** Places of a selection that nothing in the problem excludes. */
function usable(problem: AssemblyProblem, unit: Unit, of: Selection): readonly number[] {
  const out = new Set(
    problem.constraints.flatMap(each => {
      if (each.kind === 'exclude' && each.unit === unit) return selectedIn(problem.pool, unit, each.of)
      if (each.kind !== 'exposure' || unit !== 'item') return []
      return selectedIn(problem.pool, 'item', each.of).filter(at => (problem.pool.items[at]?.exposure ?? 0) + 1 > each.most)
    }),
  )
  return selectedIn(problem.pool, unit, of).filter(at => !out.has(at))
}

function available(problem: AssemblyProblem, unit: Unit, of: Selection): Said {
  return unitCount(usable(problem, unit, of).length, unit)
}

function noun(unit: Unit, of: Selection): Said {
  const said = saySelection(of)
  if (said !== null) return said
  return unit === 'item' ? { zh: '全部试题', en: 'all items' } : { zh: '材料', en: 'stimuli' }
}

function amount(bounds: Bounds, unit: Unit): Said {
  const range = rangeOf(bounds)
  return { zh: `${range.zh}${counter(unit)}`, en: `${range.en} ${unit === 'item' ? 'items' : 'stimuli'} needed` }
}

function rangeOf({ least, most }: Bounds): Said {
  if (least !== null && least === most) return { zh: `需${least}`, en: `${least}` }
  if (most === null) return { zh: `至少${least}`, en: `at least ${least}` }
  if (least === null || least === 0) return { zh: `至多${most}`, en: `at most ${most}` }
  return { zh: `需${least}至${most}`, en: `${least} to ${most}` }
}

function unitCount(count: number, unit: Unit): Said {
  const one = unit === 'item' ? 'item' : 'stimulus'
  return { zh: `${count}${counter(unit)}`, en: `${count} ${count === 1 ? one : unit === 'item' ? 'items' : 'stimuli'}` }
}

function counter(unit: Unit): string {
  return unit === 'item' ? '题' : '则'
}

function manyZh({ forms }: AssemblyProblem): string {
  return forms > 1 ? '每份' : ''
}

function manyEn({ forms }: AssemblyProblem): string {
  return forms > 1 ? ` in each of ${forms} forms` : ''
}
