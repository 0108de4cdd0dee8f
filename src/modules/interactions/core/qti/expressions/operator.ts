import type { XmlElement } from '../../../../../kernel/xml.ts'
import { type QtiRefused, qtiFault } from '../fault.ts'
import { commonType } from '../values/compare.ts'
import { type BaseType, type QtiValue, describe } from '../values/value.ts'
import type { Scope } from './scope.ts'

/** Where an operator stands: its element with the attributes, and what it can see. */
export type Call = { readonly element: XmlElement; readonly scope: Scope }

/** What an operand may be; NULL always may. No list of types means any type. */
export type Taking = { readonly kinds: readonly QtiValue['kind'][]; readonly types?: readonly BaseType[] }

/** An operator as data: how many operands of what kind, what NULL does to it, and what it makes of sound operands. */
export type Operator = {
  readonly count: readonly [least: number, most: number]
  /** One entry for each operand; the last holds for all that follow. */
  readonly takes: readonly Taking[]
  /** `spread`: one NULL operand makes the result NULL. `own`: the operator decides. */
  readonly nulls: 'spread' | 'own'
  readonly run: (operands: readonly QtiValue[], call: Call) => QtiValue | QtiRefused
}

export const MANY = Number.MAX_SAFE_INTEGER
const NUMERIC = ['integer', 'float'] as const
export const CONTAINER_KINDS = ['multiple', 'ordered'] as const

export const ANY: Taking = { kinds: ['single', 'multiple', 'ordered', 'record'] }
export const SINGLE: Taking = { kinds: ['single'] }
export const BOOLEAN: Taking = { kinds: ['single'], types: ['boolean'] }
export const NUMBER: Taking = { kinds: ['single'], types: NUMERIC }
export const INTEGER: Taking = { kinds: ['single'], types: ['integer'] }
export const NUMBERS: Taking = { kinds: ['single', ...CONTAINER_KINDS], types: NUMERIC }
export const INTEGERS: Taking = { kinds: ['single', ...CONTAINER_KINDS], types: ['integer'] }
export const TEXT: Taking = { kinds: ['single'], types: ['string', 'identifier', 'uri'] }
export const DURATION: Taking = { kinds: ['single'], types: ['duration'] }
export const CONTAINER: Taking = { kinds: CONTAINER_KINDS }

/** The first operand that does not fit, as a fault. */
export function unfitOperand(operator: Operator, operands: readonly QtiValue[], element: XmlElement): QtiRefused | null {
  for (const [i, operand] of operands.entries()) {
    const taking = operator.takes[Math.min(i, operator.takes.length - 1)] ?? ANY
    if (operand.kind !== 'null' && !fits(operand, taking))
      return qtiFault('operand-unfit', element.name, { expected: describeTaking(taking), found: describe(operand) })
  }
  return null
}

function fits(value: QtiValue, { kinds, types }: Taking): boolean {
  if (!kinds.includes(value.kind)) return false
  return types === undefined || ('baseType' in value && types.includes(value.baseType))
}

function describeTaking({ kinds, types }: Taking): string {
  return types === undefined ? kinds.join('/') : `${kinds.join('/')} ${types.join('/')}`
}

/** The type all values share, after promotion; NULL counts for nothing. A fault when there is none. */
export function sharedType(values: readonly QtiValue[], element: XmlElement): BaseType | QtiRefused {
  const typed = values.filter(value => 'baseType' in value)
  let shared: BaseType | undefined = typed[0]?.baseType ?? 'string'
  for (const { baseType } of typed) shared = shared && commonType(shared, baseType)
  return shared ?? qtiFault('operands-differ', element.name, { found: typed.map(describe).join(', ') })
}

/** The kinds and types must be equal, as `match` and `contains` ask. */
export function differing(values: readonly QtiValue[], element: XmlElement): QtiRefused | null {
  const shared = sharedType(values, element)
  if (typeof shared !== 'string') return shared
  const kinds = new Set(values.map(value => value.kind).filter(kind => kind !== 'null'))
  return kinds.size > 1 ? qtiFault('operands-differ', element.name, { found: values.map(describe).join(', ') }) : null
}
