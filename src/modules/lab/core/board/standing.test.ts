import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import type { CheckEvidence } from '../task/score/score.ts'
import { type BoardEntry, checkState, openSay, progressAt, refusalsOf, standingOf } from './standing.ts'

const MINUTE = 60_000
const check = (status: CheckEvidence['status'], more: Partial<CheckEvidence> = {}): CheckEvidence => ({
  id: 'a',
  got: hundredths(0),
  max: hundredths(100),
  status,
  expected: '',
  actual: '',
  witness: [],
  counter: [],
  say: '',
  hint: null,
  claim: null,
  ...more,
})
const done = (fromSeq: number, minute: number): BoardEntry => ({ fromSeq, receivedAt: minute * MINUTE, refusal: null })
const refused = (fromSeq: number, minute: number, code = 'E_PAYEE_NAME'): BoardEntry => ({
  fromSeq,
  receivedAt: minute * MINUTE,
  refusal: { app: 'bank', code, zh: `${code}，第 ${minute} 分` },
})

test('a check is not met only when something was done for it or the task is handed in', () => {
  const cases: readonly (readonly [CheckEvidence, boolean, string])[] = [
    [check('full'), false, 'met'],
    [check('partial'), false, 'partly'],
    [check('none'), false, 'not-yet'],
    [check('none'), true, 'not'],
    [check('none', { counter: [7] }), false, 'not'],
    [check('none', { witness: [7] }), false, 'not'],
    [check('gated'), false, 'not'],
    [check('manual'), true, 'to-mark'],
    [check('not-asked'), true, 'not-asked'],
  ]
  for (const [evidence, submitted, state] of cases) assert.equal(checkState(evidence, submitted), state, evidence.status)
})

test('progress is the command that led to the last event a met check rests on', () => {
  const entries = [done(2, 1), done(3, 2), refused(5, 3), done(5, 4)]
  assert.equal(progressAt([check('full', { witness: [3] })], entries), MINUTE)
  assert.equal(progressAt([check('full', { witness: [3] }), check('partial', { witness: [5] })], entries), 2 * MINUTE)
  assert.equal(progressAt([check('none', { witness: [6] })], entries), null)
  assert.equal(progressAt([check('full')], entries), null, 'what holds from the beginning is no progress')
})

const standing = (now: number, entries: readonly BoardEntry[], more: Partial<Parameters<typeof standingOf>[0]> = {}) =>
  standingOf({ now: now * MINUTE, minutes: 5, submitted: false, openedAt: 0, checks: [check('none')], entries, ...more })

test('stuck is who has achieved nothing for so long and met the same refusal again', () => {
  const entries = [done(1, 1), refused(2, 3), refused(2, 4), refused(2, 4, 'E_STATE')]
  assert.deepEqual(standing(6, entries), { kind: 'stuck', code: 'E_PAYEE_NAME', zh: 'E_PAYEE_NAME，第 4 分', times: 2 })
  assert.equal(standing(4, entries).kind, 'working', 'not so long yet')
  assert.equal(standing(6, entries, { minutes: 7 }).kind, 'working', 'the minutes are a parameter')
  assert.equal(standing(6, entries.slice(0, 2)).kind, 'working', 'once is no repetition')
  assert.equal(standing(6, [refused(2, 3, 'E_STALE'), refused(2, 4, 'E_STALE'), done(2, 5)]).kind, 'working', 'an old page is no trouble')
})

test('who brought a check forward since is not stuck, whatever was refused before', () => {
  const entries = [refused(2, 1), refused(2, 2), done(2, 3)]
  const checks = [check('full', { witness: [3] })]
  assert.equal(standing(6, entries, { checks }).kind, 'working')
  assert.equal(standing(9, entries, { checks }).kind, 'idle', 'nothing was tried since')
})

test('idle is who has tried nothing for so long, also who never began; submitted is submitted', () => {
  assert.equal(standing(5, []).kind, 'idle')
  assert.equal(standing(4, []).kind, 'working')
  assert.equal(standing(60, [refused(2, 1), refused(2, 2)], { submitted: true }).kind, 'submitted')
})

test('refusals of a class are counted by app and code, with the words told last and how many met them', () => {
  const rows = [
    { entries: [refused(1, 1), refused(1, 2), refused(1, 2, 'E_STALE')] },
    { entries: [refused(1, 3), refused(1, 4, 'E_STATE')] },
  ]
  assert.deepEqual(refusalsOf(rows), [
    { app: 'bank', code: 'E_PAYEE_NAME', zh: 'E_PAYEE_NAME，第 3 分', times: 3, trainees: 2 },
    { app: 'bank', code: 'E_STATE', zh: 'E_STATE，第 4 分', times: 1, trainees: 1 },
  ])
  assert.deepEqual(refusalsOf([]), [])
})

test('the heading of a check leaves open what differs from world to world', () => {
  assert.equal(openSay('举报“{{bait.title}}”，共 {{n}} 封'), '举报“……”，共 …… 封')
})
