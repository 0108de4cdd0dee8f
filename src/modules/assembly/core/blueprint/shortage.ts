import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import { type FieldFault, type Refused, refuse } from '../../../../kernel/result.ts'
import { type BankItem, liesIn } from '../../../item-bank/contract.ts'
import type { BlueprintBody } from './blueprint.ts'

/**
 * Areas whose items cannot bring their marks however they are chosen: too few, or of marks that do not add up. Refuses
 * `bank-too-small` with every such area; null when each area by itself can be filled.
 */
export function refuseShort({ areas, types }: BlueprintBody, items: readonly BankItem[]): Refused | null {
  const allowed = new Set(types.map(each => each.type))
  const short = areas.flatMap(area => {
    const marks = items
      .filter(item => item.state === 'operational' && allowed.has(item.type) && liesIn(item.area, area.path))
      .map(item => item.marks)
    return canMake(area.marks, marks)
      ? []
      : [{ area: area.path.join('／'), need: area.marks, have: marks.reduce((sum, each) => sum + each, 0) }]
  })
  const [first] = short
  if (first === undefined) return null
  const fields = short.map(({ area, need, have }): FieldFault => ({
    path: area,
    zh: `${area}：需${show(need)}分，可用试题共${show(have)}分，凑不出。`,
    en: `${area}: ${show(need)} marks needed, the usable items have ${show(have)} and cannot bring them.`,
  }))
  return refuse('bank-too-small', { area: first.area, need: show(first.need), have: show(first.have), areas: short.length }, fields)
}

/** Can some of these marks add up to the sum exactly? */
export function canMake(sum: number, marks: readonly number[]): boolean {
  const reachable = new Set([0])
  for (const each of marks) {
    for (const known of Array.from(reachable)) if (known + each <= sum) reachable.add(known + each)
    if (reachable.has(sum)) return true
  }
  return reachable.has(sum)
}

function show(amount: number): string {
  return showMarks(hundredths(amount))
}
