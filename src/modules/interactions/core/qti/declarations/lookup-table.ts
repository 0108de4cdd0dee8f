import { type XmlElement, attributeOf, childElements } from '../../../../../kernel/xml.ts'
import { type QtiResult, eachSound, qtiFault } from '../fault.ts'
import { parseAtom } from '../values/parse-atom.ts'
import { type BaseType, NULL, type QtiValue, single } from '../values/value.ts'
import { flagAttribute, malformed, numberAttribute } from '../vocabulary/attributes.ts'

type LookupEntry = { readonly source: number; readonly inclusive: boolean; readonly target: QtiValue }
/** From a number to a value: by equality (`match`), or by the first lower bound the number reaches (`interpolation`). */
export type LookupTable = { readonly kind: 'match' | 'interpolation'; readonly entries: readonly LookupEntry[]; readonly usual: QtiValue }

export function readLookupTable(element: XmlElement, baseType: BaseType): QtiResult<LookupTable> {
  const kind = element.name === 'matchTable' ? 'match' : 'interpolation'
  const entries = eachSound(childElements(element, `${kind}TableEntry`), entry => readEntry(entry, kind, baseType))
  if (!entries.ok) return entries
  const usual = targetOf(element, 'defaultValue', baseType)
  return usual.ok ? { ok: true, value: { kind, entries: entries.value, usual: usual.value } } : usual
}

function readEntry(element: XmlElement, kind: LookupTable['kind'], baseType: BaseType): QtiResult<LookupEntry> {
  const source = numberAttribute(element, 'sourceValue')
  if (!source.ok) return source
  if (source.value === undefined) return qtiFault('attribute-missing', element.name, { attribute: 'sourceValue' })
  if (kind === 'match' && !Number.isInteger(source.value)) return malformed(element, 'sourceValue', String(source.value))
  const inclusive = flagAttribute(element, 'includeBoundary', true)
  if (!inclusive.ok) return inclusive
  if (attributeOf(element, 'targetValue') === undefined) return qtiFault('attribute-missing', element.name, { attribute: 'targetValue' })
  const target = targetOf(element, 'targetValue', baseType)
  return target.ok ? { ok: true, value: { source: source.value, inclusive: inclusive.value, target: target.value } } : target
}

function targetOf(element: XmlElement, attribute: string, baseType: BaseType): QtiResult<QtiValue> {
  const text = attributeOf(element, attribute)
  if (text === undefined) return { ok: true, value: NULL }
  const atom = parseAtom(baseType, text)
  return atom === undefined ? malformed(element, attribute, text) : { ok: true, value: single(baseType, atom) }
}

/** The value of the first entry that fits; the default when none does or there is no number. */
export function lookUp(table: LookupTable, source: number | null): QtiValue {
  if (source === null) return table.usual
  const entry = table.entries.find(e => {
    if (table.kind === 'match') return e.source === source
    return e.inclusive ? e.source <= source : e.source < source
  })
  return entry?.target ?? table.usual
}
