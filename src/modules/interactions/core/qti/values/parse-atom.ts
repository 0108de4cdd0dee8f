import type { Atom, BaseType } from './value.ts'

const FLOAT = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/
const INTEGER = /^[+-]?\d+$/
const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const LONGEST = 100_000

/** Reads the written form of a value of a base type; undefined when it has none. */
export function parseAtom(baseType: BaseType, text: string): Atom | undefined {
  if (text.length > LONGEST) return undefined
  const bare = text.trim()
  switch (baseType) {
    case 'string':
    case 'file':
      return unwrapped(text)
    case 'uri':
      return bare === '' ? undefined : bare
    case 'identifier':
      return parseIdentifier(bare)
    case 'intOrIdentifier':
      return parseInteger(bare) ?? parseIdentifier(bare)
    case 'boolean':
      return bare === 'true' || bare === '1' ? true : bare === 'false' || bare === '0' ? false : undefined
    case 'integer':
      return parseInteger(bare)
    case 'float':
      return parseFloating(bare)
    case 'duration':
      return parseDuration(bare)
    case 'point':
      return parsePoint(bare)
    case 'pair':
    case 'directedPair':
      return parsePair(bare)
    default:
      return undefined
  }
}

export function parseInteger(text: string): number | undefined {
  const number = INTEGER.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(number) ? (number === 0 ? 0 : number) : undefined
}

/** Decimal or exponential notation, the infinities and NaN by their XML Schema names. A value made of NaN is NULL. */
export function parseFloating(text: string): number | undefined {
  if (text === 'INF' || text === '+INF') return Infinity
  if (text === '-INF') return -Infinity
  if (text === 'NaN') return Number.NaN
  return FLOAT.test(text) ? Number(text) + 0 : undefined
}

/** A pretty-printed text loses the line breaks around it; spaces on one line are part of the value. */
function unwrapped(text: string): string {
  return /^\s*\n|\n\s*$/.test(text) ? text.trim() : text
}

function parseIdentifier(text: string): string | undefined {
  return text === '' || /\s/.test(text) ? undefined : text
}

/** Seconds, or a duration of ISO 8601 up to days: months have no fixed length. */
function parseDuration(text: string): number | undefined {
  const seconds = parseFloating(text)
  if (seconds !== undefined) return seconds >= 0 && Number.isFinite(seconds) ? seconds : undefined
  const parts = text === 'P' || text.endsWith('T') ? null : ISO_DURATION.exec(text)
  if (!parts) return undefined
  const [days = 0, hours = 0, minutes = 0, rest = 0] = parts.slice(1).map(part => Number(part ?? 0))
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest
}

function parsePoint(text: string): readonly [number, number] | undefined {
  const [x, y, ...rest] = text.split(/[\s,]+/).map(part => parseFloating(part))
  if (x === undefined || y === undefined || rest.length > 0) return undefined
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : undefined
}

function parsePair(text: string): readonly [string, string] | undefined {
  const [first = '', second = '', ...rest] = text.split(/\s+/)
  return first === '' || second === '' || rest.length > 0 ? undefined : [first, second]
}
