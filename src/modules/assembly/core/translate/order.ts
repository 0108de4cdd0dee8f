import type { BankItem } from '../../../item-bank/contract.ts'
import type { BlueprintBody } from '../blueprint/blueprint.ts'
import type { BankFacts } from '../pool/bank-pool.ts'

/** All that decides what forms a blueprint can give today. */
export type TranslationOrder = {
  readonly body: BlueprintBody
  readonly facts: BankFacts
  /** Levels whose items may stand in the form, its own first. */
  readonly levels: readonly string[]
  /** Items that the persons who will sit have seen. */
  readonly seen: ReadonlySet<string>
  /** Codes of the items of the last forms of the place, newest first. */
  readonly recent: readonly (readonly string[])[]
  readonly forms: number
  readonly seed: string
  readonly now: number
}

const DAY_MS = 86_400_000

/** Was it used so lately that the blueprint lets it rest? */
export function isResting({ body, now }: Pick<TranslationOrder, 'body' | 'now'>, item: Pick<BankItem, 'lastUsedAt'>): boolean {
  const { restDays } = body.exposure
  return restDays !== null && item.lastUsedAt !== null && now - item.lastUsedAt < restDays * DAY_MS
}
