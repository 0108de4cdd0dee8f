import type { Atom, BaseType, Container, QtiValue } from './value.ts'
import { atomsOf } from './value.ts'

/** A text that is equal for equal values of a type: a pair has no direction, a directed pair has. */
export function atomKey(baseType: BaseType, atom: Atom): string {
  if (typeof atom !== 'object') return String(atom)
  const [first, second] = [String(atom[0]), String(atom[1])]
  return JSON.stringify(baseType === 'pair' && second < first ? [second, first] : [first, second])
}

/**
 * The type in which two values can be compared, or undefined when they cannot. Equal types can; an integer is
 * promoted to a float; `intOrIdentifier` stands for both its parts.
 */
export function commonType(a: BaseType, b: BaseType): BaseType | undefined {
  if (a === b) return a
  const both = new Set([a, b])
  if (both.has('integer') && both.has('float')) return 'float'
  if (both.has('intOrIdentifier') && (both.has('integer') || both.has('identifier'))) return 'intOrIdentifier'
  return undefined
}

/** Are both the same value? Order counts in ordered containers only; how often a value occurs always counts. */
export function sameValue(a: QtiValue, b: QtiValue): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'record' && b.kind === 'record') {
    return (
      a.fields.size === b.fields.size && [...a.fields].every(([name, field]) => sameValue(field, b.fields.get(name) ?? { kind: 'null' }))
    )
  }
  const [left, right] = [keysOf(a), keysOf(b)]
  if (left.length !== right.length) return false
  if (a.kind !== 'multiple') return left.every((key, i) => key === right[i])
  return holdsAll(left, right)
}

export function keysOf(value: QtiValue): readonly string[] {
  return 'baseType' in value ? atomsOf(value).map(atom => atomKey(value.baseType, atom)) : []
}

/** Does the first list hold every entry of the second at least as often? */
export function holdsAll(whole: readonly string[], part: readonly string[]): boolean {
  const left = new Map<string, number>()
  for (const key of whole) left.set(key, (left.get(key) ?? 0) + 1)
  for (const key of part) {
    const count = left.get(key) ?? 0
    if (count === 0) return false
    left.set(key, count - 1)
  }
  return true
}

/** Does the second list stand in the first without gaps and in order? */
export function holdsRun(whole: readonly string[], part: readonly string[]): boolean {
  return whole.some((_, at) => at + part.length <= whole.length && part.every((key, i) => whole[at + i] === key))
}

/** The container with every value once, at its first place. */
export function distinct(value: Container): readonly Atom[] {
  const seen = new Set<string>()
  return value.atoms.filter(atom => {
    const key = atomKey(value.baseType, atom)
    return seen.has(key) ? false : seen.add(key)
  })
}
