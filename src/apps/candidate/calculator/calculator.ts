import { type Decimal, MOST_DIGITS, ZERO, add, decimalOf, divide, fit, multiply, negate, textOf } from './decimal.ts'

export type Operator = '+' | '-' | '*' | '/'
export type CalculatorKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '.'
  | '='
  | '%'
  | 'C'
  | 'back'
  | 'sign'
  | 'MC'
  | 'MR'
  | 'M+'
  | 'M-'
  | Operator

/** A pocket calculator: it works off one sign after another, without precedence, as those on desks do. */
export type Calculator = {
  /** What the display shows; null after something that cannot be computed. */
  readonly shown: string | null
  /** The next digit begins a new number. */
  readonly isFresh: boolean
  readonly left: Decimal | null
  readonly operator: Operator | null
  /** The last right-hand side, for “=” pressed again. */
  readonly right: Decimal | null
  readonly memory: Decimal
}

export const EMPTY_CALCULATOR: Calculator = { shown: '0', isFresh: true, left: null, operator: null, right: null, memory: ZERO }

/** One key further. After an error only C goes on. */
export function press(state: Calculator, key: CalculatorKey): Calculator {
  if (key === 'C') return { ...EMPTY_CALCULATOR, memory: state.memory }
  if (state.shown === null) return state
  if (/^[0-9.]$/.test(key)) return typed(state, key)
  const here = decimalOf(state.shown)
  switch (key) {
    case 'back':
      return state.isFresh ? state : { ...state, shown: /^-?\d$/.test(state.shown) ? '0' : state.shown.slice(0, -1) }
    case 'sign':
      return { ...state, shown: textOf(negate(here)) }
    case '%':
      return showing(state, percent(state, here))
    case 'MC':
      return { ...state, memory: ZERO }
    case 'MR':
      return showing(state, state.memory)
    case 'M+':
    case 'M-': {
      const sum = fit(add(state.memory, key === 'M+' ? here : negate(here)))
      return sum === null ? { ...state, shown: null } : { ...state, memory: sum, isFresh: true }
    }
    case '=':
      return equals(state, here)
    default:
      return operate(state, here, key as Operator)
  }
}

function typed(state: Calculator, key: string): Calculator {
  const shown = state.isFresh ? '0' : (state.shown ?? '0')
  if (key === '.') return shown.includes('.') ? { ...state, shown, isFresh: false } : { ...state, shown: `${shown}.`, isFresh: false }
  if (shown.replace(/\D/g, '').length >= MOST_DIGITS) return state
  return { ...state, shown: shown === '0' ? key : shown + key, isFresh: false }
}

/** As much of the left side where something is added or taken away, else a hundredth. */
function percent({ left, operator }: Calculator, here: Decimal): Decimal {
  const hundredth = { digits: here.digits, scale: here.scale + 2 }
  return left !== null && (operator === '+' || operator === '-') ? multiply(left, hundredth) : multiply(hundredth, { digits: 1n, scale: 0 })
}

function showing(state: Calculator, value: Decimal | null): Calculator {
  const fitted = value === null ? null : fit(value)
  return { ...state, shown: fitted === null ? null : textOf(fitted), isFresh: true }
}

function operate(state: Calculator, here: Decimal, operator: Operator): Calculator {
  // a sign after a sign corrects the one before
  if (state.operator !== null && state.isFresh && state.left !== null && state.right === null) return { ...state, operator }
  const done = state.operator !== null && state.left !== null && state.right === null ? apply(state.left, state.operator, here) : here
  const next = showing({ ...state, operator, right: null }, done)
  return { ...next, left: next.shown === null ? null : decimalOf(next.shown) }
}

function equals(state: Calculator, here: Decimal): Calculator {
  if (state.operator === null) return { ...state, isFresh: true }
  const again = state.right !== null
  const [left, right] = again ? [here, state.right] : [state.left ?? here, here]
  const next = showing(state, apply(left, state.operator, right ?? here))
  return { ...next, left: null, right }
}

function apply(left: Decimal, operator: Operator, right: Decimal): Decimal | null {
  if (operator === '+') return add(left, right)
  if (operator === '-') return add(left, negate(right))
  return operator === '*' ? multiply(left, right) : divide(left, right)
}

const KEYS: Readonly<Record<string, CalculatorKey>> = { Enter: '=', Backspace: 'back', Delete: 'C', ',': '.', '×': '*', '÷': '/' }

/** The key of the calculator for a key of the keyboard; undefined for any other. */
export function calculatorKeyOf(key: string): CalculatorKey | undefined {
  return /^[0-9.+\-*/=%]$/.test(key) ? (key as CalculatorKey) : KEYS[key]
}
