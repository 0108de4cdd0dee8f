import { type Compare, type Expression, type ExpressionFault, MOST_DEPTH, MOST_LENGTH, type Operator, type Where } from './syntax.ts'

type Sign = { readonly kind: 'number' | 'text' | 'name' | 'param' | 'op' | 'end'; readonly text: string; readonly at: number }
export type Parsed = { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly fault: ExpressionFault }

class Fault extends Error {
  readonly at: number
  constructor(at: number, zh: string) {
    super(zh)
    this.at = at
  }
}

const OPS = ['==', '!=', '<=', '>=', '<', '>', '=', '+', '-', '*', '/', '%', '(', ')', '[', ']', ',', '.']
const NAME = /^@?[A-Za-z_][A-Za-z0-9_]*/

/** The signs of a text, the end as the last. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const blank = /^\s+/.exec(rest)?.[0]
    if (blank !== undefined) {
      at += blank.length
      continue
    }
    const sign = signAt(rest, at)
    signs.push(sign)
    at += sign.kind === 'text' ? textLength(rest) : sign.text.length + (sign.kind === 'param' ? 1 : 0)
  }
  return [...signs, { kind: 'end', text: '', at: text.length }]
}

function textLength(rest: string): number {
  return (/^'[^']*'|^"[^"]*"/.exec(rest)?.[0] ?? '').length
}

function signAt(rest: string, at: number): Sign {
  const number = /^\d+/.exec(rest)?.[0]
  if (number !== undefined) {
    if (/^\d+\.\d/.test(rest)) throw new Fault(at, '只能用整数：金额以分、比率以万分之一为单位')
    return { kind: 'number', text: number, at }
  }
  if (rest.startsWith("'") || rest.startsWith('"')) {
    if (textLength(rest) === 0) throw new Fault(at, '引号没有配对')
    return { kind: 'text', text: rest.slice(1, textLength(rest) - 1), at }
  }
  if (rest.startsWith('$')) {
    const name = NAME.exec(rest.slice(1))?.[0]
    if (name === undefined || name.startsWith('@')) throw new Fault(at, '“$”后应为参数名')
    return { kind: 'param', text: name, at }
  }
  const name = NAME.exec(rest)?.[0]
  if (name !== undefined) return { kind: 'name', text: name, at }
  const op = OPS.find(o => rest.startsWith(o))
  if (op === undefined) throw new Fault(at, `不认识的符号“${[...rest][0] ?? ''}”`)
  return { kind: 'op', text: op, at }
}

/** Reads an expression. Whatever comes in, it answers with the expression or with one fault and its place. */
export function parseExpression(text: string): Parsed {
  try {
    if (text.length > MOST_LENGTH) throw new Fault(MOST_LENGTH, `表达式过长，不超过 ${MOST_LENGTH} 个字符`)
    const reader = readerOf(signsOf(text))
    const expression = binary(reader, 0, 0)
    if (reader.next().kind !== 'end') throw new Fault(reader.next().at, `此处不应有“${reader.next().text}”`)
    return { ok: true, expression }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { at: error.at, zh: error.message } }
    throw error
  }
}

type Reader = {
  readonly next: () => Sign
  readonly take: () => Sign
  readonly is: (text: string) => boolean
  readonly must: (text: string) => Sign
}

function readerOf(signs: readonly Sign[]): Reader {
  let i = 0
  const next = (): Sign => signs[Math.min(i, signs.length - 1)] as Sign
  const is = (text: string): boolean => next().text === text && (next().kind === 'op' || next().kind === 'name')
  const take = (): Sign => {
    const sign = next()
    i += 1
    return sign
  }
  const must = (text: string): Sign => {
    if (!is(text)) throw new Fault(next().at, next().kind === 'end' ? `缺少“${text}”` : `此处应为“${text}”，而不是“${next().text}”`)
    return take()
  }
  return { next, take, is, must }
}

