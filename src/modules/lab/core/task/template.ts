import { type Surroundings, evaluate } from './expression/evaluate.ts'
import { type Value, isRow } from './expression/functions.ts'
import { parseExpression } from './expression/parse.ts'

/** A value as a person reads it. */
export function shown(value: Value | undefined): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (value === true) return '是'
  if (value === false) return '否'
  if (Array.isArray(value)) return value.length === 0 ? '（无）' : (value as readonly Value[]).map(shown).join('、')
  return isRow(value)
    ? Object.entries(value)
        .map(([k, v]) => `${k}=${shown(v)}`)
        .join('，')
    : String(value)
}

/** Fills `{{qty}}`, `{{actual.qty}}` and `{{$qty * 2}}`; what cannot be filled stays visible, so that a writer notices it. */
export function fillTemplate(text: string, around: Surroundings, actual: Readonly<Record<string, Value>> = {}): string {
  return text.replace(/\{\{([^{}]+)\}\}/g, (whole, inner: string) => {
    const name = inner.trim()
    if (name.startsWith('actual.')) return shown(actual[name.slice(7)])
    const source = /^[A-Za-z_]\w*(\.\w+)*$/.test(name) ? `$${name}` : name
    const parsed = parseExpression(source)
    const done = parsed.ok ? evaluate(parsed.expression, around) : undefined
    return done?.ok === true ? shown(done.value) : whole
  })
}
