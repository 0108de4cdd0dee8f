export const BASE_TYPES = [
  'identifier',
  'boolean',
  'integer',
  'float',
  'string',
  'point',
  'pair',
  'directedPair',
  'duration',
  'file',
  'uri',
  'intOrIdentifier',
] as const
export type BaseType = (typeof BASE_TYPES)[number]

export const CARDINALITIES = ['single', 'multiple', 'ordered', 'record'] as const
export type Cardinality = (typeof CARDINALITIES)[number]

/** One value without its type. Integers, floats and durations (seconds) are numbers; points and pairs have two places. */
export type Atom = boolean | number | string | readonly [number, number] | readonly [string, string]

export type Single = { readonly kind: 'single'; readonly baseType: BaseType; readonly atom: Atom }
/** Never empty: an empty container is NULL. */
export type Container = { readonly kind: 'multiple' | 'ordered'; readonly baseType: BaseType; readonly atoms: readonly Atom[] }
export type RecordValue = { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Single> }
export type Null = { readonly kind: 'null' }

/** What a variable or an expression can be. NULL has no type of its own and fits wherever a value fits. */
export type QtiValue = Null | Single | Container | RecordValue

export const NULL: Null = { kind: 'null' }

/** An empty string is NULL, and so is a number that is none. */
export function single(baseType: BaseType, atom: Atom): Single | Null {
  return atom === '' || Number.isNaN(atom) ? NULL : { kind: 'single', baseType, atom }
}

export function container(kind: Container['kind'], baseType: BaseType, atoms: readonly Atom[]): Container | Null {
  return atoms.length === 0 ? NULL : { kind, baseType, atoms }
}

export function recordOf(fields: ReadonlyMap<string, Single>): RecordValue | Null {
  return fields.size === 0 ? NULL : { kind: 'record', fields }
}

export function truth(atom: boolean): Single {
  return { kind: 'single', baseType: 'boolean', atom }
}

/** A whole number too large to be exact cannot be told apart from its neighbours and becomes NULL; infinity stays. */
export function integer(atom: number): Single | Null {
  return Number.isSafeInteger(atom) || Math.abs(atom) === Infinity ? single('integer', atom === 0 ? 0 : atom) : NULL
}

export function float(atom: number): Single | Null {
  return single('float', atom === 0 ? 0 : atom)
}

/** Single values as a list of one, records and NULL as an empty list. */
export function atomsOf(value: QtiValue): readonly Atom[] {
  if (value.kind === 'single') return [value.atom]
  return value.kind === 'multiple' || value.kind === 'ordered' ? value.atoms : []
}

export function numbersOf(value: QtiValue): readonly number[] {
  return atomsOf(value).filter(atom => typeof atom === 'number')
}

/** The one number of a single value; NaN when it is none, which its operators rule out beforehand. */
export function numberOf(value: QtiValue): number {
  return numbersOf(value)[0] ?? Number.NaN
}

export function stringOf(value: QtiValue): string {
  const [atom] = atomsOf(value)
  return typeof atom === 'string' ? atom : String(atom ?? '')
}

/** Is this the single boolean true? NULL, false and everything else are not. */
export function isTrue(value: QtiValue): boolean {
  return value.kind === 'single' && value.atom === true
}

/** How many values it holds; what an operator has to walk through. */
export function sizeOf(value: QtiValue): number {
  return value.kind === 'record' ? value.fields.size : atomsOf(value).length
}

/** What it costs to walk through a value: one for each part, and one for every hundred characters. */
export function weightOf(value: QtiValue): number {
  const atoms = value.kind === 'record' ? [...value.fields.values()].map(({ atom }) => atom) : atomsOf(value)
  return atoms.reduce((weight: number, atom) => weight + 1 + (typeof atom === 'string' ? Math.floor(atom.length / 100) : 0), 0)
}

export function describe(value: QtiValue): string {
  if (value.kind === 'null' || value.kind === 'record') return value.kind
  return `${value.kind} ${value.baseType}`
}
