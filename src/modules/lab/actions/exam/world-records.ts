import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type WorldRecord, readWorldRecord, worldRecordText } from '../../core/exam/world-record.ts'
import { scoreOf } from '../../core/task/gates/rehearse.ts'
import type { TaskScore } from '../../core/task/score/score.ts'
import type { Params } from '../../core/task/variant.ts'
import { hash } from '../../core/world/ids.ts'
import { pinFaults } from '../../core/world/engine.ts'
import { brokenAt } from '../../core/world/replay.ts'
import { type KeptEntry, appendOpening, appendTaken, entriesFrom, eventsAfter } from '../../store/history.ts'
import { countCommands, forgetWorld, worldsOfOwner } from '../../store/exam-worlds.ts'
import { type WorldPlace, findWorld, groundOfWorld, insertWorld, putTask, taskByHash } from '../../store/worlds.ts'
import { labEngine, labValidators } from '../engine.ts'
import { letGo, wholeWorld } from '../worlds/hold-world.ts'
import { readKeptDocument } from './exam-documents.ts'

/** A world of an owner in one line: how many commands its person gave, and the hash of its last event. */
export type WorldSummary = {
  readonly worldId: string
  readonly task: string
  readonly document: string
  readonly commands: number
  readonly lastSeq: number
  readonly head: string
}

/** The worlds of an owner (an attempt), by their ids (items). One in which nothing was done has 0 commands. */
export async function summariesOfWorlds(tx: Tx, ownerId: string): Promise<WorldSummary[]> {
  const found: WorldSummary[] = []
  for (const line of await worldsOfOwner(tx, ownerId))
    found.push({ ...line, commands: await countCommands(tx, { ownerId, worldId: line.worldId }) })
  return found
}

/** The whole record of a world as text, the same on every server that carried out the same commands. Undefined when there is no world. */
export async function worldRecordOf(tx: Tx, { ownerId, worldId }: WorldPlace): Promise<string | undefined> {
  const place = { ownerId, worldId }
  const head = await findWorld(tx, place)
  if (head === undefined) return undefined
  const { setup, pins } = await groundOfWorld(tx, place)
  const events = await eventsAfter(tx, place, 0)
  const entries = await entriesFrom(tx, place, 1, Number.MAX_SAFE_INTEGER)
  return worldRecordText({
    task: head.task,
    document: head.taskHash,
    setup,
    pins,
    events,
    entries: entries.map(withoutTime),
    head: head.head,
  })
}

/** When an entry came in differs from server to server; the events of the attempt tell it. */
function withoutTime({ entry: _entry, receivedAt: _at, ...rest }: KeptEntry) {
  return rest
}

/**
 * Takes the record of a world in where it is marked; the same one again changes nothing. Its document must be here. The chain of hashes is
 * followed where this build plays the versions of the record. Refusals: `lab-record-invalid`, `lab-record-broken`, `lab-document-missing`,
 * `world-differs`.
 */
export async function takeWorldRecord(tx: Tx, ctx: Ctx, { ownerId, worldId }: WorldPlace, text: string): Promise<Result<true>> {
  const place = { ownerId, worldId }
  const read = readWorldRecord(text)
  if (!read.ok) return read
  const record = read.value
  const known = await findWorld(tx, place)
  if (known !== undefined) return known.head === record.head ? ok(true) : refuse('world-differs')
  if (!isWhole(record)) return refuse('lab-record-broken')
  const document = await readKeptDocument(tx, ctx, record.document)
  if (!document.ok) return document
  const { setup, pins, events, entries, task } = record
  await putTask(tx, { hash: record.document, task: document.value.task, now: ctx.now })
  await insertWorld(tx, { ...place, institution: null, task, taskHash: record.document, setup, pins, now: ctx.now })
  const last = events[events.length - 1]
  await appendOpening(tx, place, { seq: last?.seq ?? 0, head: hash(record.head) }, events)
  await appendTaken(tx, place, entries, ctx.now)
  letGo(ctx.ports.database, place)
  return ok(true)
}

function isWhole({ setup, pins, events, head }: WorldRecord): boolean {
  if (events.length === 0 || events[events.length - 1]?.hash !== head || setup.mode !== 'final') return false
  return pinFaults(labEngine, setup, pins).length > 0 || brokenAt(labEngine, setup, events) === null
}

/**
 * The score of a world as it stands now, by the rubric of the document it was opened with: pure of everything else, so that it can be asked
 * again at any time. Refusals: `world-not-found`, `version-changed` (this build does not play the versions of the world).
 */
export async function scoreExamWorld(tx: Tx, { ownerId, worldId }: WorldPlace): Promise<Result<TaskScore>> {
  const place = { ownerId, worldId }
  const head = await findWorld(tx, place)
  if (head === undefined) return refuse('world-not-found')
  const { setup, pins } = await groundOfWorld(tx, place)
  if (pinFaults(labEngine, setup, pins).length > 0) return refuse('version-changed')
  const task = await taskByHash(tx, head.taskHash)
  const world = await wholeWorld(tx, place)
  const variant = { setup, params: setup.params as Params, brief: '' }
  return ok(scoreOf({ engine: labEngine, task, validators: labValidators }, variant, world))
}

/** Deletes all worlds of an owner. */
export async function forgetWorldsOf(tx: Tx, ctx: Pick<Ctx, 'ports'>, ownerId: string): Promise<void> {
  for (const { worldId } of await worldsOfOwner(tx, ownerId)) {
    await forgetWorld(tx, { ownerId, worldId })
    letGo(ctx.ports.database, { ownerId, worldId })
  }
}
