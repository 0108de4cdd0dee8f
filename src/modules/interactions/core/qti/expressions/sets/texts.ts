import { attributeOf } from '../../../../../../kernel/xml.ts'
import { qtiFault } from '../../fault.ts'
import { QTI_LIMITS, spend } from '../../limits.ts'
import { compilePattern, matchesPattern } from '../../patterns/match-pattern.ts'
import { parsePattern } from '../../patterns/parse-pattern.ts'
import { isFlaw } from '../../patterns/pattern-tree.ts'
import { NULL, stringOf, truth } from '../../values/value.ts'
import { flagAttribute } from '../../vocabulary/attributes.ts'
import { type Operator, TEXT } from '../operator.ts'
import { findVariable } from '../scope.ts'

/** Both texts, in one case unless case counts. QTI 2 asks for the attribute; without it case counts. */
function bothTexts(holds: (a: string, b: string, partly: boolean) => boolean): Operator['run'] {
  return ([a = NULL, b = NULL], { element, scope }) => {
    const caseSensitive = flagAttribute(element, 'caseSensitive', true)
    if (!caseSensitive.ok) return caseSensitive
    const partly = flagAttribute(element, 'substring', false)
    if (!partly.ok) return partly
    const [x, y] = [stringOf(a), stringOf(b)].map(text => (caseSensitive.value ? text : text.toLowerCase()))
    // a search may have to look at every place of one text for every place of the other
    if (!spend(scope.work, Math.floor((stringOf(a).length * stringOf(b).length) / 1000))) return qtiFault('too-much-work', element.name)
    return truth(holds(x ?? '', y ?? '', partly.value))
  }
}

/** The pattern itself or, in braces, the variable that holds it. */
const patternMatch: Operator['run'] = ([operand = NULL], { element, scope }) => {
  const written = attributeOf(element, 'pattern')
  if (written === undefined) return qtiFault('attribute-missing', element.name, { attribute: 'pattern' })
  const named = /^\{([\w.-]+)\}$/.exec(written)?.[1]
  const variable = named === undefined ? undefined : findVariable(scope, named)
  const pattern = variable ? stringOf(variable.value) : written
  const flaw = (why: string) => qtiFault('pattern-malformed', element.name, { pattern: pattern.slice(0, 100), why })
  const tree = parsePattern(pattern)
  if (isFlaw(tree)) return flaw(tree.flaw)
  const machine = compilePattern(tree, QTI_LIMITS.patternStates)
  if (machine === null) return flaw(`needs more than ${QTI_LIMITS.patternStates} states`)
  const text = stringOf(operand)
  if (text.length > QTI_LIMITS.patternInput) return flaw(`the text is longer than ${QTI_LIMITS.patternInput}`)
  const steps = Math.ceil(((text.length + 1) * machine.states.length) / 20)
  return spend(scope.work, steps) ? truth(matchesPattern(machine, text)) : qtiFault('too-much-work', element.name)
}

export const TEXTS: Readonly<Record<string, Operator>> = {
  stringMatch: {
    count: [2, 2],
    takes: [TEXT],
    nulls: 'spread',
    run: bothTexts((a, b, partly) => (partly ? a.includes(b) : a === b)),
  },
  substring: { count: [2, 2], takes: [TEXT], nulls: 'spread', run: bothTexts((a, b) => b.includes(a)) },
  patternMatch: { count: [1, 1], takes: [TEXT], nulls: 'spread', run: patternMatch },
}
