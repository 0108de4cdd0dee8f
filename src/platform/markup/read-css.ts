import { type CssNode, type Declaration, generate, lexer, parse, walk } from 'css-tree'

export type CssRule = { readonly selectors: readonly string[]; readonly declarations: Readonly<Record<string, string>> }
export type CssFault = {
  readonly code: 'syntax' | 'property' | 'value'
  readonly name: string
  readonly line: number
  readonly column: number
}
/** A style sheet: its rules, those of media queries among them, and what no browser would understand. */
export type CssSheet = { readonly rules: readonly CssRule[]; readonly faults: readonly CssFault[] }

/** A style sheet as a list of rules. Properties of one's own (`--x`) and those with a maker's prefix are not judged. */
export function readCss(text: string): CssSheet {
  const faults: CssFault[] = []
  const onParseError = ({ line, column }: { line?: number; column?: number }): void =>
    void faults.push({ code: 'syntax', name: '', line: line ?? 1, column: column ?? 1 })
  const sheet = parse(text, { positions: true, onParseError: onParseError as never })
  const rules: CssRule[] = []
  walk(sheet, {
    visit: 'Rule',
    enter: rule => {
      if (rule.prelude.type !== 'SelectorList') return
      const declared = rule.block.children.toArray().filter((node): node is Declaration => node.type === 'Declaration')
      const judged = declared.map(one => ({ one, wrong: faultsOf(one) }))
      faults.push(...judged.flatMap(j => j.wrong))
      const good = judged.flatMap(({ one, wrong }) => (wrong.length === 0 && !one.property.startsWith('-') ? [one] : []))
      rules.push({
        selectors: rule.prelude.children.toArray().map(selector => generate(selector)),
        declarations: Object.fromEntries(good.map(one => [one.property.toLowerCase(), generate(one.value)])),
      })
    },
  })
  return { rules, faults }
}

function faultsOf({ property, value, loc }: Declaration): CssFault[] {
  if (property.startsWith('-')) return []
  const at = { name: property, line: loc?.start.line ?? 1, column: loc?.start.column ?? 1 }
  const { error } = lexer.matchProperty(property, value as CssNode) as { error: { name: string } | null }
  if (error === null) return []
  return [{ ...at, code: error.name === 'SyntaxReferenceError' ? 'property' : 'value' }]
}
