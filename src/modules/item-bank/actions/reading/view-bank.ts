import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { listBankItems, readItem, showCoverage } from '../../contract.ts'
import { theoryAreas } from '../../core/tables/areas.ts'
import { coverageOf } from '../../core/tables/coverage.ts'
import { countItems, findCurrentVersion, listItems, listItemsPage, listVersions } from '../../store/items/items.ts'
import { keysOf } from '../facts/item-facts.ts'

/** How the bank covers the theory weight table of a level; tasks of the laboratory are for the practical paper and do not count. Refusals are those of the standard for an unknown place. */
export async function viewCoverage(
  tx: Tx,
  request: { query: QueryOf<typeof showCoverage> },
): Promise<Result<ReplyOf<typeof showCoverage>>> {
  const { editionId, level, workType } = request.query
  const areas = theoryAreas({ editionId, level, workType: workType === '' ? null : workType })
  if (!areas.ok) return areas
  const items = (await listItems(tx, { editionId, levels: [level] })).filter(item => item.type !== 'lab-task')
  return ok({ items: items.length, areas: coverageOf(areas.value, items) })
}

/** A page of the operational items of a level: everything but their contents. `total` counts all pages. */
export async function viewItems(tx: Tx, request: { query: QueryOf<typeof listBankItems> }): Promise<Result<ReplyOf<typeof listBankItems>>> {
  return ok({ total: await countItems(tx, request.query), items: await listItemsPage(tx, request.query) })
}

/** Opens one item with its key for a person of the bank; the reading is recorded before the content leaves. */
export async function openItem(
  tx: Tx,
  request: { params: ParamsOf<typeof readItem>; body: BodyOf<typeof readItem> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readItem>>> {
  const { itemId } = request.params
  const itemVersionId = await findCurrentVersion(tx, itemId)
  if (itemVersionId === undefined) return refuse('item-unknown')
  const [item] = await listVersions(tx, [itemVersionId])
  const secret = (await keysOf(tx, ctx, [itemVersionId])).get(itemVersionId)
  if (!item || !secret) throw new Error(`item version ${itemVersionId} has lost its content`)
  await record(tx, ctx, { type: 'item-read', subject: { kind: 'item', id: itemId }, facts: { code: item.code, itemVersionId } })
  return ok({ item, content: secret.content, key: secret.key, rubric: secret.rubric ?? null })
}
