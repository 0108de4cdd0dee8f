import { says } from '../folding.ts'
import { FUNCTIONS, type Value, WrongValue, divided, isRow, kindOf, same, whole } from './functions.ts'
import type { Compare, Expression, ExpressionFault, Where } from './syntax.ts'

/** What an expression may look at. Rows come with `seq`, the event they rest on. */
export type Surroundings = {
  readonly params: Readonly<Record<string, Value>>
  readonly rows: (source: string) => readonly { readonly [field: string]: Value }[]
  /** The type of a field, where the catalogue knows it: a `prose` field is asked whether it says something, a `list` whether it holds it. */
  readonly typeOf: (source: string, field: string) => string | undefined
  /** What a person calls a field. */
  readonly nameOf?: (source: string, field: string) => string | undefined
  /** Functions of the place where it stands, such as `from` in a check. */
  readonly own?: Readonly<Record<string, (given: readonly Value[]) => Value>>
}

export type Evaluated = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: ExpressionFault }

/** How many steps one evaluation may take. */
export const MOST_STEPS = 20_000
/** How long a text may become. */
const MOST_TEXT = 50_000

class Stopped extends Error {
  readonly at: number
  constructor(at: number, zh: string) {
    super(zh)
    this.at = at
  }
}

type Run = { readonly around: Surroundings; steps: number }

/** The value of an expression. It ends for every input, and what cannot be computed is a fault with its place. */
export function evaluate(expression: Expression, around: Surroundings): Evaluated {
  const run = { around, steps: 0 }
  try {
    return { ok: true, value: valueOf(run, expression) }
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, fault: { at: error.at, zh: error.message } }
    throw error
  }
}

function spend(run: Run, at: number, steps: number): void {
  run.steps += steps
  if (run.steps > MOST_STEPS) throw new Stopped(at, '计算量过大')
}

function valueOf(run: Run, e: Expression): Value {
  spend(run, e.at, 1)
  switch (e.kind) {
    case 'literal':
      return e.value
    case 'list':
      return e.items.map(item => valueOf(run, item))
    case 'param': {
      if (!Object.hasOwn(run.around.params, e.name)) throw new Stopped(e.at, `没有参数“$${e.name}”`)
      return run.around.params[e.name] ?? null
    }
    case 'field':
      return fieldOf(valueOf(run, e.of), e.name, e.at)
    case 'query':
      return queried(run, e)
    case 'call':
      return called(run, e)
    case 'not':
      return !truth(valueOf(run, e.of), e.at)
    case 'minus':
      return guarded(e.at, () => whole(-numberOf(valueOf(run, e.of))))
    case 'binary':
      return combined(run, e)
  }
}

/** A field of a row; of a list of rows, the list of their fields; of nothing, nothing. */
function fieldOf(of: Value, name: string, at: number): Value {
  if (of === null) return null
  if (Array.isArray(of)) return (of as readonly Value[]).map(row => fieldOf(row, name, at))
  if (!isRow(of)) throw new Stopped(at, `${kindOf(of)}没有字段“${name}”`)
  if (!Object.hasOwn(of, name)) throw new Stopped(at, `没有字段“${name}”`)
  return of[name] ?? null
}

function queried(run: Run, e: Extract<Expression, { kind: 'query' }>): Value {
  const rows = run.around.rows(e.source)
  const wanted = e.where.map(where => ({ where, value: valueOf(run, where.value) }))
  spend(run, e.at, rows.length * (wanted.length + 1))
  const found = rows.filter(row => wanted.every(({ where, value }) => holds(run, e.source, row, { where, value })))
  if (e.take === 'all') return found
  return (e.take === 'first' ? found[0] : found.at(-1)) ?? null
}

function holds(
  run: Run,
  source: string,
  row: { readonly [field: string]: Value },
  { where, value }: { where: Where; value: Value },
): boolean {
  if (!Object.hasOwn(row, where.field)) throw new Stopped(where.at, `“${source}”没有字段“${where.field}”`)
  const own = row[where.field] ?? null
  const type = run.around.typeOf(source, where.field)
  const items: readonly Value[] = Array.isArray(value) ? (value as readonly Value[]) : [value]
  const isIn = (item: Value): boolean => {
    if (type === 'prose') return typeof own === 'string' && says(own, String(item))
    return Array.isArray(own) ? own.some(x => same(x as Value, item)) : same(own, item)
  }
  const alike = type === 'prose' || Array.isArray(own) ? items.every(isIn) : Array.isArray(value) ? items.some(isIn) : isIn(value)
  if (where.op === '==') return alike
  if (where.op === '!=') return !alike
  return compared(where.op, own, value, where.at)
}

function called(run: Run, e: Extract<Expression, { kind: 'call' }>): Value {
  const given = e.given.map(item => valueOf(run, item))
  spend(
    run,
    e.at,
    given.reduce((sum: number, value) => sum + (Array.isArray(value) ? value.length : 1), 0),
  )
  const own = run.around.own !== undefined && Object.hasOwn(run.around.own, e.name) ? run.around.own[e.name] : undefined
  if (own !== undefined) return guarded(e.at, () => own(given))
  const known = Object.hasOwn(FUNCTIONS, e.name) ? FUNCTIONS[e.name] : undefined
  if (known === undefined) throw new Stopped(e.at, `没有函数“${e.name}”`)
  if (given.length < known.least || given.length > known.most) throw new Stopped(e.at, `“${e.name}”的参数个数不对`)
  return guarded(e.at, () => known.of(given))
}

function guarded(at: number, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof WrongValue) throw new Stopped(at, error.message)
    throw error
  }
}

function truth(value: Value, at: number): boolean {
  if (typeof value !== 'boolean') throw new Stopped(at, `需要是否，得到的是${kindOf(value)}`)
  return value
}

function numberOf(value: Value): number {
  if (typeof value !== 'number') throw new WrongValue(`需要数字，得到的是${kindOf(value)}`)
  return value
}

function compared(op: Compare, a: Value, b: Value, at: number): boolean {
  if (op === '==') return same(a, b)
  if (op === '!=') return !same(a, b)
  const sameKind = (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string')
  if (!sameKind) throw new Stopped(at, `${kindOf(a)}和${kindOf(b)}不能比较大小`)
  const [x, y] = [a as number, b as number]
  return op === '<' ? x < y : op === '<=' ? x <= y : op === '>' ? x > y : x >= y
}

function combined(run: Run, e: Extract<Expression, { kind: 'binary' }>): Value {
  const left = valueOf(run, e.left)
  if (e.op === 'and') return truth(left, e.at) && truth(valueOf(run, e.right), e.at)
  if (e.op === 'or') return truth(left, e.at) || truth(valueOf(run, e.right), e.at)
  const right = valueOf(run, e.right)
  const { op } = e
  if (op === '+' && typeof left === 'string' && typeof right === 'string') {
    if (left.length + right.length > MOST_TEXT) throw new Stopped(e.at, '文字过长')
    return left + right
  }
  if (op === '+' || op === '-' || op === '*' || op === '/' || op === '%')
    return guarded(e.at, () => arithmetic(op, numberOf(left), numberOf(right)))
  return compared(op, left, right, e.at)
}

function arithmetic(op: '+' | '-' | '*' | '/' | '%', a: number, b: number): number {
  if (op === '+') return whole(a + b)
  if (op === '-') return whole(a - b)
  if (op === '*') return whole(a * b)
  if (op === '/') return divided(a, b)
  if (b === 0) throw new WrongValue('除数为零')
  return whole(a % b)
}
