import { randomInt } from 'node:crypto'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { closeWorkshop, joinWorkshop, listWorkshops, openWorkshop } from '../../contract.ts'
import { institutionsTaught } from '../../core/board/workshop.ts'
import { MODES } from '../../core/modes.ts'
import * as store from '../../store/workshops.ts'
import { catalogueOf } from '../documents/catalogue.ts'
import { openWorldFor, seedFor } from '../worlds/open-world.ts'

/** Six digits, and how often another is drawn when one is taken. */
const CODES = 1_000_000
const TRIES = 20

/** Opens a task for trainees. Refusals: `task-not-found`, `codes-used-up`. */
export async function openOne(
  tx: Tx,
  { body }: { body: BodyOf<typeof openWorkshop> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof openWorkshop>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  if (!catalogueOf(ctx.ports.log).has(body.task)) return refuse('task-not-found', { task: body.task })
  const place = { institution: body.institution, workshopId: newId() }
  const code = await drawCode(tx, place)
  if (code === null) return refuse('codes-used-up')
  await store.insertWorkshop(tx, {
    ...place,
    name: body.name,
    task: body.task,
    mode: body.mode,
    code,
    openedBy: ctx.actor.personId,
    now: ctx.now,
  })
  await record(tx, ctx, {
    type: 'lab-workshop-opened',
    subject: { kind: 'lab-workshop', id: place.workshopId },
    facts: { institution: place.institution, task: body.task, mode: body.mode },
  })
  return ok({ workshopId: place.workshopId, code })
}

async function drawCode(tx: Tx, place: store.WorkshopPlace): Promise<string | null> {
  for (let i = 0; i < TRIES; i++) {
    const code = String(randomInt(CODES)).padStart(6, '0')
    if (await store.takeCode(tx, place, code)) return code
  }
  return null
}

export async function listOwn(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof listWorkshops>>> {
  const institutions = institutionsTaught(ctx.actor)
  const workshops = await store.workshopsOf(tx, institutions)
  return ok({ institutions, workshops: workshops.map(one => ({ ...one, title: titleOf(ctx, one.task) })) })
}

export function titleOf(ctx: Ctx, task: string): string {
  return catalogueOf(ctx.ports.log).get(task)?.task.title ?? task
}

/** Closes a workshop; closed before, it stays as it was. Refusal: `workshop-not-found`. */
export async function closeOne(
  tx: Tx,
  { params }: { params: ParamsOf<typeof closeWorkshop> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof closeWorkshop>>> {
  const workshop = await store.findWorkshop(tx, params)
  if (workshop === undefined) return refuse('workshop-not-found')
  if (workshop.closedAt !== null) return ok({ closedAt: workshop.closedAt })
  await store.closeWorkshop(tx, params, ctx.now)
  await store.giveCodeBack(tx, workshop.code)
  await record(tx, ctx, {
    type: 'lab-workshop-closed',
    subject: { kind: 'lab-workshop', id: params.workshopId },
    facts: { institution: params.institution },
  })
  return ok({ closedAt: ctx.now })
}

/** A person joins and gets a world that the teachers of the institution may read. Refusals: `code-unknown`, `task-not-found`. */
export async function joinByCode(
  tx: Tx,
  { body }: { body: BodyOf<typeof joinWorkshop> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof joinWorkshop>>> {
  if (ctx.actor.kind !== 'person') return refuse('not-signed-in')
  const { personId: ownerId, name } = ctx.actor
  const workshop = await store.workshopByCode(tx, body.code)
  if (workshop === undefined || workshop.closedAt !== null) return refuse('code-unknown')
  const { institution, workshopId, task, mode } = workshop
  const known = await store.findSeat(tx, { institution, workshopId, ownerId })
  if (known !== undefined) return ok({ worldId: known.worldId })
  const opened = await openWorldFor(tx, ctx, { ownerId, institution, task, mode, seed: seedFor(MODES[mode].seed, task) })
  if (!opened.ok) return opened
  await store.insertSeat(tx, { institution, workshopId, ...opened.value, name, now: ctx.now })
  return ok({ worldId: opened.value.worldId })
}
