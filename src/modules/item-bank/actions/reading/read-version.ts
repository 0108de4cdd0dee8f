import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { historyOf, record } from '../../../audit/index.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import type { previewVersion, readVersion, showHistory, showVersion } from '../../contract.ts'
import type { ItemSecret } from '../../core/item.ts'
import type { Finding } from '../../core/lint/finding.ts'
import { lintItem } from '../../core/lint/lint-item.ts'
import { best } from '../../core/standing/statistic.ts'
import { hidesWriters } from '../../core/versions/blind-review.ts'
import { mayOpen } from '../../core/versions/duties.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { findStimulusVersion, listMediaOf } from '../../store/assets/assets.ts'
import { listEnemies, listExposures } from '../../store/items/items.ts'
import { findVersion, listOfItem, listPlacings, listPlacingsOf } from '../../store/items/versions.ts'
import { countOpenComments, listComments, listStatistics, listVerdicts } from '../../store/records/records.ts'
import { keysOf } from '../facts/item-facts.ts'
import { seesEverything, viewOf } from '../facts/who.ts'

/** A version that whoever asks may see; other people's drafts are as unknown as what does not exist. */
export async function openVersion(tx: Tx, ctx: Ctx, itemVersionId: string): Promise<Result<KeptVersion>> {
  const found = await findVersion(tx, itemVersionId)
  if (found === undefined) return refuse('item-unknown')
  const open = mayOpen(found, ctx.actor)
  return open.ok ? ok(found) : open
}

export async function viewVersion(
  tx: Tx,
  request: { params: ParamsOf<typeof showVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showVersion>>> {
  const found = await openVersion(tx, ctx, request.params.itemVersionId)
  if (!found.ok) return found
  const { itemVersionId, code } = found.value
  return ok({
    version: viewOf(found.value, ctx),
    placings: await listPlacings(tx, itemVersionId),
    enemies: (await listEnemies(tx, [code])).map(pair => pair.enemy),
    openComments: await countOpenComments(tx, itemVersionId),
    statistic: best(await listStatistics(tx, [itemVersionId])) ?? null,
  })
}

/** Opens a version with its key; the reading is recorded before the content leaves. */
export async function openContent(
  tx: Tx,
  request: { params: ParamsOf<typeof readVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readVersion>>> {
  const found = await openVersion(tx, ctx, request.params.itemVersionId)
  if (!found.ok) return found
  const version = found.value
  const { itemVersionId } = version
  const secret = await secretOf(tx, ctx, version)
  await recordReading(tx, ctx, version, 'item-read')
  return ok({
    version: viewOf(version, ctx),
    content: secret.content,
    key: secret.key,
    rubric: secret.rubric ?? null,
    stimulus: await stimulusOf(tx, version),
    placings: await listPlacings(tx, itemVersionId),
    media: await listMediaOf(tx, [itemVersionId]),
    findings: findingsOf(version, secret),
  })
}

/** An unfinished draft is not linted: its documents need not be sound yet. */
function findingsOf({ type, marks, seconds, source }: KeptVersion, secret: ItemSecret): readonly Finding[] {
  const rules = interactionOf(type)
  const content = rules.parseContent(secret.content)
  const key = content.ok ? rules.parseKey(content.value, secret.key) : content
  return content.ok && key.ok ? lintItem({ type, marks, seconds, source, content: content.value, key: key.value }) : []
}

/** A version as a candidate gets it. A draft that is no sound content yet is refused with its faults. */
export async function previewContent(
  tx: Tx,
  request: { params: ParamsOf<typeof previewVersion> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof previewVersion>>> {
  const found = await openVersion(tx, ctx, request.params.itemVersionId)
  if (!found.ok) return found
  const version = found.value
  const { type, marks } = version
  const content = interactionOf(type).parseContent((await secretOf(tx, ctx, version)).content)
  if (!content.ok) return content
  await recordReading(tx, ctx, version, 'item-previewed')
  return ok({ type, marks, content: interactionOf(type).strip(content.value), stimulus: await stimulusOf(tx, version) })
}

async function secretOf(tx: Tx, ctx: Ctx, { itemVersionId }: KeptVersion): Promise<ItemSecret> {
  const secret = (await keysOf(tx, ctx, [itemVersionId])).get(itemVersionId)
  if (secret === undefined) throw new Error(`item version ${itemVersionId} has lost its content`)
  return secret
}

async function stimulusOf(tx: Tx, { stimulusVersionId }: KeptVersion) {
  return stimulusVersionId === null ? null : ((await findStimulusVersion(tx, stimulusVersionId))?.prose ?? null)
}

function recordReading(tx: Tx, ctx: Ctx, { itemId, itemVersionId, code, version }: KeptVersion, type: string): Promise<void> {
  return record(tx, ctx, { type, subject: { kind: 'item', id: itemId }, facts: { code, itemVersionId, version } })
}

const READINGS = ['item-read', 'item-previewed']

/** The whole history of an item; who read it is for the national centre. */
export async function viewHistory(
  tx: Tx,
  request: { params: ParamsOf<typeof showHistory> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof showHistory>>> {
  const { itemId } = request.params
  const versions = (await listOfItem(tx, itemId)).filter(version => mayOpen(version, ctx.actor).ok)
  if (versions.length === 0) return refuse('item-unknown')
  const blind = hidesWriters(versions, ctx.actor)
  const writers = versions.map(version => version.writer)
  const shown = new Set<string>(versions.map(version => version.itemVersionId))
  const ofShown = <Row extends { readonly itemVersionId: string }>(rows: readonly Row[]) => rows.filter(row => shown.has(row.itemVersionId))
  const entries = await historyOf(tx, { kind: 'item', id: itemId })
  const steps = entries
    .filter(entry => seesEverything(ctx) || !READINGS.includes(entry.type))
    .map(({ type, actor, at, facts }) => ({ type, actor: blind ? '' : actor, at, itemVersionId: String(facts['itemVersionId'] ?? '') }))
  return ok({
    versions: versions.map(version => viewOf(version, ctx, blind)),
    placings: await listPlacingsOf(tx, [...shown]),
    verdicts: ofShown(await listVerdicts(tx, itemId)),
    comments: ofShown(await listComments(tx, itemId)).map(comment => withoutNames(comment, blind ? writers : [])),
    exposures: await listExposures(tx, itemId),
    statistics: (await listStatistics(tx, [...shown])).map(each => withoutNames(each, blind ? writers : [])),
    steps: steps.filter(step => step.itemVersionId === '' || shown.has(step.itemVersionId)),
  })
}

/** What a hidden person said or entered stands without a name. */
function withoutNames<Row extends { readonly person: string }>(row: Row, hidden: readonly string[]): Row {
  return hidden.includes(row.person) ? { ...row, person: '' } : row
}
