import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { historyOf } from '../../audit/index.ts'
import { type PackageItem, itemsOf } from '../../delivery/contract.ts'
import { closeAttempt } from '../../delivery/index.ts'
import { paperResults } from './paper-results.ts'
import { scoreAttempt } from './score-attempt.ts'
import { type ExamDay, anExamDay } from './exam-day.test.ts'

let testing: TestDatabase
let day: ExamDay
const sittingId = newId()

before(async () => {
  testing = await testDatabase()
  day = await anExamDay(testing.database)
})
after(async () => {
  await day.hall.app.close()
  await testing.end()
})

const score = (attemptId: string) => day.hall.inTx((tx, ctx) => scoreAttempt(tx, ctx, { sittingId, attemptId }))
async function played(choose: (item: PackageItem, at: number) => unknown): Promise<string> {
  const seated = await day.place(sittingId, 'theory')
  const responses = itemsOf(day.theory)
    .map((item, at) => [item.itemId, choose(item, at)] as const)
    .filter(([, value]) => value !== undefined)
  await day.play({ sittingId, ...seated }, new Map(responses))
  return seated.attemptId
}

test('a candidate who knows every key gets exactly one hundred marks', async () => {
  const scored = await score(await played(item => day.rightResponse(item)))
  assert.ok(scored.ok)
  assert.deepEqual([scored.value.score, scored.value.maximum], [10_000, 10_000])
  const maximumOf = new Map(scored.value.areas.map(area => [area.area, area.maximum as number]))
  assert.deepEqual(
    ['电子商务基础知识', '计算机与互联网基础知识', '网络商务信息收集与处理', '职业道德'].map(area => maximumOf.get(area)),
    [1500, 1000, 1000, 500],
  )
})

test('half the paper earns what its items carry, and areas and items hold the same sum', async () => {
  const items = itemsOf(day.theory)
  const expected = items.filter((_item, at) => at % 2 === 0).reduce((sum, item) => sum + item.marks, 0)
  const scored = await score(await played((item, at) => (at % 2 === 0 ? day.rightResponse(item) : undefined)))
  assert.ok(scored.ok)
  assert.equal(scored.value.score, expected)
  assert.equal(
    scored.value.areas.reduce((sum, area) => sum + area.score, 0),
    expected,
  )
  assert.equal(
    scored.value.items.reduce((sum, item) => sum + item.score, 0),
    expected,
  )
})

test('nothing answered is zero marks and no fault', async () => {
  const scored = await score(await played(() => undefined))
  assert.ok(scored.ok && scored.value.score === 0 && scored.value.items.every(item => item.outcome === 'unanswered'))
})

test('scoring again, also twice at once, gives the same marks and one entry on record', async () => {
  const attemptId = await played((item, at) => (at < 10 ? day.rightResponse(item) : undefined))
  const [one, two] = await Promise.all([score(attemptId), score(attemptId)])
  const third = await score(attemptId)
  assert.ok(one.ok && two.ok && third.ok)
  assert.deepEqual(one.value, third.value)
  assert.deepEqual(two.value, third.value)
  const history = await day.hall.inTx(tx => historyOf(tx, { kind: 'attempt', id: attemptId }))
  assert.equal(history.filter(entry => entry.type === 'attempt-scored').length, 1)
})

test('an attempt under way, an unknown one and an absent candidate are not scored', async () => {
  const codeOf = async (attemptId: string) => {
    const scored = await score(attemptId)
    return scored.ok ? 'ok' : scored.refusal.code
  }
  const waiting = await day.place(sittingId, 'theory')
  assert.equal(await codeOf(waiting.attemptId), 'attempt-not-ended')
  assert.equal(await codeOf(newId()), 'attempt-unknown')
  await day.hall.inTx((tx, ctx) =>
    closeAttempt(tx, ctx, { sittingId: sittingId as never, attemptId: waiting.attemptId as never, reason: 'absent', note: '' }),
  )
  assert.equal(await codeOf(waiting.attemptId), 'nothing-to-score')
})

test('the results of a sitting name every attempt once with its state', async () => {
  const results = await day.hall.inTx(tx => paperResults(tx, { sittingId }))
  const states = Map.groupBy(results, result => result.state)
  assert.deepEqual([states.get('scored')?.length, states.get('absent')?.length, results.length], [4, 1, 5])
  for (const result of states.get('scored') ?? [])
    assert.equal(
      result.byArea.reduce((sum, area) => sum + area.score, 0),
      result.score,
    )
})
