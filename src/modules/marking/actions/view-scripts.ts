import type { Actor } from '../../../kernel/actor.ts'
import type { QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { peopleOf } from '../../identity/index.ts'
import type { listMarking, listQueue } from '../contract.ts'
import type { MarkingTask } from '../core/marking-task.ts'
import { totalOf } from '../core/practical-criteria.ts'
import { type Script, isOfOwnInstitution, withinReach } from '../core/script.ts'
import { listRecentScripts, listTasks } from '../store/scripts.ts'

/** Scripts stay in the lists for ninety days; older ones are found through their sitting's results. */
const DAYS = 90
const MOST = 5000

type Marked = { readonly script: Script; readonly task: MarkingTask | null }

/** What the assessor may mark now and has marked before: anonymous numbers, no seat, no name. */
export async function viewQueue(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listQueue>>> {
  const reached = await scriptsWithin(tx, ctx)
  const open = reached.filter(({ task }) => task === null)
  const mine = (actor: Actor) => reached.filter(({ task }) => actor.kind === 'person' && task?.assessorId === actor.personId)
  return ok({
    waiting: open
      .filter(({ script }) => !isOfOwnInstitution(ctx.actor, script))
      .map(({ script }) => ({ ...placeOf(script), openedAt: script.openedAt })),
    withheld: open.filter(({ script }) => isOfOwnInstitution(ctx.actor, script)).length,
    done: mine(ctx.actor).flatMap(({ script, task }) =>
      task?.state.kind === 'marked'
        ? [{ ...placeOf(script), markedAt: task.state.at, total: totalOf(task.state.sheet), sheet: task.state.sheet }]
        : [],
    ),
  })
}

/** The chief assessor's view: every script within reach with its seat, its state, who marked it, and the four marks. */
export async function viewMarking(
  tx: Tx,
  request: { query: QueryOf<typeof listMarking> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listMarking>>> {
  const { sittingId, most } = request.query
  const reached = (await scriptsWithin(tx, ctx)).filter(({ script }) => sittingId === undefined || script.sittingId === sittingId)
  const names = await peopleOf(
    tx,
    reached.flatMap(({ task }) => (task === null ? [] : [task.assessorId])),
  )
  const scripts = reached.map(({ script, task }) => {
    const { roomLabel, seatLabel, site, openedAt } = script
    const marked =
      task?.state.kind === 'marked'
        ? { at: task.state.at, total: totalOf(task.state.sheet), sheet: task.state.sheet, assessor: names.get(task.assessorId)?.name ?? '' }
        : null
    return { ...placeOf(script), site, roomLabel, seatLabel, openedAt, marked }
  })
  return ok({ total: scripts.length, waiting: scripts.filter(script => script.marked === null).length, scripts: scripts.slice(0, most) })
}

async function scriptsWithin(tx: Tx, ctx: Ctx): Promise<Marked[]> {
  const since = instant(ctx.now - DAYS * 86_400_000)
  const scripts = (await listRecentScripts(tx, since, MOST)).filter(script => withinReach(ctx.actor, script))
  const tasks = await listTasks(tx, [...new Set(scripts.map(script => script.sittingId))])
  return scripts.map(script => ({ script, task: tasks.find(task => task.scriptId === script.scriptId) ?? null }))
}

function placeOf({ sittingId, scriptId, number, level }: Script) {
  return { sittingId, scriptId, number, level }
}
