import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from '../../../kernel/instant.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Attempt } from '../../delivery/contract.ts'
import { ATTEMPT, SITTING, aPlacing } from '../../delivery/fixtures.ts'
import { type PaperScore, paperResultOf, practicalMarks } from './paper-result.ts'
import { CRITERIA, markSheet } from './practical-criteria.ts'

const at = instantOf('2026-11-29T10:00:00+08:00')
const handedIn: Attempt = { ...aPlacing(), state: 'handed-in', startedAt: at, endedAt: at, by: 'candidate', receiptCode: 'r' }
const closed = (reason: 'absent' | 'malpractice'): Attempt => ({
  ...aPlacing(),
  state: 'closed',
  startedAt: null,
  endedAt: at,
  reason,
  receiptCode: 'r',
})
const score: PaperScore = {
  sittingId: SITTING,
  attemptId: ATTEMPT,
  candidateRef: 'application-1',
  paper: 'theory',
  by: 'machine',
  editionId: 'ec-2005',
  level: 'L4',
  score: hundredths(6050),
  maximum: hundredths(10_000),
  areas: [{ area: '网络营销', score: hundredths(6050), maximum: hundredths(10_000), items: 90 }],
  items: [],
  skills: [{ code: 'L4-1.1', name: '信息采集', score: hundredths(600), maximum: hundredths(1500) }],
}

test("a paper with machine marks is scored, with an assessor's marks it is marked", () => {
  assert.deepEqual(paperResultOf(handedIn, score), {
    attemptId: ATTEMPT,
    personRef: 'application-1',
    paper: 'theory',
    closing: null,
    state: 'scored',
    score: 6050,
    maximum: 10_000,
    byArea: score.areas,
    bySkill: score.skills,
  })
  assert.equal(paperResultOf(handedIn, { ...score, by: 'assessor' }).state, 'marked')
})

test('without marks a paper is pending, also before it has ended', () => {
  for (const attempt of [handedIn, { ...aPlacing(), state: 'ready' } as Attempt]) {
    const result = paperResultOf(attempt, undefined)
    assert.deepEqual([result.state, result.score, result.byArea, result.bySkill], ['pending', null, [], []])
  }
})

test('an absent candidate has no marks, whatever was kept', () => {
  const result = paperResultOf(closed('absent'), score)
  assert.deepEqual([result.state, result.score, result.closing], ['absent', null, 'absent'])
})

test('how an attempt was ended from outside is told to whoever decides', () => {
  assert.equal(paperResultOf(closed('malpractice'), score).closing, 'malpractice')
})

test('the four criteria are the areas of a practical paper and add up to it', () => {
  const sheet = markSheet(Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, { mark: 1500 + 50 * at, comment: '' }])))
  assert.ok(sheet.ok)
  const marks = practicalMarks(sheet.value)
  assert.deepEqual([marks.score, marks.maximum], [6300, 10_000])
  assert.deepEqual(
    marks.areas.map(area => area.score),
    [1500, 1550, 1600, 1650],
  )
})
