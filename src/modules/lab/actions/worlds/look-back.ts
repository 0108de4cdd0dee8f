import type { ParamsOf, QueryOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { readGuide, readReplay, readReplayStep, readScores, readTrace } from '../../contract.ts'
import { MODES } from '../../core/modes.ts'
import { rehearse } from '../../core/task/gates/rehearse.ts'
import type { Params } from '../../core/task/variant.ts'
import { appOf, pinFaults } from '../../core/world/engine.ts'
import { split } from '../../core/world/fold.ts'
import { brokenAt } from '../../core/world/replay.ts'
import { captionOf, worldView } from '../../core/world/view.ts'
import { entriesFrom } from '../../store/history.ts'
import { scoresOf } from '../../store/scores.ts'
import { type WorldHead, groundOfWorld, taskByHash } from '../../store/worlds.ts'
import { labEngine } from '../engine.ts'
import { wholeWorld } from './hold-world.ts'
import { openBook, readable } from './reach.ts'
import { viewOfScore } from './score-world.ts'

type Asked<P, Q = { readonly ownerId?: string | undefined }> = { readonly params: P; readonly query: Q }
/** How many entries of a trace one answer holds. */
const PAGE = 200

export async function readAllScores(
  tx: Tx,
  request: Asked<ParamsOf<typeof readScores>>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readScores>>> {
  const head = await openBook(tx, request, ctx)
  if (!head.ok) return head
  const scores = []
  for (const score of await scoresOf(tx, head.value)) scores.push(await viewOfScore(tx, head.value, score))
  return ok({ scores })
}

/** Everything that was tried, refusals of agents left out: those are nobody's business but the world's. */
export async function readWholeTrace(
  tx: Tx,
  request: Asked<ParamsOf<typeof readTrace>, QueryOf<typeof readTrace>>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readTrace>>> {
  const head = await openBook(tx, request, ctx)
  if (!head.ok) return head
  const entries = (await entriesFrom(tx, head.value, request.query.from, PAGE)).filter(entry => entry.id !== null)
  return ok({
    entries: entries.map(({ entry, by, type, from, at, receivedAt, reply }) => ({
      entry,
      by,
      type,
      at,
      receivedAt,
      zh: nameOfCommand(type),
      fromSeq: from,
      ok: reply.ok,
      refusal: reply.ok ? null : { code: reply.refusal.code, zh: reply.refusal.zh },
    })),
  })
}

function nameOfCommand(type: string): string {
  const [app, name] = split(type)
  const commands = Object.hasOwn(labEngine.apps, app) ? appOf(labEngine, app).commands : {}
  return Object.hasOwn(commands, name) ? (commands[name]?.zh ?? type) : type
}

/** A past that can be played back on this build. Refusals: those of `openBook`, `version-changed`. */
async function playable(tx: Tx, request: Asked<{ readonly worldId: string }>, ctx: Ctx): Promise<Result<WorldHead>> {
  const head = await openBook(tx, request, ctx)
  if (!head.ok) return head
  const { setup, pins } = await groundOfWorld(tx, head.value)
  return pinFaults(labEngine, setup, pins).length === 0 ? head : refuse('version-changed')
}

export async function readStory(
  tx: Tx,
  request: Asked<ParamsOf<typeof readReplay>>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readReplay>>> {
  const head = await playable(tx, request, ctx)
  if (!head.ok) return head
  const { setup, state, events } = await wholeWorld(tx, head.value)
  const own = new Set(setup.scenario.personas.map(p => String(p.id)))
  let lap = 1
  const captions = events.flatMap(event => {
    if (event.type === 'world.reset') lap += 1
    const caption = captionOf({ engine: labEngine, setup }, event, state.persona)
    return caption === null ? [] : [{ seq: event.seq, at: event.at, lap, by: event.by, own: own.has(event.by), caption }]
  })
  return ok({ whole: brokenAt(labEngine, setup, events) === null, last: state.seq, captions })
}

export async function readStep(
  tx: Tx,
  request: Asked<ParamsOf<typeof readReplayStep>>,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readReplayStep>>> {
  const head = await playable(tx, request, ctx)
  if (!head.ok) return head
  const { seq } = request.params
  if (seq > head.value.lastSeq) return refuse('step-not-found', { seq, last: head.value.lastSeq })
  const { setup, state } = await wholeWorld(tx, head.value, seq)
  return ok({ seq, view: worldView(labEngine, setup, state) })
}

/** The reference solution of this very variant, played in a second world: what to do, and what then happens. */
export async function readSteps(
  tx: Tx,
  { params }: { params: ParamsOf<typeof readGuide> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof readGuide>>> {
  const head = await readable(tx, { params }, ctx)
  if (!head.ok) return head
  if (!MODES[head.value.mode].guide) return refuse('world-closed-book')
  const [{ setup }, task] = [await groundOfWorld(tx, head.value), await taskByHash(tx, head.value.taskHash)]
  const variant = { setup, params: setup.params as Params, brief: '' }
  const { given, world } = rehearse(labEngine, variant, task.reference)
  const at = { engine: labEngine, setup }
  const steps = given.map(({ type, data, from, to }, i) => {
    const events = world.events.filter(event => event.seq > from && event.seq <= to)
    const expect = events.flatMap(event => captionOf(at, event, world.state.persona) ?? [])
    return { step: i + 1, type, zh: nameOfCommand(type), app: split(type)[0], data, expect }
  })
  return ok({ steps })
}
