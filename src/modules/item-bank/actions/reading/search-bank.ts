import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { findSimilar, searchItems } from '../../contract.ts'
import { areaPathOf } from '../../core/files/parse-item-file.ts'
import { gramsOf, gramsToLookUp } from '../../core/search/grams.ts'
import { folded, placesOf } from '../../core/search/plain-words.ts'
import { nearest } from '../../core/search/nearest.ts'
import { VERSION_STATES } from '../../core/versions/states.ts'
import { type Search, listFound, listFoundByWords } from '../../store/search/search.ts'
import { countGrams, listAlike, listSharing } from '../../store/search/words.ts'
import { personIn, seesEverything, viewOf } from '../facts/who.ts'

/** States that are shown when none is asked for: everything that is not over. */
const USUAL_STATES = VERSION_STATES.filter(state => state !== 'retired' && state !== 'withdrawn')
/** Texts compared exactly for one look-up. */
const COMPARED = 120

/** Looks versions up. By words it shows only where they stand, and is recorded as a reading of what it lists. */
export async function searchBank(
  tx: Tx,
  request: { body: BodyOf<typeof searchItems> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof searchItems>>> {
  const { text, area, states, difficulty, ...plain } = request.body
  const search: Search = {
    ...plain,
    areaPath: areaPathOf(area),
    states: states.length === 0 ? USUAL_STATES : states,
    easiest: difficulty.least,
    hardest: difficulty.most,
    personId: personIn(ctx).personId,
    everybody: seesEverything(ctx),
  }
  const needle = folded(text)
  if (needle === '') {
    const { versions, ...counts } = await listFound(tx, search)
    return ok({ ...counts, versions: versions.map(version => ({ ...viewOf(version, ctx), matched: [] })) })
  }
  const { versions, plains, ...counts } = await listFoundByWords(tx, search, { needle, gram: await rarest(tx, needle) })
  const facts = { text, total: counts.total, codes: versions.map(version => version.code) }
  await record(tx, ctx, { type: 'items-searched', subject: { kind: 'item-search', id: newId() }, facts })
  return ok({
    ...counts,
    versions: versions.map(version => ({
      ...viewOf(version, ctx),
      matched: [...placesOf(plains.get(version.itemVersionId) ?? '', needle)],
    })),
  })
}

/** The rarest gram leads to the fewest texts to look into; the words themselves decide. */
async function rarest(tx: Tx, needle: string): Promise<number | undefined> {
  const grams = gramsOf(needle)
  const counts = await countGrams(tx, grams)
  return grams.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))[0]
}

/** The nearest items to a text. What it tells of other people's items is recorded. */
export async function searchSimilar(
  tx: Tx,
  request: { body: BodyOf<typeof findSimilar> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof findSimilar>>> {
  const { text, exceptItemId, most } = request.body
  const grams = gramsOf(folded(text))
  const wanted = gramsToLookUp(grams, await countGrams(tx, grams))
  if (wanted.length === 0) return ok({ items: [] })
  const textNos = await listSharing(tx, { grams: wanted, most: COMPARED })
  const texts = await listAlike(tx, { textNos, exceptItemId, personId: personIn(ctx).personId })
  const items = nearest(grams, texts, most)
  if (items.length > 0) {
    const facts = { items: items.map(item => `${item.code} ${item.percent}%`) }
    await record(tx, ctx, { type: 'items-compared', subject: { kind: 'item-search', id: newId() }, facts })
  }
  return ok({ items: items.map(({ plain: _plain, ...item }) => item) })
}
