import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { localDate } from '../../../kernel/local-date.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { completionsOf } from './completions-of.ts'
import { issueCompletionProof, issueForTrainee } from './issue-completion-proof.ts'

let db: TestDatabase
before(async () => void (db = await testDatabase()))
after(() => db.end())

const course = {
  personId: 'p1',
  editionId: 'ec-2005',
  level: 'L4',
  institution: '10012003',
  hours: 240,
  completedOn: localDate('2026-10-01'),
  quizzesPassed: ['M1', 'M2', 'M3', 'M4'],
}

test('proofs are numbered one after the other within institution and year', async () => {
  const ctx = testContext(testPorts(db.database))
  const numbers = await db.database.transact(async tx => {
    const issued = [
      await issueCompletionProof(tx, ctx, course),
      await issueCompletionProof(tx, ctx, { ...course, level: 'L3', hours: 200 }),
      await issueCompletionProof(tx, ctx, { ...course, institution: '10012004' }),
    ]
    return issued.map(r => (r.ok ? r.value.number : r.refusal.code))
  })
  assert.deepEqual(numbers, ['JY10012003202600001', 'JY10012003202600002', 'JY10012004202600001'])
  assert.equal((await db.database.transact(tx => completionsOf(tx, 'p1'))).length, 3)
})

test('hours of the edition decide: 239 of 240 are refused and nothing is kept', async () => {
  const ctx = testContext(testPorts(db.database))
  const refused = await db.database.transact(tx => issueCompletionProof(tx, ctx, { ...course, personId: 'p2', hours: 239 }))
  assert.equal(refused.ok ? '' : refused.refusal.code, 'hours-short')
  assert.deepEqual(await db.database.transact(tx => completionsOf(tx, 'p2')), [])
})

test('an institution issues only for itself, a province only within itself', async () => {
  const ports = testPorts(db.database)
  const body = { ...course, personId: 'p3', completedOn: localDate('2026-10-01') }
  const by = async (actor: ReturnType<typeof actorWith>) => {
    const outcome = await db.database.transact(tx => issueForTrainee(tx, { body }, testContext(ports, actor)))
    return outcome.ok ? 'ok' : outcome.refusal.code
  }
  assert.equal(await by(actorWith('institution-manager', { kind: 'institution', institution: '10012004' })), 'not-permitted')
  assert.equal(await by(actorWith('provincial-officer', { kind: 'province', province: '20' })), 'not-permitted')
  assert.equal(await by(actorWith('institution-manager', { kind: 'institution', institution: '10012003' })), 'ok')
})
