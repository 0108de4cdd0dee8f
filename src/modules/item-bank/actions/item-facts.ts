import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type ItemDocument, interactionOf } from '../../interactions/contract.ts'
import type { BankItem, ItemSecret } from '../core/item.ts'
import { insertExposures, listItems, listSecrets, listVersions } from '../store/items.ts'

/** The operational items of an edition at the given levels, without their contents. */
export function operationalItems(tx: Tx, where: { editionId: string; levels: readonly string[] }): Promise<readonly BankItem[]> {
  return listItems(tx, where)
}

/** Item versions by id, operational or retired, without their contents. */
export function itemVersionsOf(tx: Tx, itemVersionIds: readonly string[]): Promise<readonly BankItem[]> {
  return listVersions(tx, itemVersionIds)
}

/** Contents as a candidate may receive them: stripped by the rules of their interaction, without key and explanation. */
export async function publicContentsOf(tx: Tx, itemVersionIds: readonly string[]): Promise<ReadonlyMap<string, ItemDocument>> {
  const types = new Map((await listVersions(tx, itemVersionIds)).map(item => [item.itemVersionId as string, item.type]))
  const secrets = await listSecrets(tx, itemVersionIds)
  return new Map(
    secrets.map(secret => {
      const type = types.get(secret.itemVersionId)
      if (type === undefined) throw new Error(`item version ${secret.itemVersionId} has no item`)
      return [secret.itemVersionId, interactionOf(type).strip(secret.content)]
    }),
  )
}

/** Contents and opened keys, for machine scoring only. What is asked for and not found is missing from the map. */
export async function keysOf(tx: Tx, ctx: Ctx, itemVersionIds: readonly string[]): Promise<ReadonlyMap<string, ItemSecret>> {
  const secrets = await listSecrets(tx, itemVersionIds)
  return new Map(
    secrets.map(({ itemVersionId, content, keySealed }) => [
      itemVersionId,
      { content, key: JSON.parse(ctx.ports.keys.open(keySealed)) as ItemDocument },
    ]),
  )
}

/** Counts the items as used once in the given form; telling it again counts nothing twice. */
export function recordExposure(tx: Tx, ctx: Ctx, use: { itemVersionIds: readonly string[]; usedIn: string }): Promise<void> {
  return insertExposures(tx, { ...use, at: ctx.now })
}
