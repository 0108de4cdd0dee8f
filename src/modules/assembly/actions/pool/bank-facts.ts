import type { Tx } from '../../../../platform/db/database.ts'
import { type BankItem, bestStatistic } from '../../../item-bank/contract.ts'
import { enemiesOf, operationalItems, statisticsOf } from '../../../item-bank/index.ts'
import type { BankFacts } from '../../core/pool/bank-pool.ts'

/** What the bank knows of the operational items of some levels. */
export async function bankFacts(tx: Tx, where: { readonly editionId: string; readonly levels: readonly string[] }): Promise<BankFacts> {
  return factsOf(tx, await operationalItems(tx, where))
}

/** Figures and enemies of some items. */
export async function factsOf(tx: Tx, items: readonly BankItem[]): Promise<BankFacts> {
  const statistics = Map.groupBy(
    await statisticsOf(
      tx,
      items.map(item => item.itemVersionId),
    ),
    each => each.itemVersionId,
  )
  const best = [...statistics].flatMap(([id, all]) => {
    const one = bestStatistic(all)
    return one === undefined ? [] : [[id, one] as const]
  })
  const enemies = await enemiesOf(
    tx,
    items.map(item => item.code),
  )
  return { items, statistics: new Map(best), enemies }
}
