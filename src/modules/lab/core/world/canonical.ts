/** What a world may consist of. Numbers are integers: money in 分, rates in basis points, times in seconds (W6). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A value that must not leave the engine in a view, a refusal, a reply or a caption (W5). */
export type Hidden<T> = { readonly hidden: T }

/** Wraps a value so that the engine refuses to show it. */
export function hide<T>(value: T): Hidden<T> {
  return { hidden: value }
}

const MOST_DEPTH = 64

/**
 * The one text of a value: keys sorted by code unit, no white space, no float, no `undefined`.
 * Equal values give equal bytes on every machine, so the text can be hashed. Throws on anything that is not plain,
 * because such a value in a world is a bug.
 */
export function canonical(value: unknown): string {
  return write(value, '$', 0)
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > MOST_DEPTH) throw new TypeError(`${path}: deeper than ${MOST_DEPTH}`)
  switch (typeof value) {
    case 'string':
      return writeText(value, path)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      return writeNumber(value, path)
    case 'object':
      return value === null ? 'null' : writeObject(value, path, depth)
    default:
      throw new TypeError(`${path}: a ${typeof value} is not plain`)
  }
}

/** A lone half of a surrogate pair has no bytes in UTF-8, so two such texts could share a hash. */
function writeText(text: string, path: string): string {
  if (!text.isWellFormed()) throw new TypeError(`${path}: broken text`)
  return JSON.stringify(text)
}

function writeNumber(n: number, path: string): string {
  if (!Number.isSafeInteger(n)) throw new TypeError(`${path}: ${n} is not an integer`)
  return String(n) // −0 becomes 0, as after any reading back
}

function writeObject(value: object, path: string, depth: number): string {
  if (Array.isArray(value)) {
    const parts: string[] = []
    for (let i = 0; i < value.length; i++) parts.push(write(value[i], `${path}[${i}]`, depth + 1))
    return `[${parts.join(',')}]`
  }
  const kind = Object.getPrototypeOf(value) as unknown
  if (kind !== Object.prototype && kind !== null) throw new TypeError(`${path}: not a plain object`)
  const record = value as Record<string, unknown>
  const parts = Object.keys(record)
    .sort()
    .map(key => `${writeKey(key, path)}:${write(record[key], `${path}.${key}`, depth + 1)}`)
  return `{${parts.join(',')}}`
}

/** Keys that look like array indices are visited in another order than they were written in: they would make the order of a fold depend on it. */
function writeKey(key: string, path: string): string {
  if (/^(0|[1-9]\d*)$/.test(key)) throw new TypeError(`${path}: the key ${key} looks like an index`)
  return writeText(key, path)
}

/** A copy that shares nothing with the original. Only for plain values. */
export function plainCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainCopy) as T
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(value)) out[key] = plainCopy((value as Record<string, unknown>)[key])
  return out as T
}

/** The values wrapped by `hide` anywhere inside. */
export function hiddenIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(hiddenIn)
  return Object.entries(value).flatMap(([key, inner]) => (key === 'hidden' ? [inner] : hiddenIn(inner)))
}
