import { holdsAt } from '../../../../kernel/actor.ts'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { addComment, enterStatistic, resolveThread, setEnemies } from '../../contract.ts'
import { mayOpen } from '../../core/versions/duties.ts'
import { insertEnemies, removeEnemies } from '../../store/items/items.ts'
import { listOfItem } from '../../store/items/versions.ts'
import { hasComment, insertComment, insertStatistics, resolveComment } from '../../store/records/records.ts'
import { personIn } from '../facts/who.ts'
import { openVersion } from '../reading/read-version.ts'

export async function remark(
  tx: Tx,
  request: { params: ParamsOf<typeof addComment>; body: BodyOf<typeof addComment> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof addComment>>> {
  const found = await openVersion(tx, ctx, request.params.itemVersionId)
  if (!found.ok) return found
  const { itemVersionId, itemId, code } = found.value
  const { text, place, replyTo } = request.body
  if (replyTo !== null && !(await hasComment(tx, { itemVersionId, commentId: replyTo }))) return refuse('comment-unknown')
  const { personId, name } = personIn(ctx)
  const commentId = newId()
  await insertComment(tx, { itemVersionId, commentId, replyTo, place, text, person: name, personId, at: ctx.now })
  await record(tx, ctx, { type: 'item-commented', subject: { kind: 'item', id: itemId }, facts: { code, itemVersionId, commentId } })
  return ok({ commentId })
}

export async function settleThread(tx: Tx, request: { params: ParamsOf<typeof resolveThread> }, ctx: Ctx): Promise<Result<null>> {
  const found = await openVersion(tx, ctx, request.params.itemVersionId)
  if (!found.ok) return found
  const { itemId, code } = found.value
  if (!(await resolveComment(tx, { ...request.params, person: personIn(ctx).name, at: ctx.now }))) return refuse('comment-unknown')
  await record(tx, ctx, { type: 'item-comment-settled', subject: { kind: 'item', id: itemId }, facts: { code, ...request.params } })
  return ok(null)
}

/** An estimate is the writer's own; figures of a trial are entered by the national centre. */
export async function keepStatistic(
  tx: Tx,
  request: { params: ParamsOf<typeof enterStatistic>; body: BodyOf<typeof enterStatistic> },
  ctx: Ctx,
): Promise<Result<null>> {
  const found = await openVersion(tx, ctx, request.params.itemVersionId)
  if (!found.ok) return found
  const { itemVersionId, itemId, code, writerId } = found.value
  const { personId, name } = personIn(ctx)
  const { source } = request.body
  if (source === 'writer-estimate' && writerId !== personId) return refuse('not-own-version')
  if (source === 'trial' && !holdsAt(ctx.actor, {}, 'national-officer')) return refuse('not-permitted')
  const statisticId = source === 'writer-estimate' ? source : `${source}:${newId()}`
  await insertStatistics(tx, [{ ...request.body, itemVersionId, statisticId }], { person: name, at: ctx.now })
  await record(tx, ctx, {
    type: 'item-figures-entered',
    subject: { kind: 'item', id: itemId },
    facts: { code, itemVersionId, ...request.body },
  })
  return ok(null)
}

/** Sets the enemies of an item, from both sides. */
export async function keepEnemies(
  tx: Tx,
  request: { params: ParamsOf<typeof setEnemies>; body: BodyOf<typeof setEnemies> },
  ctx: Ctx,
): Promise<Result<null>> {
  const { itemId } = request.params
  const [version] = (await listOfItem(tx, itemId)).filter(each => mayOpen(each, ctx.actor).ok)
  if (version === undefined) return refuse('item-unknown')
  const { code } = version
  await removeEnemies(tx, code)
  await insertEnemies(
    tx,
    request.body.codes.map(enemy => ({ code, enemy })),
  )
  await record(tx, ctx, { type: 'item-enemies-set', subject: { kind: 'item', id: itemId }, facts: { code, enemies: request.body.codes } })
  return ok(null)
}
