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
import { type KeptCheckMark, checkMarksOfSittings } from '../store/lab.ts'
import { listRecentScripts, listTasks } from '../store/scripts.ts'

/** Scripts stay in the lists for ninety days; older ones are found through their sitting's results. */
const DAYS = 90
const MOST = 5000

/** A script with the sheet it got, or the marks for what it asks. */
type Marked = { readonly script: Script; readonly task: MarkingTask | null; readonly judged: readonly KeptCheckMark[] }

/** What the assessor may mark now and has marked before: anonymous numbers, no seat, no name. */
export async function viewQueue(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listQueue>>> {
  const reached = await scriptsWithin(tx, ctx)
  const open = reached.filter(isWaiting)
  const mine = (actor: Actor) => reached.filter(({ task }) => actor.kind === 'person' && task?.assessorId === actor.personId)
  return ok({
    waiting: open
      .filter(({ script }) => !isOfOwnInstitution(ctx.actor, script))
      .map(({ script }) => ({ ...placeOf(script), openedAt: script.openedAt, asks: script.asks === null ? null : [...script.asks] })),
    withheld: open.filter(({ script }) => isOfOwnInstitution(ctx.actor, script)).length,
    done: mine(ctx.actor).flatMap(({ script, task }) =>
      task?.state.kind === 'marked'
        ? [{ ...placeOf(script), markedAt: task.state.at, total: totalOf(task.state.sheet), sheet: task.state.sheet }]
        : [],
    ),
    laboratory: reached
      .filter(({ script }) => script.asks !== null && !isOfOwnInstitution(ctx.actor, script))
      .map(each => ({ ...placeOf(each.script), openedAt: each.script.openedAt, waits: isWaiting(each) })),
  })
}

/** A script waits while nobody has marked it by its criteria, or by what it asks for. */
function isWaiting({ script, task, judged }: Marked): boolean {
  return script.asks === null ? task === null : script.asks.length > 0 && judged.length === 0
}

/** The chief assessor's view: every script within reach with its seat, its state, who marked it, and the four marks. */
export async function viewMarking(
  tx: Tx,
  request: { query: QueryOf<typeof listMarking> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listMarking>>> {
  const { sittingId, most } = request.query
  const reached = (await scriptsWithin(tx, ctx))
    .filter(({ script }) => script.asks === null || script.asks.length > 0)
    .filter(({ script }) => sittingId === undefined || script.sittingId === sittingId)
  const names = await peopleOf(
    tx,
    reached.flatMap(({ task, judged }) => [...(task === null ? [] : [task.assessorId]), ...judged.map(mark => mark.assessorId)]),
  )
  const scripts = reached.map(each => {
    const { roomLabel, seatLabel, site, openedAt } = each.script
    const marked = markedView(each, id => names.get(id)?.name ?? '')
    return { ...placeOf(each.script), site, roomLabel, seatLabel, openedAt, marked }
  })
  return ok({ total: scripts.length, waiting: scripts.filter(script => script.marked === null).length, scripts: scripts.slice(0, most) })
}

/** By whom and how a script was marked: by the four criteria, or only what no machine could judge; null while it waits. */
function markedView({ task, judged }: Marked, nameOf: (personId: string) => string) {
  const [first] = judged
  if (first !== undefined) {
    const total = judged.reduce((sum, mark) => sum + mark.got, 0)
    return { at: first.markedAt as number, total, sheet: null, assessor: nameOf(first.assessorId) }
  }
  if (task?.state.kind !== 'marked') return null
  return {
    at: task.state.at as number,
    total: totalOf(task.state.sheet) as number,
    sheet: task.state.sheet,
    assessor: nameOf(task.assessorId),
  }
}

async function scriptsWithin(tx: Tx, ctx: Ctx): Promise<Marked[]> {
  const since = instant(ctx.now - DAYS * 86_400_000)
  const scripts = (await listRecentScripts(tx, since, MOST)).filter(script => withinReach(ctx.actor, script))
  const tasks = await listTasks(tx, [...new Set(scripts.map(script => script.sittingId))])
  const judged = Map.groupBy(await checkMarksOfSittings(tx, [...new Set(scripts.map(script => script.sittingId))]), mark => mark.scriptId)
  return scripts.map(script => ({
    script,
    task: tasks.find(task => task.scriptId === script.scriptId) ?? null,
    judged: judged.get(script.scriptId) ?? [],
  }))
}

function placeOf({ sittingId, scriptId, number, level }: Script) {
  return { sittingId, scriptId, number, level }
}
