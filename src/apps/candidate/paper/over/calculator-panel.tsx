import { useEffect, useRef, useState } from '../../../../ui/hooks.ts'
import { useWords } from '../../../../ui/words.ts'
import { type CalculatorKey, EMPTY_CALCULATOR, calculatorKeyOf, press } from '../../calculator/calculator.ts'
import { ZERO } from '../../calculator/decimal.ts'
import { en } from '../../words/words.en.ts'
import { zh } from '../../words/words.zh.ts'

const ROWS: readonly (readonly CalculatorKey[])[] = [
  ['MC', 'MR', 'M-', 'M+'],
  ['C', 'back', '%', '/'],
  ['7', '8', '9', '*'],
  ['4', '5', '6', '-'],
  ['1', '2', '3', '+'],
  ['sign', '0', '.', '='],
]
const FACES: Readonly<Record<string, string>> = { back: '⌫', '/': '÷', '*': '×', '-': '−', sign: '±', 'M-': 'M−' }

/** A small calculator beside the paper; it works by its own keys and by the keyboard while it has the focus. */
export function CalculatorPanel({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(zh, en).calculator
  const [state, set] = useState(EMPTY_CALCULATOR)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const onKey = (event: {
    readonly key: string
    readonly ctrlKey: boolean
    readonly target: EventTarget
    preventDefault(): void
    stopPropagation(): void
  }) => {
    if (event.key === 'Escape') return onClose()
    const onButton = event.target instanceof HTMLButtonElement
    const key = event.ctrlKey ? undefined : calculatorKeyOf(event.key)
    event.stopPropagation()
    // a button that has the focus is pressed by Enter itself
    if (key === undefined || (onButton && event.key === 'Enter')) return
    event.preventDefault()
    set(now => press(now, key))
  }
  const name = (key: CalculatorKey) => (words.keys as Readonly<Record<string, string>>)[key] ?? key
  return (
    <section className="x-calculator" aria-labelledby="calculator-title" tabIndex={-1} ref={box} onKeyDown={onKey}>
      <header>
        <h2 id="calculator-title">{words.title}</h2>
        <button type="button" className="z-icon-button" aria-label={words.shut} onClick={onClose}>
          ✕
        </button>
      </header>
      <output className="x-calculator-shown z-number" aria-label={words.shown}>
        {state.memory === ZERO || state.memory.digits === 0n ? null : <abbr title={words.memory}>M</abbr>}
        <span>{state.shown?.replace('-', '−') ?? words.error}</span>
      </output>
      <div className="x-calculator-keys">
        {ROWS.flat().map(key => (
          <button
            type="button"
            key={key}
            className={/^[\d.]$/.test(key) ? '' : 'x-calculator-act'}
            aria-label={name(key)}
            onClick={() => set(now => press(now, key))}
          >
            {FACES[key] ?? key}
          </button>
        ))}
      </div>
    </section>
  )
}
