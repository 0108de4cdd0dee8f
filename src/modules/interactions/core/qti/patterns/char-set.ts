import type { CharTest, PatternFlaw, PatternReader } from './pattern-tree.ts'
import { isFlaw, peek, take } from './pattern-tree.ts'

const CATEGORY = /^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/
/** Blocks of Unicode by their XML Schema names, as far as exam items write them. */
const BLOCKS: Readonly<Record<string, readonly [number, number]>> = {
  BasicLatin: [0x0, 0x7f],
  'Latin-1Supplement': [0x80, 0xff],
  'LatinExtended-A': [0x100, 0x17f],
  'LatinExtended-B': [0x180, 0x24f],
  Greek: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  GeneralPunctuation: [0x2000, 0x206f],
  CurrencySymbols: [0x20a0, 0x20cf],
  MathematicalOperators: [0x2200, 0x22ff],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  HangulSyllables: [0xac00, 0xd7a3],
  HalfwidthandFullwidthForms: [0xff00, 0xffef],
}
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const ESCAPABLE = /^[\\|.?*+(){}\-[\]^$/"' ]$/
/** The letter of each class, and the character classes of JavaScript that mean the same. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  s: /^[ \t\n\r]$/,
  d: /^\p{Nd}$/u,
  w: /^[^\p{P}\p{Z}\p{C}]$/u,
  i: /^[\p{L}_:]$/u,
  c: /^[\p{L}\p{Nd}\p{M}._:\u{B7}-]$/u,
}

export function anyButLineEnd(point: number): boolean {
  return point !== 0xa && point !== 0xd
}

/** After a backslash: a control, an escaped sign, a class or a category. A single character is given as such. */
export function readEscape(reader: PatternReader): CharTest | string | PatternFlaw {
  const sign = peek(reader)
  if (sign === undefined) return { flaw: 'ends with a backslash' }
  reader.at++
  const control = Object.hasOwn(CONTROLS, sign) ? CONTROLS[sign] : undefined
  if (control !== undefined) return control
  if (ESCAPABLE.test(sign)) return sign
  if (sign === 'p' || sign === 'P') return readCategory(reader, sign === 'P')
  const small = sign.toLowerCase()
  const test = Object.hasOwn(CLASSES, small) ? CLASSES[small] : undefined
  if (test === undefined) return { flaw: `\\${sign} is not known` }
  return sign === small ? oneOf(test) : outside(oneOf(test))
}

function readCategory(reader: PatternReader, without: boolean): CharTest | PatternFlaw {
  const end = reader.points.indexOf('}', reader.at)
  if (!take(reader, '{') || end < 0) return { flaw: '\\p needs a name in braces' }
  const name = reader.points.slice(reader.at, end).join('')
  reader.at = end + 1
  const block = name.startsWith('Is') && Object.hasOwn(BLOCKS, name.slice(2)) ? BLOCKS[name.slice(2)] : undefined
  if (block === undefined && !CATEGORY.test(name)) return { flaw: `\\p{${name}} is not known` }
  const test = block ? between(...block) : oneOf(new RegExp(`^\\p{${name}}$`, 'u'))
  return without ? outside(test) : test
}

/** After `[`: ranges, signs and classes, perhaps negated, perhaps less another set: `[a-z-[aeiou]]`. */
export function readSet(reader: PatternReader, depth: number): CharTest | PatternFlaw {
  if (depth > 20) return { flaw: 'sets are nested too deep' }
  const negated = take(reader, '^')
  const tests: CharTest[] = []
  while (!take(reader, ']')) {
    if (peek(reader) === undefined) return { flaw: 'a set is not closed' }
    if (tests.length > 0 && peek(reader) === '-' && reader.points[reader.at + 1] === '[') {
      reader.at += 2
      const less = readSet(reader, depth + 1)
      if (isFlaw(less)) return less
      if (!take(reader, ']')) return { flaw: 'a subtracted set must come last' }
      return minus(anyOf(tests, negated), less)
    }
    const test = readRange(reader)
    if (isFlaw(test)) return test
    tests.push(test)
  }
  return tests.length === 0 ? { flaw: 'a set is empty' } : anyOf(tests, negated)
}

function readRange(reader: PatternReader): CharTest | PatternFlaw {
  const from = readSetSign(reader)
  if (typeof from !== 'string') return from
  const next = reader.points[reader.at + 1]
  if (peek(reader) !== '-' || next === ']' || next === '[' || next === undefined) return between(codeOf(from), codeOf(from))
  reader.at++
  const to = readSetSign(reader)
  if (typeof to !== 'string') return isFlaw(to) ? to : { flaw: 'a range ends in a class' }
  return codeOf(to) < codeOf(from) ? { flaw: `the range ${from}-${to} is empty` } : between(codeOf(from), codeOf(to))
}

function readSetSign(reader: PatternReader): CharTest | string | PatternFlaw {
  const sign = peek(reader)
  if (sign === undefined || sign === '[') return { flaw: 'a set is not closed' }
  reader.at++
  return sign === '\\' ? readEscape(reader) : sign
}

export function isChar(sign: string): CharTest {
  const wanted = codeOf(sign)
  return point => point === wanted
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0
}

function between(from: number, to: number): CharTest {
  return point => point >= from && point <= to
}

/** Held against one character at a time, so that no backtracking can happen. */
function oneOf(test: RegExp): CharTest {
  return point => test.test(String.fromCodePoint(point))
}

function outside(test: CharTest): CharTest {
  return point => !test(point)
}

function anyOf(tests: readonly CharTest[], negated: boolean): CharTest {
  return point => tests.some(test => test(point)) !== negated
}

function minus(whole: CharTest, less: CharTest): CharTest {
  return point => whole(point) && !less(point)
}
