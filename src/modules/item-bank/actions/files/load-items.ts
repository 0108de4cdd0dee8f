import { createHash } from 'node:crypto'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import { knowsArea } from '../../core/tables/areas.ts'
import type { ItemFileFault } from '../../core/files/item-file.ts'
import { areaPathOf, parseItemFile, placeOfFile } from '../../core/files/parse-item-file.ts'
import { sourceText } from '../../core/files/source-text.ts'
import type { ItemDraft } from '../../core/item.ts'
import { insertEnemies } from '../../store/items/items.ts'
import {
  type KnownVersion,
  type NewVersion,
  insertPlacings,
  insertShownMedia,
  insertVersions,
  listSources,
  retireVersions,
} from '../../store/items/versions.ts'
import { insertVerdicts } from '../../store/records/records.ts'
import { insertWords } from '../../store/search/words.ts'
import { keepPictures, judgePictures } from '../assets/file-pictures.ts'
import { pointsOf } from '../facts/tables.ts'
import { keepReleases, releasesOf } from '../lab/release.ts'
import { contentOf } from '../writing/documents.ts'

/** A file of items: its name, for faults and the record, its text, and the pictures that lie beside it, by file name. */
export type ItemFile = { readonly file: string; readonly text: string; readonly pictures?: ReadonlyMap<string, Buffer> }
/** How many items were new, came in a new version, or stood already as they are. */
export type LoadedItems = { readonly entered: number; readonly renewed: number; readonly unchanged: number }

/**
 * Enters a file of reviewed items: all of it or nothing. The same file again changes nothing; a changed item gets a new
 * operational version and the one before it is retired. Refusals: `item-file-invalid` with every fault, `lab-task-not-released`.
 */
export async function loadItems(tx: Tx, ctx: Ctx, order: ItemFile): Promise<Result<LoadedItems>> {
  const { file, text } = order
  const { keys } = ctx.ports
  const place = placeOfFile(text)
  const points = place === undefined ? undefined : await pointsOf(tx, place)
  const pictures = order.pictures ?? new Map<string, Buffer>()
  const optionId = (code: string, letter: string) => `o${keys.blindIndex('option-id', `${code}/${letter}`).slice(0, 11)}`
  const parsed = parseItemFile({ file, text, knowsArea, optionId, points, picture: name => digestOf(pictures.get(name)) })
  if (!parsed.ok) return refuseFile(file, parsed.refusal)
  const drafts = parsed.value
  const shown = new Set(drafts.flatMap(draft => draft.media))
  const judged = await judgePictures(file, new Map([...pictures].filter(([, bytes]) => shown.has(digestOf(bytes) ?? ''))))
  if (!judged.ok) return refuseFile(file, judged.refusal)
  const known = Map.groupBy(
    await listSources(
      tx,
      drafts.map(draft => draft.code),
    ),
    version => version.code,
  )
  const versions = drafts.flatMap(draft => newVersionOf(ctx, draft, known.get(draft.code) ?? []))
  const released = await releasesOf(
    tx,
    ctx,
    drafts.map(draft => goingOf(draft, versions, known.get(draft.code) ?? [])),
  )
  if (!released.ok) return released
  const fresh = versions.filter(({ version }) => version.number === 1)
  if (versions.length > 0) {
    await keepPictures(tx, ctx, { pictures: judged.value, holder: drafts[0]?.writer ?? '', file })
    await enter(tx, ctx, { versions, fresh, known, order, points })
  }
  await keepReleases(tx, ctx, released.value)
  const renewed = versions.length - fresh.length
  return ok({ entered: fresh.length, renewed, unchanged: drafts.length - versions.length })
}

function refuseFile(file: string, faults: readonly ItemFileFault[]): ReturnType<typeof refuse> {
  const fields = faults.map(f => ({ path: f.code, zh: `${f.file} ${f.code}：${f.zh}`, en: `${f.file} ${f.code}: ${f.en}` }))
  return refuse('item-file-invalid', { file, count: faults.length }, fields)
}

