import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { readBoard } from '../../contract.ts'
import { checkState, openSay, refusalsOf, standingOf } from '../../core/board/standing.ts'
import type { TaskDocument } from '../../core/task/document-schema.ts'
import { marksOfCheck } from '../../core/task/score/marks-of.ts'
import { type CardCount, type Seat, countCards, findWorkshop, headsOf, seatsOf } from '../../store/workshops.ts'
import { type WorldHead, taskByHash } from '../../store/worlds.ts'
import { catalogueOf } from '../documents/catalogue.ts'
import { nameOfApp } from '../worlds/show-world.ts'
import { type ScoredWorld, scoredWorld } from './scored-worlds.ts'
import { titleOf } from './workshops.ts'

type Row = ReplyOf<typeof readBoard>['rows'][number]
type Found = { readonly seat: Seat; readonly head: WorldHead; readonly scored: ScoredWorld | null }

/** The board of a workshop as it stands now. Refusal: `workshop-not-found`. */
export async function readOneBoard(
  tx: Tx,
  { params, query }: { params: ParamsOf<typeof readBoard>; query: QueryOf<typeof readBoard> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readBoard>>> {
  const workshop = await findWorkshop(tx, params)
  if (workshop === undefined) return refuse('workshop-not-found')
  const seats = await seatsOf(tx, params)
  const heads = await headsOf(tx, seats)
  const cards = await countCards(tx, seats)
  const found: Found[] = []
  for (const seat of seats) {
    const head = heads.get(seat.worldId)
    if (head !== undefined) found.push({ seat, head, scored: await scoredWorld(ctx.ports.database, tx, head) })
  }
  const task = await taskShown(tx, ctx, workshop.task, found[0]?.head)
  const at = { now: ctx.now, minutes: query.minutes }
  return ok({
    ...at,
    workshop: { ...workshop, title: titleOf(ctx, workshop.task), seats: seats.length },
    checks: columnsOf(task),
    rows: found.map(one => rowOf(one, cards.get(one.seat.ownerId), at)),
    refusals: refusalsOf(found.flatMap(({ scored }) => scored ?? [])).map(one => ({ ...one, appName: nameOfApp(one.app) })),
  })
}

/** The task as the first world was opened with it; nobody has joined yet: as it is offered. */
async function taskShown(tx: Tx, ctx: Ctx, task: string, first: WorldHead | undefined): Promise<TaskDocument | undefined> {
  return first === undefined ? catalogueOf(ctx.ports.log).get(task)?.task : taskByHash(tx, first.taskHash)
}

function columnsOf(task: TaskDocument | undefined): ReplyOf<typeof readBoard>['checks'] {
  return (task?.checks ?? []).map(check => ({ id: check.id, say: openSay(check.say), max: marksOfCheck(check) * 100 }))
}

function rowOf({ seat, head, scored }: Found, counted: CardCount | undefined, at: { now: number; minutes: number }): Row {
  const { ownerId, worldId, name } = seat
  const cards = counted ?? { sent: 0, read: 0 }
  const own = { ownerId, worldId, name, touchedAt: head.touchedAt, lap: head.lap, cards }
  if (scored === null)
    return { ...own, standing: { kind: 'outdated', code: null, zh: null, times: 0 }, got: 0, max: 0, hints: 0, checks: [] }
  const { submitted, score, entries, hints } = scored
  return {
    ...own,
    standing: standingOf({ ...at, submitted, openedAt: head.openedAt, checks: score.checks, entries }),
    got: score.got,
    max: score.max,
    hints,
    checks: score.checks.map(check => ({ id: check.id, state: checkState(check, submitted) })),
  }
}