/** From loosest to tightest; operators of one level go from left to right. */
const LEVELS: readonly (readonly Operator[])[] = [['or'], ['and'], ['==', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']]

function binary(r: Reader, level: number, depth: number): Expression {
  if (depth > MOST_DEPTH) throw new Fault(r.next().at, '表达式嵌套过深')
  const ops = LEVELS[level]
  if (ops === undefined) return unary(r, depth)
  let left = level === 2 && r.is('not') ? negated(r, depth) : binary(r, level + 1, depth)
  for (let op = ops.find(o => r.is(o)); op !== undefined; op = ops.find(o => r.is(o))) {
    const { at } = r.take()
    left = { kind: 'binary', at, op, left, right: binary(r, level + 1, depth + 1) }
  }
  return left
}

/** `not` binds looser than comparison and tighter than `and`. */
function negated(r: Reader, depth: number): Expression {
  const { at } = r.must('not')
  return { kind: 'not', at, of: binary(r, 2, depth + 1) }
}

function unary(r: Reader, depth: number): Expression {
  if (!r.is('-')) return postfix(r, depth)
  if (depth > MOST_DEPTH) throw new Fault(r.next().at, '表达式嵌套过深')
  const { at } = r.take()
  return { kind: 'minus', at, of: unary(r, depth + 1) }
}

function postfix(r: Reader, depth: number): Expression {
  let of = primary(r, depth)
  while (r.is('.')) {
    r.take()
    const name = r.take()
    if (name.kind !== 'name') throw new Fault(name.at, '“.”后应为字段名')
    of = { kind: 'field', at: name.at, of, name: name.text }
  }
  return of
}

function primary(r: Reader, depth: number): Expression {
  const sign = r.take()
  if (sign.kind === 'number') {
    const value = Number(sign.text)
    if (!Number.isSafeInteger(value)) throw new Fault(sign.at, '数字过大')
    return { kind: 'literal', at: sign.at, value }
  }
  if (sign.kind === 'text') return { kind: 'literal', at: sign.at, value: sign.text }
  if (sign.kind === 'param') return { kind: 'param', at: sign.at, name: sign.text }
  if (sign.kind === 'name') return named(r, sign, depth)
  if (sign.kind === 'op' && sign.text === '(') {
    const inner = binary(r, 0, depth + 1)
    r.must(')')
    return inner
  }
  if (sign.kind === 'op' && sign.text === '[') return { kind: 'list', at: sign.at, items: several(r, ']', depth) }
  throw new Fault(sign.at, sign.kind === 'end' ? '表达式不完整' : `此处不应有“${sign.text}”`)
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

function named(r: Reader, sign: Sign, depth: number): Expression {
  if (Object.hasOwn(WORDS, sign.text)) return { kind: 'literal', at: sign.at, value: WORDS[sign.text] ?? null }
  if (r.is('.')) {
    r.take()
    const name = r.take()
    if (name.kind !== 'name') throw new Fault(name.at, '“.”后应为事实名')
    return query(r, sign.at, `${sign.text}.${name.text}`, depth)
  }
  if (!r.is('(')) throw new Fault(sign.at, `不认识的名称“${sign.text}”；参数以“$”开头，文字加引号`)
  r.take()
  return { kind: 'call', at: sign.at, name: sign.text, given: several(r, ')', depth) }
}

function several(r: Reader, end: string, depth: number): Expression[] {
  const items: Expression[] = []
  while (!r.is(end)) {
    items.push(binary(r, 0, depth + 1))
    if (!r.is(end)) r.must(',')
  }
  r.must(end)
  return items
}

const COMPARES: readonly (Compare | '=')[] = ['=', '==', '!=', '<', '<=', '>', '>=']

function query(r: Reader, at: number, source: string, depth: number): Expression {
  r.must('(')
  const where: Where[] = []
  let take: 'all' | 'first' | 'last' = 'all'
  while (!r.is(')')) {
    const field = r.take()
    if (field.kind !== 'name') throw new Fault(field.at, '此处应为字段名、first 或 last')
    const op = COMPARES.find(o => r.is(o))
    if (op === undefined) {
      if (field.text !== 'first' && field.text !== 'last') throw new Fault(field.at, `“${field.text}”后应有比较符号`)
      take = field.text
    } else {
      r.take()
      where.push({ at: field.at, field: field.text, op: op === '=' ? '==' : op, value: binary(r, 3, depth + 1) })
    }
    if (!r.is(')')) r.must(',')
  }
  r.must(')')
  return { kind: 'query', at, source, where, take }
}
