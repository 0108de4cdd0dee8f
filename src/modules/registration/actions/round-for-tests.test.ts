import sharp from 'sharp'
import type { Actor } from '../../../kernel/actor.ts'
import { idNumberOf } from '../../../kernel/id-number.ts'
import { type Instant, instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import { type Database, RolledBack, type Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { registerPerson } from '../../identity/index.ts'
import type { ApplicationDraft } from '../core/application/application-draft.ts'
import { aDraft, aRound } from '../fixtures.ts'
import { addEvidence, putPhoto } from './applying/attach-document.ts'
import { keepDraft } from './applying/save-draft.ts'
import { start } from './applying/start-application.ts'
import { handApplicationIn } from './applying/submit-application.ts'
import { openRound } from './open-round.ts'
import { showApplication } from './read-application.ts'
import { showForReview } from './reviewing/list-for-review.ts'
import { review } from './reviewing/review-application.ts'

/** The day on which the tests of applying and reviewing play, inside the window of `aRound`. */
export const TEST_NOW = instantOf('2026-11-23T01:00:00Z')
export type Person = Actor & { readonly kind: 'person' }
export type Key = { readonly personId: string; readonly applicationId: string }
export type Choice = Parameters<typeof review>[1]['body']['choice']
export type Filled = { readonly who: Person; readonly params: Key; readonly version: number }
export const SYSTEM: Actor = { kind: 'system', job: 'test' }
export const APPROVE: Choice = { kind: 'approve', clauseId: 'L4-1' }

/** Verbs of applicants and reviewers on a real database, for tests: each is one transaction, rolled back when it refuses. */
export function testRound(database: Database) {
  const ports = testPorts(database)
  const scan = sharp({ create: { width: 600, height: 840, channels: 3, background: '#dde3ea' } })
    .jpeg()
    .toBuffer()
  const roundId = newId()
  function act<T>(body: (tx: Tx, ctx: Ctx) => Promise<Result<T>>, actor: Actor, now: Instant = TEST_NOW): Promise<Result<T>> {
    return database.transact(async tx => {
      const outcome = await body(tx, testContext(ports, actor, now))
      if (!outcome.ok) throw new RolledBack(outcome)
      return outcome
    })
  }
  const upload = async () => ({ bytes: await scan, fileName: '扫描件.jpg', declaredType: 'image/jpeg' })
  const verbs = {
    open: (changes: Parameters<typeof aRound>[0] = {}) => act((tx, ctx) => openRound(tx, ctx, aRound({ roundId, ...changes })), SYSTEM),
    begin: (who: Actor, level = 'L4', now = TEST_NOW) => act((tx, ctx) => start(tx, { body: { roundId, level } }, ctx), who, now),
    keep: (who: Actor, { params, version }: Pick<Filled, 'params' | 'version'>, draft: ApplicationDraft = aDraft(), now = TEST_NOW) =>
      act((tx, ctx) => keepDraft(tx, { params, body: { version, draft } }, ctx), who, now),
    attach: async (who: Actor, params: Key, kind: 'identity-document' | 'employment-statement', factId = '') => {
      const file = await upload()
      return act((tx, ctx) => addEvidence(tx, { params, body: { kind, factId }, file }, ctx), who)
    },
    portray: async (who: Actor, params: Key) => {
      const file = await upload()
      return act((tx, ctx) => putPhoto(tx, { params, file }, ctx), who)
    },
    handIn: (who: Actor, params: Key, version: number, now = TEST_NOW) =>
      act((tx, ctx) => handApplicationIn(tx, { params, body: { version } }, ctx), who, now),
    read: (who: Actor, params: Key) => act((tx, ctx) => showApplication(tx, { params }, ctx), who),
    decide: (who: Actor, { params, version }: Pick<Filled, 'params' | 'version'>, choice: Choice, seenOnSite: string[] = []) =>
      act((tx, ctx) => review(tx, { params, body: { version, choice, seenOnSite } }, ctx), who),
    list: (who: Actor, name = '') =>
      act(
        (tx, ctx) =>
          showForReview(tx, { query: { state: '', roundId, level: '', province: '', siteCode: '', name, most: 50, skip: 0 } }, ctx),
        who,
      ),
  }
  return { ...verbs, act, roundId, ports }
}
export type TestRound = ReturnType<typeof testRound>

let serial = 0
/** A candidate of their own, born on 6 May 1998. */
export async function testCandidate({ ports }: TestRound): Promise<Person> {
  const birthDate = localDate('1998-05-06')
  const idNumber = idNumberOf({ area: '110199', birth: birthDate, serial: ++serial })
  const signIn = { signInName: newId(), passwordHash: null, persona: null, grants: [] }
  const person = {
    name: '陈晓',
    idKind: 'resident-id' as const,
    idNumber,
    sex: 'female' as const,
    birthDate,
    mobile: '13800138000',
    ...signIn,
  }
  const { personId } = sure(await ports.database.transact(tx => registerPerson(tx, testContext(ports), person)))
  return actorWith('candidate', { kind: 'person', person: 'self' }, personId) as Person
}

/** A finished form with photo and ID, and the statement of work unless told otherwise. */
export async function filledForm(round: TestRound, statement = true): Promise<Filled> {
  const who = await testCandidate(round)
  const { personId, applicationId } = sure(await round.begin(who))
  const params = { personId, applicationId }
  const { version } = sure(await round.keep(who, { params, version: 1 }))
  sure(await round.portray(who, params))
  sure(await round.attach(who, params, 'identity-document'))
  if (statement) sure(await round.attach(who, params, 'employment-statement', 'job-1'))
  return { who, params, version }
}

/** The same, handed in. */
export async function handedIn(round: TestRound, statement = true): Promise<Filled> {
  const one = await filledForm(round, statement)
  return { ...one, version: sure(await round.handIn(one.who, one.params, one.version)).version }
}

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.value
}
