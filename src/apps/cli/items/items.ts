import { EXCHANGE_USAGE } from './exchange-arguments.ts'
import { convertItems, inspectItems } from './exchange-items.ts'
import { LINT_USAGE } from './lint-arguments.ts'
import { lintItems } from './lint-items.ts'

/** `zhiheng items lint|inspect|convert`. */
export async function itemsVerb(words: readonly string[]): Promise<number> {
  const [verb = '', ...rest] = words
  if (verb === 'lint') return lintItems(words)
  if (verb === 'inspect') return inspectItems(rest)
  if (verb === 'convert') return convertItems(rest)
  console.error(`${LINT_USAGE}\n${EXCHANGE_USAGE}`)
  return 2
}
