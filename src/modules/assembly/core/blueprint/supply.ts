import { type BankItem, IMPORTANCES, liesIn } from '../../../item-bank/contract.ts'
import type { BlueprintBody } from './blueprint.ts'

/**
 * What the bank has for a blueprint: items that could stand in a form, by area, type and importance, with the marks a form needs
 * of each; marks in hundredths. `papers`: forms without a common item that the scarcest area could feed.
 */
export function supplyOf(body: BlueprintBody, items: readonly BankItem[], levels: readonly string[]) {
  const types = new Set(body.types.map(each => each.type))
  const lenders = body.lowerLevels === 0 ? levels.slice(0, 1) : levels
  const areas = body.areas.filter(area => area.marks > 0)
  const usable = items.filter(
    item => types.has(item.type) && lenders.includes(item.level) && areas.some(area => liesIn(item.area, area.path)),
  )
  const byArea = areas.map(area => ({
    path: [...area.path],
    ...stockOf(usable.filter(item => liesIn(item.area, area.path))),
    needed: area.marks,
  }))
  return {
    items: usable.length,
    areas: byArea,
    types: body.types.map(each => ({
      type: each.type,
      ...stockOf(usable.filter(item => item.type === each.type)),
      needed: each.marks.least,
    })),
    importance: IMPORTANCES.map(importance => ({
      importance,
      ...stockOf(usable.filter(item => item.importance === importance)),
      needed: neededOf(body, importance),
    })),
    papers: byArea.length === 0 ? 0 : Math.min(...byArea.map(area => Math.floor(area.marks / area.needed))),
  }
}

function neededOf({ importance, total }: BlueprintBody, which: string): number | null {
  const least = importance.find(each => each.importance === which)?.least ?? null
  return least === null ? null : Math.ceil((total * least) / 10_000)
}

function stockOf(items: readonly BankItem[]): { readonly items: number; readonly marks: number } {
  return { items: items.length, marks: items.reduce((sum, item) => sum + item.marks, 0) }
}
