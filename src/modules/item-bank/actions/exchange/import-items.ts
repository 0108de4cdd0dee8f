import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { UploadedFile } from '../../../../platform/files/inspect-upload.ts'
import { mediaOf } from '../../../interactions/contract.ts'
import { record } from '../../../audit/index.ts'
import type { importItems } from '../../contract.ts'
import type { Imported } from '../../core/exchange/exchange-item.ts'
import { type ImportPlan, type PlannedItem, beginningOf, planImport } from '../../core/exchange/plan-import.ts'
import { PICTURE_TYPES, type PictureType } from '../../core/media/media.ts'
import { knowsArea } from '../../core/tables/areas.ts'
import { insertMedia } from '../../store/assets/assets.ts'
import { listCodes } from '../../store/items/versions.ts'
import { startStimulus } from '../assets/stimuli.ts'
import { personIn } from '../facts/who.ts'
import { startDraft } from '../writing/write-draft.ts'
import { type ReadExchange, readExchange } from './read-exchange.ts'

type Order = BodyOf<typeof importItems>
type Reply = ReplyOf<typeof importItems>

/**
 * Reads a file outside any transaction, then enters what it holds in one: all drafts with their stimuli and pictures, or nothing.
 * A trial enters nothing. Whatever enters is a draft of the person who imports it.
 */
export async function importFile(request: { body: Order; file?: UploadedFile }, ctx: Ctx): Promise<Result<Reply>> {
  const { body, file } = request
  if (file === undefined) return refuse('file-missing')
  const place = { editionId: body.editionId, level: body.level }
  const area = body.area
    .split('/')
    .map(part => part.trim())
    .filter(part => part !== '')
  if (!knowsArea(place, area)) return refuse('item-place-unknown')
  const read = await readExchange({ name: file.fileName, bytes: file.bytes }, body.format === '' ? null : body.format)
  if (!read.ok) return read
  return ctx.ports.database.transact(tx => enter(tx, ctx, { read: read.value, order: body, area, fileName: file.fileName }))
}

type Entry = { readonly read: ReadExchange; readonly order: Order; readonly area: readonly string[]; readonly fileName: string }

async function enter(tx: Tx, ctx: Ctx, { read, order, area, fileName }: Entry): Promise<Result<Reply>> {
  const { format, imported } = read
  const { editionId, level, difficulty } = order
  const { keys } = ctx.ports
  const plan = planImport(imported, {
    defaults: { editionId, level, area, difficulty },
    taken: new Set(await listCodes(tx)),
    knowsArea,
    optionId: (code, id) => `o${keys.blindIndex('option-id', `${code}/${id}`).slice(0, 11)}`,
  })
  const faults = [...imported.faults, ...plan.faults]
  if (order.dryRun) return ok(replyOf(read, plan, new Map()))
  if (faults.length > 0 && !order.soundOnly)
    return refuse(
      'import-has-faults',
      { count: faults.length },
      faults.slice(0, 200).map(fault => ({ path: `${fault.item} ${fault.element}`.trim(), zh: fault.zh, en: fault.en })),
    )
  const entered = await enterPlan(tx, ctx, { plan, imported, order })
  if (!entered.ok) return entered
  const facts = { file: fileName.slice(0, 200), format: format.id, items: plan.items.length, losses: imported.losses.length }
  await record(tx, ctx, { type: 'items-imported', subject: { kind: 'item-file', id: fileName.slice(0, 200) }, facts })
  return ok(replyOf(read, plan, entered.value))
}

type Planned = { readonly plan: ImportPlan; readonly imported: Imported; readonly order: Order }

async function enterPlan(tx: Tx, ctx: Ctx, { plan, imported, order }: Planned): Promise<Result<ReadonlyMap<string, string>>> {
  await enterMedia(tx, ctx, { plan, imported, order })
  const stimuli = await enterStimuli(tx, ctx, { plan, imported, order })
  if (!stimuli.ok) return stimuli
  const entered = new Map<string, string>()
  for (const item of plan.items) {
    const stimulusVersionId = item.stimulusId === null ? null : (stimuli.value.get(item.stimulusId) ?? null)
    const made = await startDraft(tx, { body: { place: item.place, draft: { ...item.draft, stimulusVersionId } } }, ctx)
    if (!made.ok) return made
    entered.set(item.place.code, made.value.itemVersionId)
  }
  return ok(entered)
}

/** Pictures that the entered items or stimuli show, under the licence that the importing person states. */
async function enterMedia(tx: Tx, ctx: Ctx, { plan, imported, order }: Planned): Promise<void> {
  const shown = new Set([
    ...plan.items.flatMap(item => mediaOf([item.draft.content, item.draft.key])),
    ...imported.stimuli.flatMap(one => mediaOf(one.prose)),
  ])
  const { name } = personIn(ctx)
  for (const one of imported.media.filter(media => shown.has(media.media))) {
    if (!isPictureType(one.mediaType)) continue
    const size = sizeIn(plan.items, one.media)
    await ctx.ports.files.put(Buffer.from(one.bytes))
    const { licence, holder } = order
    const about = { licence, holder: holder || name, source: '导入', alt: '导入的图片' }
    await insertMedia(tx, {
      ...about,
      ...size,
      mediaId: one.media,
      mediaType: one.mediaType,
      bytes: one.bytes.length,
      at: ctx.now,
      person: name,
    })
  }
}

const isPictureType = (type: string): type is PictureType => (PICTURE_TYPES as readonly string[]).includes(type)

/** The size that the items give the picture; contents carry it beside the digest. */
function sizeIn(items: readonly PlannedItem[], media: string): { readonly width: number; readonly height: number } {
  const found = new RegExp(
    `"height":(\\d+),"media":"${media}","width":(\\d+)|"media":"${media}"[^{}]*?"width":(\\d+),"height":(\\d+)`,
  ).exec(JSON.stringify(items.map(item => item.draft.content)))
  const [width, height] = [found?.[2] ?? found?.[3], found?.[1] ?? found?.[4]]
  return { width: Number(width ?? 1), height: Number(height ?? 1) }
}

async function enterStimuli(tx: Tx, ctx: Ctx, { plan, imported, order }: Planned): Promise<Result<ReadonlyMap<string, string>>> {
  const used = new Set(plan.items.map(item => item.stimulusId))
  const known = new Map<string, string>()
  for (const stimulus of imported.stimuli.filter(one => used.has(one.stimulusId))) {
    const caption = stimulus.title || stimulus.stimulusId.slice(0, 100)
    const body = { editionId: order.editionId, level: order.level, caption, prose: stimulus.prose, source: null }
    const made = await startStimulus(tx, { body }, ctx)
    if (!made.ok) return made
    known.set(stimulus.stimulusId, made.value.stimulusVersionId)
  }
  return ok(known)
}

function replyOf({ format, imported }: ReadExchange, plan: ImportPlan, entered: ReadonlyMap<string, string>): Reply {
  const beginnings = new Map(imported.items.map(item => [item.code, beginningOf(item)]))
  return {
    format: format.id,
    entered: entered.size,
    items: plan.items.map(({ from, place, draft }) => ({
      from,
      code: place.code,
      type: draft.type,
      marks: draft.marks,
      area: draft.area,
      beginning: beginnings.get(from) ?? '',
      itemVersionId: entered.get(place.code) ?? null,
    })),
    losses: imported.losses,
    faults: [...imported.faults, ...plan.faults],
    stimuli: imported.stimuli.length,
    pictures: imported.media.length,
  }
}
