import { parseAtom } from '../values/parse-atom.ts'
import {
  type Atom,
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
import { numericRecord } from './numeric-record.ts'

const MOST = 10_000

/** A value as it travels in JSON. Points and pairs are texts with a space; a record's fields carry their types. */
export type GivenValue =
  | null
  | boolean
  | number
  | string
  | readonly (boolean | number | string)[]
  | { readonly [field: string]: { readonly baseType: BaseType; readonly value: boolean | number | string } }

/**
 * Reads JSON into a value of the declared type; undefined when it is none. Numbers and booleans may also come as
 * texts, a container of one value without its list, a point or pair as a list of two, and a record as the text of a
 * number or with fields whose types are told from their values.
 */
export function readGiven(type: { cardinality: Cardinality; baseType: BaseType | null }, given: unknown): QtiValue | undefined {
  if (given === null || given === undefined) return NULL
  if (type.cardinality === 'record') return typeof given === 'string' ? numericRecord(given) : readFields(given)
  if (type.baseType === null) return undefined
  if (type.cardinality === 'single') {
    const list: unknown = Array.isArray(given) && given.length < 2 ? (given[0] ?? '') : given
    if (list === '') return NULL
    const atom = readAtom(type.baseType, list)
    return atom === undefined ? undefined : single(type.baseType, atom)
  }
  return readList({ kind: type.cardinality, baseType: type.baseType }, Array.isArray(given) ? given : [given])
}

function readList(
  { kind, baseType }: { kind: 'multiple' | 'ordered'; baseType: BaseType },
  list: readonly unknown[],
): QtiValue | undefined {
  const atoms: Atom[] = []
  if (list.length > MOST) return undefined
  for (const entry of list) {
    if (entry === '' || entry === null) continue
    const atom = readAtom(baseType, entry)
    if (atom === undefined) return undefined
    atoms.push(atom)
  }
  return container(kind, baseType, atoms)
}

function readAtom(baseType: BaseType, given: unknown): Atom | undefined {
  if (Array.isArray(given)) {
    const isTwofold = baseType === 'point' || baseType === 'pair' || baseType === 'directedPair'
    return isTwofold && given.every(isScalar) ? parseAtom(baseType, given.join(' ')) : undefined
  }
  return isScalar(given) ? parseAtom(baseType, String(given)) : undefined
}

function isScalar(given: unknown): given is string | number | boolean {
  return typeof given === 'string' || typeof given === 'boolean' || typeof given === 'number'
}

function readFields(given: unknown): QtiValue | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const fields = new Map<string, Single>()
  const entries = Object.entries(given)
  if (entries.length > MOST) return undefined
  for (const [name, entry] of entries) {
    if (entry === null || entry === '') continue
    const { baseType, value } = typedField(entry)
    const atom = baseType === undefined ? undefined : readAtom(baseType, value)
    if (baseType === undefined || atom === undefined) return undefined
    const field = single(baseType, atom)
    if (field.kind === 'single') fields.set(name, field)
  }
  return recordOf(fields)
}

function typedField(entry: unknown): { readonly baseType: BaseType | undefined; readonly value: unknown } {
  if (typeof entry === 'object' && entry !== null && 'baseType' in entry && 'value' in entry)
    return { baseType: BASE_TYPES.find(type => type === entry.baseType), value: entry.value }
  const untyped = typeof entry === 'number' ? (Number.isSafeInteger(entry) ? 'integer' : 'float') : typeof entry
  return { baseType: BASE_TYPES.find(type => type === untyped), value: entry }
}

/** The value as JSON; `readGiven` reads it back. */
export function showGiven(value: QtiValue): GivenValue {
  switch (value.kind) {
    case 'single':
      return showAtom(value.atom)
    case 'multiple':
    case 'ordered':
      return value.atoms.map(showAtom)
    case 'record':
      return Object.fromEntries([...value.fields].map(([name, { baseType, atom }]) => [name, { baseType, value: showAtom(atom) }]))
    default:
      return null
  }
}

function showAtom(atom: Atom): boolean | number | string {
  if (typeof atom === 'object') return atom.join(' ')
  return typeof atom === 'number' && !Number.isFinite(atom) ? (atom > 0 ? 'INF' : '-INF') : atom
}
