import { type Result, ok } from '../../../../kernel/result.ts'
import { COMPARISONS, type Comparison, type Condition, type Operand } from './condition.ts'
import { type ConditionFault, type Token, conditionFault, tokensOf } from './condition-tokens.ts'

/** A text that is only the name of an attribute means each of its values by itself; anything else is a condition. */
export type ReadCondition =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'attribute'; readonly name: string }

const MOST_NESTING = 100
const MOST_RANGE = 10_000
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['TRUE', true],
  ['FALSE', false],
  ['NA', null],
])

/**
 * Reads a condition such as `DOK >= 2 & AREA %in% c("1A", "1B")`. The precedence, from loose to tight: `|`, `&`, `!`, then
 * comparisons and `%in%`. Total: every text is either read or refused with the place of its first fault.
 */
export function parseCondition(text: string): Result<ReadCondition, ConditionFault> {
  const tokens = tokensOf(text)
  if (!tokens.ok) return tokens
  const [first, second] = tokens.value
  if (first?.kind === 'name' && second?.kind === 'end' && !CONSTANTS.has(first.text)) return ok({ kind: 'attribute', name: first.text })
  try {
    const reader = new Reader(tokens.value)
    const condition = reader.either()
    reader.finish()
    return ok({ kind: 'condition', condition })
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, refusal: error.fault }
    throw error
  }
}

/** Carries the first fault out of the recursion; never leaves this file. */
class Unreadable extends Error {
  readonly fault: ConditionFault
  constructor(at: number, zh: string, en: string) {
    super(en)
    this.fault = conditionFault(at, zh, en).refusal
  }
}

class Reader {
  private at = 0
  private nesting = 0
  private readonly tokens: readonly Token[]
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  either(): Condition {
    const parts = [this.both()]
    while (this.take('|', '||')) parts.push(this.both())
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { op: 'or', parts }
  }

  finish(): void {
    if (this.next.kind !== 'end') this.fail(`此处多出“${this.next.text}”`, `"${this.next.text}" was not expected here`)
  }

  private both(): Condition {
    const parts = [this.negation()]
    while (this.take('&', '&&')) parts.push(this.negation())
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { op: 'and', parts }
  }

  private negation(): Condition {
    if (!this.take('!')) return this.simple()
    return this.nested(() => ({ op: 'not', part: this.negation() }))
  }

  private simple(): Condition {
    if (this.take('(')) {
      const inside = this.nested(() => this.either())
      this.expect(')')
      return inside
    }
    if (this.next.kind === 'name' && this.next.text === 'is.na' && this.following.text === '(') return this.missing()
    const start = this.next
    const left = this.operand()
    if (this.take('%in%')) return { op: 'in', left, list: this.list() }
    const sign = COMPARISONS.find(each => this.next.kind === 'sign' && this.next.text === each)
    if (sign !== undefined) return this.comparison(left, sign)
    if (start.kind === 'name' && CONSTANTS.has(start.text)) return { op: 'constant', value: CONSTANTS.get(start.text) ?? null }
    return this.fail('此处缺少比较，如==、<、%in%', 'a comparison such as ==, < or %in% is missing here')
  }

  private comparison(left: Operand, sign: Comparison): Condition {
    this.at += 1
    return { op: 'compare', sign, left, right: this.operand() }
  }

  private missing(): Condition {
    this.at += 2
    const operand = this.operand()
    this.expect(')')
    return { op: 'missing', operand }
  }

  private operand(): Operand {
    const token = this.next
    if (token.kind !== 'name') return { kind: 'value', value: this.value() }
    this.at += 1
    const constant = CONSTANTS.get(token.text)
    if (constant === undefined) return { kind: 'attribute', name: token.text }
    return { kind: 'value', value: constant === null ? null : token.text }
  }

  /** `c(1, 2)`, `c("a", 'b')`, `1:5`, or one value. */
  private list(): (number | string | null)[] {
    if (this.next.kind !== 'name' || this.next.text !== 'c' || this.following.text !== '(') return this.range()
    this.at += 2
    const list: (number | string | null)[] = []
    if (this.take(')')) return list
    do list.push(...this.range())
    while (this.take(','))
    this.expect(')')
    return list
  }

  private range(): (number | string | null)[] {
    const { at } = this.next
    const first = this.value()
    if (!this.take(':')) return [first]
    const last = this.value()
    if (typeof first !== 'number' || typeof last !== 'number' || !(Math.abs(last - first) <= MOST_RANGE))
      throw new Unreadable(at, `范围应为两个数，相差不超过${MOST_RANGE}`, `a range is between two numbers at most ${MOST_RANGE} apart`)
    const step = last >= first ? 1 : -1
    return Array.from({ length: Math.floor(Math.abs(last - first)) + 1 }, (_, n) => first + n * step)
  }

  private value(): number | string | null {
    const minus = this.take('-')
    if (!minus) this.take('+')
    const token = this.next
    this.at += 1
    if (token.kind === 'number') return minus ? -Number(token.text) : Number(token.text)
    if (token.kind === 'text' && !minus) return token.text
    if (token.kind === 'name' && CONSTANTS.has(token.text)) return token.text === 'NA' ? null : token.text
    this.at -= 1
    return this.fail('此处缺少取值', 'a value is missing here')
  }

  private nested<T>(read: () => T): T {
    if (++this.nesting > MOST_NESTING) this.fail(`括号或“!”超过${MOST_NESTING}层`, `nested more than ${MOST_NESTING} deep`)
    const inside = read()
    this.nesting -= 1
    return inside
  }

  private take(...signs: readonly string[]): boolean {
    const taken = this.next.kind === 'sign' && signs.includes(this.next.text)
    if (taken) this.at += 1
    return taken
  }

  private expect(sign: string): void {
    if (!this.take(sign)) this.fail(`此处缺少“${sign}”`, `"${sign}" is missing here`)
  }

  private fail(zh: string, en: string): never {
    throw new Unreadable(this.next.at, zh, en)
  }

  private get next(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token
  }

  private get following(): Token {
    return this.tokens[Math.min(this.at + 1, this.tokens.length - 1)] as Token
  }
}
