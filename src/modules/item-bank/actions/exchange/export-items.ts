import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { record } from '../../../audit/index.ts'
import { mediaOf } from '../../../interactions/contract.ts'
import type { exportItems, showExportLosses } from '../../contract.ts'
import type { ExchangeItem, ExchangeMedia, ExchangeSet, ExchangeStimulus } from '../../core/exchange/exchange-item.ts'
import type { ItemSecret } from '../../core/item.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { findMedia } from '../../store/assets/assets.ts'
import { findVersion } from '../../store/items/versions.ts'
import { keysOf, stimuliOf } from '../facts/item-facts.ts'
import { writeExchange } from './write-exchange.ts'

type Order = BodyOf<typeof exportItems>

/** What the format would lose, proven by reading the file back. The items are opened for it, so it is recorded like a reading. */
export async function viewExportLosses(tx: Tx, request: { body: Order }, ctx: Ctx): Promise<Result<ReplyOf<typeof showExportLosses>>> {
  const set = await openSet(tx, ctx, request.body, 'item-read')
  if (!set.ok) return set
  const { losses, crossings, extension, bytes } = await writeExchange(request.body.format, set.value)
  return ok({
    losses,
    crossings: crossings.map(one => ({ code: one.code, state: one.state, fields: one.state === 'changed' ? one.fields : [] })),
    extension,
    bytes: bytes.length,
  })
}

/** The file. Every item that leaves is recorded with its version, format and person before it does. */
export async function sendExport(tx: Tx, request: { body: Order }, ctx: Ctx): Promise<Result<FileReply>> {
  const { format } = request.body
  const set = await openSet(tx, ctx, request.body, 'item-exported')
  if (!set.ok) return set
  const { bytes, mediaType, extension } = await writeExchange(format, set.value)
  return ok({ bytes, mediaType, fileName: `zhiheng-${format}-${set.value.items.length}.${extension}` })
}

/** The pattern workbook: headings and instructions, no item. */
export async function sendPattern(): Promise<Result<FileReply>> {
  const { bytes, mediaType, extension } = await writeExchange('workbook', { items: [], stimuli: [], media: [] })
  return ok({ bytes, mediaType, fileName: `试题填写样表.${extension}` })
}

async function openSet(
  tx: Tx,
  ctx: Ctx,
  { itemVersionIds, format }: Order,
  type: 'item-read' | 'item-exported',
): Promise<Result<ExchangeSet>> {
  const secrets = await keysOf(tx, ctx, itemVersionIds)
  const stimuli = await stimuliOf(tx, itemVersionIds)
  const items: ExchangeItem[] = []
  for (const itemVersionId of new Set(itemVersionIds)) {
    const version = await findVersion(tx, itemVersionId)
    const secret = secrets.get(itemVersionId)
    if (version === undefined || secret === undefined) return refuse('item-unknown')
    items.push(itemOf(version, secret, stimuli.get(itemVersionId)?.stimulusVersionId ?? null))
    await record(tx, ctx, { type, subject: { kind: 'item', id: version.itemId }, facts: { code: version.code, itemVersionId, format } })
  }
  const shared = [...new Map([...stimuli.values()].map(one => [one.stimulusVersionId, one])).values()]
  const kept: ExchangeStimulus[] = shared.map(one => ({ stimulusId: one.stimulusVersionId, title: '', prose: one.prose }))
  return ok({
    items,
    stimuli: kept,
    media: await mediaFor(tx, ctx, [...items.map(item => [item.content, item.key]), ...kept.map(one => one.prose)]),
  })
}

function itemOf(version: KeptVersion, secret: ItemSecret, stimulusId: string | null): ExchangeItem {
  const { code, type, marks, editionId, level, area, points, difficulty, importance, seconds, source } = version
  const facts = { editionId, level, area, points, difficulty, importance, seconds, source }
  return { code, title: '', type, marks, content: secret.content, key: secret.key, rubric: secret.rubric ?? {}, stimulusId, facts }
}

async function mediaFor(tx: Tx, ctx: Ctx, documents: readonly unknown[]): Promise<ExchangeMedia[]> {
  const found: ExchangeMedia[] = []
  for (const media of new Set(documents.flatMap(document => mediaOf(document)))) {
    const known = await findMedia(tx, media)
    if (known === undefined) throw new Error(`picture ${media} is shown and not kept`)
    found.push({ media, mediaType: known.mediaType, bytes: await ctx.ports.files.get(media) })
  }
  return found
}
