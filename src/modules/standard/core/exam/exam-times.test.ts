import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must, refusalOf } from '../../fixtures.ts'
import type { LevelCode } from '../clause.ts'
import type { EditionId } from '../edition.ts'
import { allEditions, editionOf } from '../registry.ts'
import { type PartTime, examTimes, isSkillOnly, reviewLevels } from './exam-times.ts'

const shown = (time: PartTime) =>
  time.kind === 'timed' ? `${time.minutes} ${time.clock ? `${time.clock.from}–${time.clock.until}` : ''}`.trim() : time.kind
const ROWS: readonly (readonly [EditionId, LevelCode, string, string])[] = [
  ['ec-2002-trial', 'L4', '90 08:30–10:00', '90 10:30–12:00'],
  ['ec-2002-trial', 'L3', '90 08:30–10:00', '120 10:30–12:30'],
  ['ec-2005', 'L4', '90 08:30–10:00', '120 10:30–12:30'],
  ['ec-2005', 'L3', '90 08:30–10:00', '120 10:30–12:30'],
  ['ec-2005', 'L2', '90 08:30–10:00', '120 10:30–12:30'],
  ['ec-2005', 'L1', '90 08:30–10:00', '120 10:30–12:30'],
  ['ec-2016-local-liaoning', 'L4', '90 08:30–10:00', '120 10:30–12:30'],
  ['ec-2022', 'L5', '90', '90'],
  ['ec-2022', 'L1', '90', '90'],
  ['ec-2025-eligibility', 'L3', '90', '90'],
  ['cbec-ability-fujian-2020', 'S', 'not-examined', '120'],
]
for (const [id, code, theory, skill] of ROWS) {
  test(`${id} ${code}: theory ${theory}, skill ${skill}`, () => {
    const times = must(examTimes(editionOf(id), code))
    assert.deepEqual([shown(times.theory), shown(times.skill)], [theory, skill])
  })
}

test('times that no source states are refused, not guessed', () => {
  for (const [id, code] of [
    ['ec-2002-trial', 'L2'],
    ['ec-2002-trial', 'L1'],
    ['ec-2001-trial-early', 'L4'],
    ['ec-2021-draft', 'L5'],
  ] as const)
    assert.deepEqual(refusalOf(examTimes(editionOf(id), code)), { code: 'exam-times-not-stated', facts: { edition: id, level: code } })
  assert.equal(refusalOf(examTimes(editionOf('ec-2005'), 'L5')).code, 'level-unknown')
})

test('a clock span is as long as its minutes', () => {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  for (const edition of allEditions())
    for (const level of edition.levels) {
      const times = examTimes(edition, level.code.value)
      if (!times.ok) continue
      const { theory, skill, review } = times.value
      for (const part of [theory, skill, review])
        if ('clock' in part && part.clock) assert.equal(minutes(part.clock.until) - minutes(part.clock.from), part.minutes, edition.id)
    }
})

test('a part states where its minutes come from', () => {
  const { theory } = must(examTimes(editionOf('ec-2002-trial'), 'L4'))
  assert.equal(theory.kind === 'timed' && theory.provenance, 'seed')
  const upper = must(examTimes(editionOf('ec-2005'), 'L1')).skill
  assert.equal(upper.kind === 'timed' && upper.provenance, 'reconstructed')
})

test('review stands at the two highest levels only', () => {
  assert.deepEqual(reviewLevels(editionOf('ec-2005')), ['L2', 'L1'])
  assert.deepEqual(reviewLevels(editionOf('ec-2022')), ['L2', 'L1'])
  assert.deepEqual(reviewLevels(editionOf('ec-2025-eligibility')), ['L2', 'L1'])
  assert.deepEqual(reviewLevels(editionOf('ec-2016-local-liaoning')), ['L2'])
  assert.deepEqual(reviewLevels(editionOf('ec-2002-trial')), [])
})

test('where the exam text lists review levels, they are the levels that have a review', () => {
  for (const edition of allEditions()) {
    const listed = edition.exam?.reviewLevels?.value
    if (listed)
      assert.deepEqual(
        listed.filter(code => edition.levels.some(level => level.code.value === code)),
        reviewLevels(edition),
        edition.id,
      )
  }
})

test('2005 second level writes its thesis defence in the afternoon; 2022 asks for documents and defence of 15 minutes', () => {
  const { review: thesis } = must(examTimes(editionOf('ec-2005'), 'L2'))
  assert.ok(thesis.kind === 'review')
  assert.deepEqual(
    [thesis.form, thesis.minutes, thesis.clock, thesis.required],
    ['thesisWrittenDefence', 90, { from: '14:00', until: '15:30' }, true],
  )
  const { review } = must(examTimes(editionOf('ec-2022'), 'L1'))
  assert.ok(review.kind === 'review')
  assert.deepEqual([review.form, review.minutes, review.clock], ['documentsAndDefence', 15, null])
  assert.deepEqual(must(examTimes(editionOf('ec-2022'), 'L3')).review, { kind: 'none' })
})

test('a clock span that cannot be read is an error of the edition', () => {
  const base = editionOf('ec-2005')
  const levels = base.levels.map(level => ({ ...level, theoryTime: { value: '8.30 to 10', provenance: 'seed' as const } }))
  assert.throws(() => examTimes({ ...base, levels }, 'L4'), /not a span of clock times: 8\.30 to 10/)
})

test('only the special ability is examined in skill alone', () => {
  assert.deepEqual(
    allEditions()
      .filter(isSkillOnly)
      .map(edition => edition.id),
    ['cbec-ability-fujian-2020'],
  )
})
