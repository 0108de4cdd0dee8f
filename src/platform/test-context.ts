import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor, Grant, Role, Scope } from '../kernel/actor.ts'
import { type Instant, instantOf } from '../kernel/instant.ts'
import { localDate } from '../kernel/local-date.ts'
import type { Result } from '../kernel/result.ts'
import { demonstrationClock } from './clock.ts'
import type { Ctx, Ports } from './context.ts'
import type { Database } from './db/database.ts'
import { openFileStore } from './files/file-store.ts'
import { newId } from './id.ts'
import { jobs } from './jobs.ts'
import { openKeys } from './keys.ts'
import { createLog } from './log.ts'
import { openSolver } from './solver/solver.ts'

const PUBLIC: Actor = { kind: 'public' }
const NATION: Scope = { kind: 'nation' }

/** Real ports over a throw-away folder, for tests of store and actions. */
export function testPorts(database: Database): Ports {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-ports-'))
  const keys = openKeys(folder)
  const files = openFileStore(folder, keys)
  return { database, keys, files, jobs, clock: demonstrationClock(folder), log: createLog('silent'), solver: openSolver() }
}

/** A request's context as an action sees it. */
export function testContext(ports: Ports, actor: Actor = PUBLIC, now: Instant = instantOf('2026-11-23T01:00:00Z')): Ctx {
  const noRequest = { ip: '127.0.0.1', bearer: null, signInToken: null, target: '', header: () => null, setCookie: () => undefined }
  return { ...noRequest, actor, now, requestId: newId(), ports }
}

/** A person with one role in one scope since 2020. */
export function actorWith(role: Role, scope: Scope = NATION, personId: string = newId()): Actor {
  const grant: Grant = { role, scope, from: localDate('2020-01-01'), until: null }
  return { kind: 'person', personId, accountId: newId(), name: '测试', grants: [grant] }
}

/** The value of what must not be refused; a refusal fails the test and is shown. */
export function must<T>(outcome: Result<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}
