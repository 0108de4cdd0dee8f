import { type XmlElement, attributeOf, childElements, textWithin } from '../../../../../kernel/xml.ts'
import { type QtiResult, eachSound, qtiFault } from '../fault.ts'
import { parseAtom } from '../values/parse-atom.ts'
import {
  BASE_TYPES,
  type BaseType,
  type Cardinality,
  NULL,
  type QtiValue,
  type Single,
  container,
  recordOf,
  single,
} from '../values/value.ts'
import { neededAttribute, wordAttribute } from '../vocabulary/attributes.ts'

/** The `value` elements below a `defaultValue` or `correctResponse`. */
export function readValues(element: XmlElement, cardinality: Cardinality, baseType: BaseType | null): QtiResult<QtiValue> {
  const values = childElements(element, 'value')
  if (cardinality === 'record') return readFields(values)
  if (baseType === null) return qtiFault('attribute-missing', element.name, { attribute: 'baseType' })
  const atoms = eachSound(values, value => readAtom(value, baseType))
  if (!atoms.ok) return atoms
  const [first] = atoms.value
  if (cardinality !== 'single')
    return {
      ok: true,
      value: container(
        cardinality,
        baseType,
        atoms.value.filter(atom => atom !== ''),
      ),
    }
  if (atoms.value.length > 1) return qtiFault('values-too-many', element.name, { count: atoms.value.length })
  return { ok: true, value: first === undefined ? NULL : single(baseType, first) }
}

function readAtom(element: XmlElement, baseType: BaseType): QtiResult<NonNullable<ReturnType<typeof parseAtom>>> {
  const text = textWithin(element)
  const atom = parseAtom(baseType, text)
  return atom === undefined
    ? qtiFault('value-malformed', element.name, { value: text.trim().slice(0, 100), baseType })
    : { ok: true, value: atom }
}

function readFields(values: readonly XmlElement[]): QtiResult<QtiValue> {
  const fields = new Map<string, Single>()
  for (const value of values) {
    const name = neededAttribute(value, 'fieldIdentifier')
    if (!name.ok) return name
    const baseType = wordAttribute(value, 'baseType', BASE_TYPES)
    if (!baseType.ok) return baseType
    const atom = readAtom(value, baseType.value)
    if (!atom.ok) return atom
    const field = single(baseType.value, atom.value)
    if (field.kind === 'single') fields.set(name.value, field)
  }
  return { ok: true, value: recordOf(fields) }
}

/** A constant in an expression: `<baseValue baseType="float">1.5</baseValue>`. One without content is NULL. */
export function readBaseValue(element: XmlElement): QtiResult<QtiValue> {
  const baseType = wordAttribute(element, 'baseType', BASE_TYPES)
  if (!baseType.ok) return baseType
  const text = textWithin(element)
  if (text.trim() === '' && baseType.value !== 'string') return { ok: true, value: NULL }
  const atom = readAtom(element, baseType.value)
  return atom.ok ? { ok: true, value: single(baseType.value, atom.value) } : atom
}

/** An attribute that names one of the base types, or null for records. */
export function readBaseType(element: XmlElement, cardinality: Cardinality): QtiResult<BaseType | null> {
  if (cardinality === 'record') return { ok: true, value: null }
  if (attributeOf(element, 'baseType') === undefined)
    return qtiFault('type-missing', element.name, { identifier: attributeOf(element, 'identifier') ?? '' })
  return wordAttribute(element, 'baseType', BASE_TYPES)
}
