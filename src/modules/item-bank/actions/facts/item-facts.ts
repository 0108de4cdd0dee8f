import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type ItemDocument, type Prose, interactionOf, mediaOf } from '../../../interactions/contract.ts'
import type { BankItem, ItemSecret } from '../../core/item.ts'
import type { Media } from '../../core/media/media.ts'
import type { ItemStatistic, KeptStatistic } from '../../core/standing/statistic.ts'
import { listMedia, listMediaOf } from '../../store/assets/assets.ts'
import { insertExposures, listEnemies, listItems, listSecrets, listStimuliOf, listVersions } from '../../store/items/items.ts'
import { type KeptRelease, releasesOfVersions } from '../../store/lab/gates.ts'
import { insertStatistics, listStatistics } from '../../store/records/records.ts'

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

/** Contents, opened keys and rubrics, for scoring only. What is asked for and not found is missing from the map. */
export async function keysOf(tx: Tx, ctx: Ctx, itemVersionIds: readonly string[]): Promise<ReadonlyMap<string, ItemSecret>> {
  const secrets = await listSecrets(tx, itemVersionIds)
  return new Map(
    secrets.map(({ itemVersionId, content, rubric, keySealed }) => [
      itemVersionId,
      { content, key: JSON.parse(ctx.ports.keys.open(keySealed)) as ItemDocument, ...(rubric === null ? {} : { rubric }) },
    ]),
  )
}

/** The stimulus each version stands with; versions of the same stimulus version belong together in a form. */
export async function stimuliOf(
  tx: Tx,
  itemVersionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly stimulusVersionId: string; readonly prose: Prose }>> {
  const rows = await listStimuliOf(tx, itemVersionIds)
  return new Map(rows.map(({ itemVersionId, ...stimulus }) => [itemVersionId, stimulus]))
}

/** Codes of items that must not stand in one form with an item, by its code. */
export async function enemiesOf(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const pairs = Map.groupBy(await listEnemies(tx, codes), pair => pair.code)
  return new Map([...pairs].map(([code, of]) => [code, of.map(pair => pair.enemy)]))
}

/** Pictures that some versions show, in themselves or in their stimulus, for the package that carries them; their bytes lie in the file store under `mediaId`. */
export async function mediaOfVersions(tx: Tx, itemVersionIds: readonly string[]): Promise<readonly Media[]> {
  const own = await listMediaOf(tx, itemVersionIds)
  const shown = mediaOf((await listStimuliOf(tx, itemVersionIds)).map(stimulus => stimulus.prose))
  const shared = await listMedia(
    tx,
    shown.filter(media => own.every(one => one.mediaId !== media)),
  )
  return [...own, ...shared].toSorted((a, b) => (a.mediaId < b.mediaId ? -1 : 1))
}

/** On whose word tasks of the laboratory among some versions are in operation, and the document each world is played with. */
export function labReleasesOf(tx: Tx, itemVersionIds: readonly string[]): Promise<readonly KeptRelease[]> {
  return releasesOfVersions(tx, itemVersionIds)
}

/** All figures known of some versions; `bestStatistic` says which to rely on. */
export function statisticsOf(tx: Tx, itemVersionIds: readonly string[]): Promise<readonly KeptStatistic[]> {
  return listStatistics(tx, itemVersionIds)
}

/** Figures from a session or a trial; told again for the same event they are renewed. */
export function enterStatistics(
  tx: Tx,
  ctx: Ctx,
  { from, statistics }: { readonly from: string; readonly statistics: readonly (ItemStatistic & { readonly itemVersionId: string })[] },
): Promise<void> {
  const rows = statistics.map(each => ({ ...each, statisticId: `${each.source}:${from}` }))
  return insertStatistics(tx, rows, { person: from, at: ctx.now })
}

/** What items are used for. */
export const USE_KINDS = ['form', 'quiz', 'trial'] as const
export type UseKind = (typeof USE_KINDS)[number]

/** Counts the items as used once in the given form or quiz; telling it again counts nothing twice. */
export function recordExposure(
  tx: Tx,
  ctx: Ctx,
  { kind = 'form', ...use }: { itemVersionIds: readonly string[]; usedIn: string; kind?: UseKind },
): Promise<void> {
  return insertExposures(tx, { ...use, kind, at: ctx.now })
}
