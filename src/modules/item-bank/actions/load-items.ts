import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import { knowsArea } from '../core/areas.ts'
import type { ItemDraft } from '../core/item.ts'
import { parseItemFile } from '../core/parse-item-file.ts'
import { type KnownVersion, type NewVersion, insertReviews, insertVersions, listSources, retireVersions } from '../store/items.ts'

/** A file of items: its name, for faults and the record, and its text. */
export type ItemFile = { readonly file: string; readonly text: string }
/** How many items were new, came in a new version, or stood already as they are. */
export type LoadedItems = { readonly entered: number; readonly renewed: number; readonly unchanged: number }

/**
 * Enters a file of reviewed items: all of it or nothing. The same file again changes nothing; a changed item gets a new
 * operational version and the one before it is retired. Refusal: `item-file-invalid` with every fault.
 */
export async function loadItems(tx: Tx, ctx: Ctx, order: ItemFile): Promise<Result<LoadedItems>> {
  const { file, text } = order
  const { keys } = ctx.ports
  const optionId = (code: string, letter: string) => `o${keys.blindIndex('option-id', `${code}/${letter}`).slice(0, 11)}`
  const parsed = parseItemFile({ file, text, knowsArea, optionId })
  if (!parsed.ok)
    return refuse(
      'item-file-invalid',
      { file, count: parsed.refusal.length },
      parsed.refusal.map(f => ({ path: f.code, zh: `${f.file} ${f.code}：${f.zh}`, en: `${f.file} ${f.code}: ${f.en}` })),
    )
  const drafts = parsed.value
  const known = Map.groupBy(
    await listSources(
      tx,
      drafts.map(draft => draft.code),
    ),
    version => version.code,
  )
  const versions = drafts.flatMap(draft => newVersionOf(ctx, draft, known.get(draft.code) ?? []))
  const fresh = versions.filter(version => version.number === 1)
  if (versions.length > 0) await enter(tx, ctx, { versions, fresh, known, order })
  const renewed = versions.length - fresh.length
  return ok({ entered: fresh.length, renewed, unchanged: drafts.length - versions.length })
}

/** The version a draft makes, or nothing when its operational version says the same. */
function newVersionOf(ctx: Ctx, draft: ItemDraft, known: readonly KnownVersion[]): NewVersion[] {
  const { keys } = ctx.ports
  const sourceMac = keys.mac('item-source', canonicalJson(draft))
  if (known.some(version => version.operational && version.sourceMac === sourceMac)) return []
  const latest = known.at(-1)
  const keySealed = keys.seal(canonicalJson(draft.key))
  return [{ itemId: latest?.itemId ?? newId(), itemVersionId: newId(), number: (latest?.number ?? 0) + 1, draft, keySealed, sourceMac }]
}

type Entry = {
  readonly versions: readonly NewVersion[]
  readonly fresh: readonly NewVersion[]
  readonly known: ReadonlyMap<string, readonly KnownVersion[]>
  readonly order: ItemFile
}

async function enter(tx: Tx, ctx: Ctx, { versions, fresh, known, order }: Entry): Promise<void> {
  const replaced = versions.flatMap(version => known.get(version.draft.code) ?? []).map(version => version.itemVersionId)
  await retireVersions(tx, replaced)
  await insertVersions(tx, versions, fresh, ctx.now)
  await insertReviews(tx, versions, ctx.now)
  const facts = {
    entered: fresh.length,
    renewed: versions.length - fresh.length,
    reviewers: [...new Set(versions.map(version => version.draft.reviewer))],
  }
  await record(tx, ctx, { type: 'items-entered', subject: { kind: 'item-file', id: order.file }, facts })
}
