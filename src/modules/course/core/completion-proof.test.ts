import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Role } from '../../../kernel/actor.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { completionNumber, mayComplete } from './completion-proof.ts'
import { mayIssueCompletion, mayReadOwnCompletions } from './policy.ts'

const today = localDate('2026-11-23')
const demand = { standardHours: 240, trainingModules: ['M1', 'M2', 'M3', 'M4'] }
const claim = { hours: 240, completedOn: localDate('2026-10-01'), quizzesPassed: ['M1', 'M2', 'M3', 'M4'] }
const code = (c: typeof claim, d: { standardHours: number | null; trainingModules: readonly string[] } = demand) => {
  const verdict = mayComplete(c, d, today)
  return verdict.ok ? 'ok' : verdict.refusal.code
}

test('exactly the standard hours and all module quizzes complete a course', () => {
  assert.equal(code(claim), 'ok')
})

test('one hour less is refused, with both figures as facts', () => {
  const verdict = mayComplete({ ...claim, hours: 239 }, demand, today)
  assert.deepEqual(verdict, { ok: false, refusal: { code: 'hours-short', facts: { hours: 239, standardHours: 240 } } })
})

test('an open module quiz is refused by its code', () => {
  const verdict = mayComplete({ ...claim, quizzesPassed: ['M1', 'M3'] }, demand, today)
  assert.deepEqual(verdict, { ok: false, refusal: { code: 'quizzes-open', facts: { trainingModules: ['M2', 'M4'] } } })
})

test('nobody completes a course tomorrow; today is allowed', () => {
  assert.equal(code({ ...claim, completedOn: localDate('2026-11-24') }), 'completion-in-future')
  assert.equal(code({ ...claim, completedOn: today }), 'ok')
})

test('a level without standard hours in its edition has no completion proof', () => {
  assert.equal(code(claim, { standardHours: null, trainingModules: [] }), 'no-standard-hours')
})

test('more hours and more passed modules never make it worse', () => {
  const quizzes = fc.subarray(['M1', 'M2', 'M3', 'M4'])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.nat(200), quizzes, quizzes, (hours, more, passed, further) => {
      const before = code({ ...claim, hours, quizzesPassed: passed })
      const after = code({ ...claim, hours: hours + more, quizzesPassed: [...new Set([...passed, ...further])] })
      if (before === 'ok') assert.equal(after, 'ok')
    }),
  )
})

test('numbers carry institution, year and serial, and refuse what does not fit', () => {
  assert.equal(completionNumber('10012003', localDate('2026-10-01'), 7), 'JY10012003202600007')
  assert.throws(() => completionNumber('1001200', localDate('2026-10-01'), 7), RangeError)
  assert.throws(() => completionNumber('10012003', localDate('2026-10-01'), 100_000), RangeError)
})

test('who may issue: the institution, its province, the nation; a candidate never, the public not at all', () => {
  const by = (actor: Parameters<typeof mayIssueCompletion>[0]) => {
    const verdict = mayIssueCompletion(actor)
    return verdict.ok ? 'ok' : verdict.refusal.code
  }
  const holding = (role: Role) =>
    by({
      kind: 'person',
      personId: 'p',
      accountId: 'a',
      name: 'n',
      grants: [{ role, scope: { kind: 'nation' }, from: today, until: null }],
    })
  assert.equal(holding('institution-manager'), 'ok')
  assert.equal(holding('provincial-officer'), 'ok')
  assert.equal(holding('national-officer'), 'ok')
  assert.equal(holding('candidate'), 'not-permitted')
  assert.equal(holding('teacher'), 'not-permitted')
  assert.equal(by({ kind: 'public' }), 'not-signed-in')
  assert.equal(mayReadOwnCompletions({ kind: 'public' }).ok, false)
})
