import { type XmlElement, childElements, descendants } from '../../../../kernel/xml.ts'
import { element, textIn } from '../../core/exchange/text/tree.ts'

/** One `<respcondition>`: the values it asks for, those it refuses, and the score it sets or adds. */
export type Condition = {
  readonly asked: readonly Asked[]
  readonly refused: readonly Asked[]
  readonly score: number | null
  readonly adds: boolean
}
/** `kind` is the element: `varequal`, `vargte`, `varlte`, …; `respident` names the response. */
export type Asked = { readonly kind: string; readonly respident: string; readonly value: string }

export function conditionsOf(item: XmlElement): Condition[] {
  return [...descendants(item)]
    .filter(one => one.name === 'respcondition')
    .map(condition => {
      const variables = element(condition, 'conditionvar')
      const set = childElements(condition, 'setvar')[0]
      const score = set === undefined ? null : Number(textIn(set))
      return {
        asked: variables === undefined ? [] : asked(variables, false),
        refused: variables === undefined ? [] : asked(variables, true),
        score: score === null || !Number.isFinite(score) ? null : score,
        adds: (set?.attributes['action'] ?? 'Set').toLowerCase() === 'add',
      }
    })
}

/** Values below `<not>` when `inside`, all the others when not. */
function asked(node: XmlElement, inside: boolean, below = false): Asked[] {
  return childElements(node).flatMap(child => {
    if (child.name === 'not') return asked(child, inside, true)
    if (child.name === 'and' || child.name === 'or') return asked(child, inside, below)
    if (below !== inside || child.name === 'other' || !child.name.startsWith('var')) return []
    return [{ kind: child.name, respident: child.attributes['respident'] ?? '', value: textIn(child) }]
  })
}

/** Conditions that bring marks. */
export function rewarding(conditions: readonly Condition[]): Condition[] {
  return conditions.filter(condition => (condition.score ?? 0) > 0)
}
