import type { BodyOf, ParamsOf, ReplyOf } from '../../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../../platform/db/database.ts'
import type { FileReply } from '../../../../../platform/http/route.ts'
import { record } from '../../../../audit/index.ts'
import { fileOfExamWorld, replyOfExamCommand, showExamReply, showExamWorld } from '../../../../lab/index.ts'
import type { carryOutCommand, fileOfItemWorld, openItemWorld } from '../../../contract.ts'
import { type Attempt, acceptsUntil } from '../../../core/attempt/attempt.ts'
import { type CommandLine, type CommandPlace, commandKey } from '../../../core/paper/lab/command.ts'
import { commandsAt } from '../../../store/lab/lab-commands.ts'
import { identifySeatedBearer } from '../identify-bearer.ts'
import { hallGate } from '../../hall/gate.ts'
import { examClient } from '../../open-next-epoch.ts'
import { catchUpWorld, openWorldOfItem, worldPlace } from './world-of-item.ts'

type Asked = { readonly params: { readonly attemptId: string; readonly itemId: string } }

/**
 * Opens the world of an item of the own running attempt, and carries out what was saved and not yet done: after a change of seat or server,
 * or a lost reply. Refusals: those of `atWork`, `openWorldOfItem` and `catchUpWorld`, `world-behind`.
 */
export async function openItemWorldAction({ params }: Asked, ctx: Ctx): Promise<Result<ReplyOf<typeof openItemWorld>>> {
  const { database } = ctx.ports
  const opened = await database.transact<Result<Attempt>>(async tx => {
    const done = await openAtWork(tx, ctx, params)
    if (!done.ok && !done.keep) throw new RolledBack(done)
    return done
  })
  if (!opened.ok) return opened
  const { itemId } = params
  const line = await upToDate(ctx, opened.value, itemId)
  if (!line.ok) return line
  const world = await database.transact(tx => showExamWorld(tx, ctx, worldPlace(opened.value, itemId)))
  return world.ok ? ok({ world: { ...world.value, apps: [...world.value.apps] }, through: lastOf(line.value) }) : world
}

async function openAtWork(tx: Tx, ctx: Ctx, { attemptId, itemId }: Asked['params']): Promise<Result<Attempt>> {
  const attempt = await atWork(tx, ctx, attemptId, true)
  if (!attempt.ok) return attempt
  const opened = await openWorldOfItem(tx, ctx, attempt.value, itemId)
  if (!opened.ok) return opened
  if (opened.value === 'opened')
    await record(
      tx,
      { ...ctx, actor: examClient(attempt.value.attemptId) },
      { type: 'item-world-opened', subject: { kind: 'attempt', id: attemptId }, facts: { item: itemId } },
    )
  return attempt
}

/**
 * The attempt of a bearer who may work in its worlds now. A pause, the end, and a newer entry elsewhere stop it; what was saved before them
 * is kept and carried out when the work goes on. Refusals: those of the bearer, `not-started`, `attempt-over`, `time-is-up`, those of `hallGate`.
 */
async function atWork(tx: Tx, ctx: Ctx, attemptId: string, lock: boolean): Promise<Result<Attempt>> {
  const bearer = await identifySeatedBearer(tx, ctx, { attemptId, lock })
  if (!bearer.ok) return bearer
  const { attempt } = bearer.value
  if (attempt.state === 'ready') return refuse('not-started')
  if (attempt.state !== 'running') return refuse('attempt-over')
  const gate = await hallGate(tx, attempt)
  if (!gate.ok) return gate
  return ctx.now > acceptsUntil(attempt, attempt.startedAt) ? refuse('time-is-up') : ok(attempt)
}

/** Refusal: `world-behind` when a command rests on one that only the other server holds; it comes by itself. */
async function upToDate(ctx: Ctx, attempt: Attempt, itemId: string): Promise<Result<CommandLine>> {
  const line = await catchUpWorld(ctx, attempt, itemId)
  return line.ok && line.value.behind ? refuse('world-behind') : line
}

const lastOf = ({ line }: CommandLine): CommandPlace | null => line[line.length - 1] ?? null

type Turn = { readonly params: ParamsOf<typeof carryOutCommand>; readonly body: BodyOf<typeof carryOutCommand> }

/** Carries out a command that was saved. Refusals: as `openItemWorldAction`, `command-not-saved`, `command-aside`. */
export async function carryOutAction({ params, body }: Turn, ctx: Ctx): Promise<Result<ReplyOf<typeof carryOutCommand>>> {
  const { database } = ctx.ports
  const { attemptId, itemId } = params
  const found = await database.transact(async tx => {
    const attempt = await atWork(tx, ctx, attemptId, false)
    if (!attempt.ok) return attempt
    const [stored] = await commandsAt(tx, attempt.value, [body])
    return stored === undefined ? refuse('command-not-saved') : attempt
  })
  if (!found.ok) return found
  const line = await upToDate(ctx, found.value, itemId)
  if (!line.ok) return line
  const place = worldPlace(found.value, itemId)
  return database.transact(async tx => {
    const reply = await replyOfExamCommand(tx, place, commandKey(body))
    if (reply === undefined) return refuse('command-aside')
    const outcome = await showExamReply(tx, ctx, place, reply)
    return outcome.ok ? ok({ outcome: outcome.value, through: lastOf(line.value) }) : outcome
  })
}

/** A file out of an app, for the persona that acts. Refusals: those of `atWork`, `world-not-found`, `version-changed`, `file-not-found`. */
export async function fileOfWorldAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof fileOfItemWorld> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  const attempt = await atWork(tx, ctx, params.attemptId, false)
  return attempt.ok ? fileOfExamWorld(tx, ctx, worldPlace(attempt.value, params.itemId), params) : attempt
}
