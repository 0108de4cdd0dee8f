import { anyButLineEnd, isChar, readEscape, readSet } from './char-set.ts'
import { type PatternFlaw, type PatternReader, type PatternTree, isFlaw, peek, take } from './pattern-tree.ts'

const LONGEST = 2_000
const DEEPEST = 50
const MOST = 1_000

/**
 * Reads a regular expression of XML Schema Part 2, appendix F: no anchors (`^` and `$` are signs like others),
 * no greediness, no references back; sets can be subtracted.
 */
export function parsePattern(pattern: string): PatternTree | PatternFlaw {
  const reader: PatternReader = { points: [...pattern], at: 0 }
  if (reader.points.length > LONGEST) return { flaw: `longer than ${LONGEST} characters` }
  const tree = readChoice(reader, 0)
  if (isFlaw(tree)) return tree
  return peek(reader) === undefined ? tree : { flaw: 'a bracket is closed that was not opened' }
}

function readChoice(reader: PatternReader, depth: number): PatternTree | PatternFlaw {
  if (depth > DEEPEST) return { flaw: 'brackets are nested too deep' }
  const choices: PatternTree[] = []
  do {
    const one = readSequence(reader, depth)
    if (isFlaw(one)) return one
    choices.push(one)
  } while (take(reader, '|'))
  return choices.length === 1 && choices[0] !== undefined ? choices[0] : { kind: 'choice', choices }
}

function readSequence(reader: PatternReader, depth: number): PatternTree | PatternFlaw {
  const parts: PatternTree[] = []
  for (let next = peek(reader); next !== undefined && next !== '|' && next !== ')'; next = peek(reader)) {
    const atom = readAtom(reader, depth)
    if (isFlaw(atom)) return atom
    const part = readCount(reader, atom)
    if (isFlaw(part)) return part
    parts.push(part)
  }
  return { kind: 'sequence', parts }
}

function readAtom(reader: PatternReader, depth: number): PatternTree | PatternFlaw {
  const sign = peek(reader) ?? ''
  reader.at++
  if (sign === '(') {
    const inner = readChoice(reader, depth + 1)
    return isFlaw(inner) || take(reader, ')') ? inner : { flaw: 'a bracket is not closed' }
  }
  if (/^[?*+{}\]]$/.test(sign)) return { flaw: `${sign} stands where a character should be` }
  if (sign === '.') return { kind: 'set', test: anyButLineEnd }
  const test = sign === '[' ? readSet(reader, 0) : sign === '\\' ? readEscape(reader) : sign
  if (typeof test === 'string') return { kind: 'set', test: isChar(test) }
  return isFlaw(test) ? test : { kind: 'set', test }
}

function readCount(reader: PatternReader, part: PatternTree): PatternTree | PatternFlaw {
  if (take(reader, '?')) return { kind: 'repeat', part, least: 0, most: 1 }
  if (take(reader, '*')) return { kind: 'repeat', part, least: 0, most: Infinity }
  if (take(reader, '+')) return { kind: 'repeat', part, least: 1, most: Infinity }
  if (peek(reader) !== '{') return part
  const end = reader.points.indexOf('}', reader.at)
  const counts = end < 0 ? null : /^(\d+)(,(\d*))?$/.exec(reader.points.slice(reader.at + 1, end).join(''))
  if (!counts) return { flaw: 'a count in braces is malformed' }
  reader.at = end + 1
  const least = Number(counts[1])
  const most = counts[2] === undefined ? least : counts[3] === '' ? Infinity : Number(counts[3])
  if (least > most) return { flaw: `the count {${least},${most}} is empty` }
  return least > MOST || (most > MOST && most !== Infinity) ? { flaw: `a count is above ${MOST}` } : { kind: 'repeat', part, least, most }
}
