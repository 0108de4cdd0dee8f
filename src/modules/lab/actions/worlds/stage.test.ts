/** A person with worlds in a database of their own. Holds no test itself. */
import assert from 'node:assert/strict'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { TestDatabase } from '../../../../platform/db/test-database.ts'
import { actorWith, must, testContext, testPorts } from '../../../../platform/test-context.ts'
import type { Step } from '../../core/task/document-schema.ts'
import { rehearse } from '../../core/task/gates/rehearse.ts'
import { variantOf } from '../../core/task/variant.ts'
import { catalogueOf } from '../documents/catalogue.ts'
import { labEngine } from '../engine.ts'
import { actInWorld, submitTask } from './act-in-world.ts'
import { openWorldFor } from './open-world.ts'
import { readWhole } from './read-worlds.ts'

export const TASK = 'L4-02'
export const person: Actor = actorWith('candidate', { kind: 'person', person: 'self' }, 'person-1')

/** A person at a server; `with` is the same database seen by another process or another person. */
export type Stage = {
  readonly ports: Ports
  readonly ctx: Ctx
  readonly open: (more?: Partial<Parameters<typeof openWorldFor>[2]>) => Promise<string>
  readonly say: (worldId: string, type: string, data?: unknown, more?: { id?: string; seq?: number }) => ReturnType<typeof actInWorld>
  readonly seqOf: (worldId: string) => Promise<number>
  readonly submit: (worldId: string, id?: string) => ReturnType<typeof submitTask>
  readonly tx: <T>(body: Parameters<Database['transact']>[0]) => Promise<T>
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
}

export function stageOf({ database }: Pick<TestDatabase, 'database'>, actor: Actor = person): Stage {
  const ports = testPorts(database)
  const ctx = testContext(ports, actor)
  let n = 0
  const seqOf = async (worldId: string): Promise<number> => {
    const { rows } = await database.pool.query('select last_seq from lab_world where world_id = $1', [worldId])
    return (rows[0] as { last_seq: number }).last_seq
  }
  const submit: Stage['submit'] = async (worldId, id = `submit-${++n}`) =>
    submitTask({ params: { worldId }, body: { commandId: id, expectedSeq: await seqOf(worldId), discard: true } }, ctx)
  return {
    ports,
    ctx,
    seqOf,
    submit,
    open: async (more = {}) => {
      const opening = { ownerId: 'person-1', institution: null, task: TASK, mode: 'practice' as const, seed: 'seed-1', ...more }
      return must(await database.transact(tx => openWorldFor(tx, ctx, opening))).worldId
    },
    say: async (worldId, type, data = {}, { id = `c-${++n}`, seq } = {}) =>
      actInWorld({ params: { worldId }, body: { commandId: id, type, data, expectedSeq: seq ?? (await seqOf(worldId)) } }, ctx),
    tx: body => database.transact(body) as never,
    rows: async (text, values = []) => (await database.pool.query(text, [...values])).rows as Record<string, unknown>[],
  }
}

/** The reply of a command that must have been let in. */
export async function done(given: ReturnType<typeof actInWorld>) {
  return must(await given)
}

export async function viewOf(stage: Stage, worldId: string, ownerId?: string) {
  const query = ownerId === undefined ? {} : { ownerId }
  return must(await stage.ports.database.transact(tx => readWhole(tx, { params: { worldId }, query }, stage.ctx)))
}

/** The commands with which the reference solves the variant of a seed. */
export function solutionOf(seed: string, mode: 'practice' | 'guided' | 'final' = 'practice'): { type: string; data: unknown }[] {
  const log = { error: () => assert.fail('a document cannot be read') } as never
  const { task, scenario, hash } = catalogueOf(log).get(TASK) ?? assert.fail(`there is no ${TASK}`)
  const variant = variantOf({ task, scenario, seed, mode, sha256: labEngine.sha256, hashes: [hash] })
  return rehearse(labEngine, variant, task.reference as readonly Step[]).given.map(({ type, data }) => ({ type, data }))
}

export const codeOf = (outcome: Result<unknown>): string => (outcome.ok ? 'ok' : outcome.refusal.code)
