import { fill } from '../../../../../../ui/words.ts'
import { countOf, fenOf, yuanText } from '../../../../pages/parts/money.ts'
import type { FreightText, RuleText } from '../texts.ts'
import type { Freight } from '../view.ts'
import { words } from './words.ts'

export const EMPTY_RULE: RuleText = { regions: [], first: '', firstFee: '', add: '', addFee: '' }
export const EMPTY_FREIGHT: FreightText = { name: '', mode: 'weight', rules: [EMPTY_RULE], excluded: [], freeOver: '' }

export function freightText({ name, mode, rules, excluded, freeOver }: Freight): FreightText {
  return {
    name,
    mode,
    excluded,
    freeOver: freeOver === null ? '' : yuanText(freeOver),
    rules: rules.map(({ regions, first, firstFee, add, addFee }) => ({
      regions,
      first: String(first),
      firstFee: yuanText(firstFee),
      add: String(add),
      addFee: yuanText(addFee),
    })),
  }
}

type Data = { readonly ok: true; readonly data: object } | { readonly ok: false; readonly zh: string }

/** What is sent, or what is no number in it. Gaps and doubles are for the platform to find. */
export function freightData(text: FreightText): Data {
  const rules: object[] = []
  for (const [i, rule] of text.rules.entries()) {
    const n = i + 1
    const [first, add] = [countOf(rule.first), countOf(rule.add)]
    const [firstFee, addFee] = [fenOf(rule.firstFee), fenOf(rule.addFee)]
    if (rule.regions.length === 0) return { ok: false, zh: fill(words.noRegions, { n }) }
    if (firstFee === null || addFee === null) return { ok: false, zh: fill(words.badFee, { n }) }
    if (first === null || add === null || first === 0 || add === 0) return { ok: false, zh: fill(words.badSize, { n }) }
    rules.push({ regions: [...rule.regions], first, firstFee, add, addFee })
  }
  const free = text.freeOver.trim()
  const freeOver = free === '' ? null : fenOf(free)
  if (free !== '' && freeOver === null) return { ok: false, zh: words.badFree }
  return { ok: true, data: { name: text.name.trim(), mode: text.mode, rules, excluded: [...text.excluded], freeOver } }
}
