import { type XmlElement, attributeOf } from '../../../../../kernel/xml.ts'
import { type QtiResult, qtiFault } from '../fault.ts'
import { parseFloating } from '../values/parse-atom.ts'
import { numberOf } from '../values/value.ts'
import { malformed } from '../vocabulary/attributes.ts'
import { type Scope, findVariable } from './scope.ts'

/** An attribute that holds a number or names the variable that holds it. NULL in the variable is null here. */
export function numberByReference(element: XmlElement, attribute: string, scope: Scope): QtiResult<number | null | undefined> {
  const text = attributeOf(element, attribute)?.trim()
  return text === undefined || text === '' ? { ok: true, value: undefined } : resolveNumber({ element, attribute, text, scope })
}

/** The same for one entry of a list. */
export function resolveNumber(of: { element: XmlElement; attribute: string; text: string; scope: Scope }): QtiResult<number | null> {
  const number = parseFloating(of.text)
  if (number !== undefined) return Number.isNaN(number) ? malformed(of.element, of.attribute, of.text) : { ok: true, value: number }
  const identifier = of.text.replace(/^\{(.*)\}$/, '$1')
  const variable = findVariable(of.scope, identifier)
  if (variable === undefined) return qtiFault('variable-unknown', of.element.name, { identifier })
  if (variable.cardinality !== 'single' || (variable.baseType !== 'integer' && variable.baseType !== 'float'))
    return qtiFault('variable-unfit', of.element.name, { identifier, expected: 'single integer/float' })
  return { ok: true, value: variable.value.kind === 'null' ? null : numberOf(variable.value) }
}

/** A whole number by value or reference. `usual` stands for an absent attribute; without it absence is a fault. */
export function integerByReference(
  element: XmlElement,
  attribute: string,
  { scope, usual }: { scope: Scope; usual?: number },
): QtiResult<number | null> {
  const number = numberByReference(element, attribute, scope)
  if (!number.ok) return number
  const value = number.value === undefined ? usual : number.value
  if (value === undefined) return qtiFault('attribute-missing', element.name, { attribute })
  return value === null || Number.isSafeInteger(value) ? { ok: true, value } : malformed(element, attribute, String(value))
}
