import type { Engine } from '../../world/engine.ts'
import type { World } from '../../world/world.ts'
import { type Surroundings, evaluate } from '../expression/evaluate.ts'
import { type Value, isRow } from '../expression/functions.ts'
import { parseExpression } from '../expression/parse.ts'
import type { RubricValue } from '../check-schema.ts'

/** What looking at one thing came to. `share` in millionths, so that a third of three marks is one mark. */
export type Judgement = {
  readonly share: number
  readonly expected: string
  readonly actual: string
  readonly witness: readonly number[]
  readonly counter: readonly number[]
  /** Values found, by field, for hints and for errors that carry forward. */
  readonly values: Readonly<Record<string, Value>>
  /** Fields that are wrong. */
  readonly wrong: readonly string[]
  /** How often it happened, for deductions. */
  readonly times: number
  /** Right only together with an earlier error. */
  readonly carried: boolean
  /** A person has to look. */
  readonly manual: boolean
}

export const FULL = 1_000_000

export function judged(share: number, more: Partial<Judgement> = {}): Judgement {
  return {
    expected: '',
    actual: '',
    witness: [],
    counter: [],
    values: {},
    wrong: [],
    times: 0,
    carried: false,
    manual: false,
    ...more,
    share,
  }
}

/** A result of a validator of artefacts: each finding by its code. */
export type Finding = { readonly code: string; readonly ok: boolean; readonly zh: string }
export type Validators = Readonly<Record<string, (text: string) => readonly Finding[]>>

/** Where a rubric is applied. `seed` is the world before anything was done. */
export type Bench = {
  readonly engine: Engine
  readonly world: World
  readonly start: World
  readonly around: Surroundings
  readonly validators: Validators
}

/** An expression of a rubric that cannot be computed: the writer's mistake, kept beside the score. */
export class RubricFault extends Error {}

/** The value of an expression slot; a fault of it is a fault of the rubric. */
export function valueAt(bench: Pick<Bench, 'around'>, text: string): Value {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new RubricFault(`${text}：${parsed.fault.zh}`)
  const done = evaluate(parsed.expression, bench.around)
  if (!done.ok) throw new RubricFault(`${text}：${done.fault.zh}`)
  return done.value
}

/** Is a text of a value slot an expression? */
export function isExpression(value: RubricValue): value is string {
  return typeof value === 'string' && (value.startsWith('$') || value.startsWith('='))
}

/** The value of a value slot. */
export function wantedAt(bench: Pick<Bench, 'around'>, value: RubricValue): Value {
  return isExpression(value) ? valueAt(bench, value.replace(/^=/, '')) : value
}

/** The rows an expression gives, one or many, each with its event. */
export function rowsAt(bench: Pick<Bench, 'around'>, text: string): readonly { readonly [field: string]: Value }[] {
  const value = valueAt(bench, text)
  const rows = Array.isArray(value) ? (value as readonly Value[]) : value === null ? [] : [value]
  if (!rows.every(isRow)) throw new RubricFault(`${text}：应为一组事实`)
  return rows as readonly { readonly [field: string]: Value }[]
}

export function seqsOf(rows: readonly { readonly [field: string]: Value }[]): number[] {
  return rows.flatMap(row => (typeof row['seq'] === 'number' ? [row['seq']] : []))
}
