import { type XmlElement, attributeOf, childElements } from '../../../../../kernel/xml.ts'
import { type QtiResult, qtiFault } from '../fault.ts'
import { type BaseType, CARDINALITIES, type Cardinality, NULL, type QtiValue, float, integer } from '../values/value.ts'
import { neededAttribute, numberAttribute, wordAttribute } from '../vocabulary/attributes.ts'
import { type LookupTable, readLookupTable } from './lookup-table.ts'
import { type AreaMapping, type Mapping, readAreaMapping, readMapping } from './mapping.ts'
import { readBaseType, readValues } from './read-values.ts'
import type { Variable, VariableRole, Variables } from './variable.ts'

const ROLES: Readonly<Record<string, VariableRole>> = {
  responseDeclaration: 'response',
  outcomeDeclaration: 'outcome',
  templateDeclaration: 'template',
  contextDeclaration: 'context',
}

/** All variables an item or an assessment declares, at their first values; responses are NULL until an attempt begins. */
export function readDeclarations(root: XmlElement): QtiResult<Variables> {
  const variables: Variables = new Map()
  for (const element of childElements(root)) {
    const role = Object.hasOwn(ROLES, element.name) ? ROLES[element.name] : undefined
    if (role === undefined) continue
    const variable = readDeclaration(element, role)
    if (!variable.ok) return variable
    const { identifier } = variable.value
    if (variables.has(identifier)) return qtiFault('declared-twice', element.name, { identifier })
    variables.set(identifier, variable.value)
  }
  return { ok: true, value: variables }
}

function readDeclaration(element: XmlElement, role: VariableRole): QtiResult<Variable> {
  const identifier = neededAttribute(element, 'identifier')
  if (!identifier.ok) return identifier
  const cardinality = wordAttribute(element, 'cardinality', CARDINALITIES)
  if (!cardinality.ok) return cardinality
  const baseType = readBaseType(element, cardinality.value)
  if (!baseType.ok) return baseType
  const defaultValue = valuesIn(element, 'defaultValue', cardinality.value, baseType.value)
  if (!defaultValue.ok) return defaultValue
  const correct = valuesIn(element, 'correctResponse', cardinality.value, baseType.value)
  if (!correct.ok) return correct
  const tables = readTables(element, baseType.value)
  if (!tables.ok) return tables
  const facts = { identifier: identifier.value, role, cardinality: cardinality.value, baseType: baseType.value }
  const value = role === 'response' ? NULL : firstValue(role, cardinality.value, baseType.value, defaultValue.value)
  return { ok: true, value: { ...facts, value, defaultValue: defaultValue.value, correct: correct.value, ...tables.value } }
}

function valuesIn(element: XmlElement, name: string, cardinality: Cardinality, baseType: BaseType | null): QtiResult<QtiValue> {
  const [values] = childElements(element, name)
  return values === undefined ? { ok: true, value: NULL } : readValues(values, cardinality, baseType)
}

/** Outcomes that are single numbers begin at 0 unless a default says otherwise; everything else begins as NULL. */
export function firstValue(role: VariableRole, cardinality: Cardinality, baseType: BaseType | null, defaultValue: QtiValue): QtiValue {
  if (defaultValue.kind !== 'null' || role !== 'outcome' || cardinality !== 'single') return defaultValue
  return baseType === 'float' ? float(0) : baseType === 'integer' ? integer(0) : NULL
}

type Tables = Pick<Variable, 'mapping' | 'areaMapping' | 'lookup' | 'normalMinimum' | 'normalMaximum' | 'scoredBy'>

function readTables(element: XmlElement, baseType: BaseType | null): QtiResult<Tables> {
  const mapping = optional<Mapping>(element, ['mapping'], table => readMapping(table, baseType ?? 'string'))
  if (!mapping.ok) return mapping
  const areaMapping = optional<AreaMapping>(element, ['areaMapping'], readAreaMapping)
  if (!areaMapping.ok) return areaMapping
  const lookup = optional<LookupTable>(element, ['matchTable', 'interpolationTable'], table => readLookupTable(table, baseType ?? 'string'))
  if (!lookup.ok) return lookup
  const least = numberAttribute(element, 'normalMinimum')
  if (!least.ok) return least
  const most = numberAttribute(element, 'normalMaximum')
  if (!most.ok) return most
  const value = {
    mapping: mapping.value,
    areaMapping: areaMapping.value,
    lookup: lookup.value,
    normalMinimum: least.value ?? null,
    normalMaximum: most.value ?? null,
    scoredBy: attributeOf(element, 'externalScored') ?? null,
  }
  return { ok: true, value }
}

function optional<T>(element: XmlElement, names: readonly string[], read: (table: XmlElement) => QtiResult<T>): QtiResult<T | null> {
  const table = childElements(element).find(child => names.includes(child.name))
  return table === undefined ? { ok: true, value: null } : read(table)
}