function digestOf(bytes: Buffer | undefined): string | undefined {
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex')
}

type Entering = { readonly version: NewVersion; readonly draft: ItemDraft }

/** The version a draft makes, or nothing when its operational version says the same. */
function newVersionOf(ctx: Ctx, draft: ItemDraft, known: readonly KnownVersion[]): Entering[] {
  const sourceMac = ctx.ports.keys.mac('item-source', sourceText(draft))
  if (known.some(version => version.operational && version.sourceMac === sourceMac)) return []
  const latest = known.at(-1)
  const { type, marks, area, difficulty, importance, points, seconds, source, code, editionId, level, writer, reviewer } = draft
  const stated = { type, marks, area, difficulty, importance, points, seconds, source, code, editionId, level, writer, reviewer }
  const version: NewVersion = {
    ...stated,
    ...contentOf(ctx, draft),
    itemId: latest?.itemId ?? newId(),
    itemVersionId: newId(),
    number: (latest?.number ?? 0) + 1,
    state: 'operational',
    areaPath: areaPathOf(area),
    stimulusVersionId: null,
    writerId: null,
    madeFrom: null,
    sourceMac,
  }
  return [{ version, draft }]
}

/** A draft as the version that will be operational: the new one, or the one that stands already. */
function goingOf(draft: ItemDraft, versions: readonly Entering[], known: readonly KnownVersion[]) {
  const made = versions.find(each => each.draft === draft)?.version.itemVersionId
  const itemVersionId = made ?? known.find(version => version.operational)?.itemVersionId ?? ''
  return { itemVersionId, code: draft.code, type: draft.type, content: draft.content }
}

type Entry = {
  readonly versions: readonly Entering[]
  readonly fresh: readonly Entering[]
  readonly known: ReadonlyMap<string, readonly KnownVersion[]>
  readonly order: ItemFile
  readonly points: Awaited<ReturnType<typeof pointsOf>>
}

async function enter(tx: Tx, ctx: Ctx, { versions, fresh, known, order, points }: Entry): Promise<void> {
  const replaced = versions.flatMap(({ draft }) => known.get(draft.code) ?? []).map(version => version.itemVersionId)
  await retireVersions(tx, replaced, ctx.now)
  const rows = versions.map(({ version }) => version)
  await insertVersions(tx, { versions: rows, fresh: fresh.map(({ version }) => version), at: ctx.now })
  await insertWords(tx, rows)
  await insertVerdicts(tx, rows.map(passedByFile), ctx.now)
  await insertPlacings(
    tx,
    rows.flatMap(({ itemVersionId, editionId, level, areaPath, importance, points: codes }) =>
      codes.map(code => ({
        itemVersionId,
        editionId,
        level,
        code,
        areaPath: points?.get(code)?.areaPath ?? areaPath,
        importance: points?.get(code)?.importance ?? importance,
        isHome: true,
      })),
    ),
  )
  await insertShownMedia(
    tx,
    versions.flatMap(({ version, draft }) => draft.media.map(mediaId => ({ itemVersionId: version.itemVersionId, mediaId }))),
  )
  await insertEnemies(
    tx,
    versions.flatMap(({ draft }) => draft.enemies.map(enemy => ({ code: draft.code, enemy }))),
  )
  const facts = {
    entered: fresh.length,
    renewed: versions.length - fresh.length,
    reviewers: [...new Set(rows.map(version => version.reviewer))],
  }
  await record(tx, ctx, { type: 'items-entered', subject: { kind: 'item-file', id: order.file }, facts })
}

function passedByFile({ itemVersionId, reviewer }: NewVersion) {
  return {
    itemVersionId,
    verdictId: newId(),
    duty: 'item-reviewer',
    verdict: 'passed' as const,
    person: reviewer,
    personId: null,
    checklist: [],
    note: '',
  }
}
