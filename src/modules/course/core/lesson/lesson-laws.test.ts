import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../../kernel/instant.ts'
import { coverageOf } from './coverage.ts'
import { type Lesson, type LessonBlock, LessonBlock as Block, activitiesOf, countHan, wordsOf } from './lesson.ts'
import { searchLessons } from './search-lessons.ts'
import { MOST_TRIES_A_DAY, mayTryAgain } from './tries.ts'

const words = fc.string({ unit: fc.constantFrom(...'电子商务支付物流安全EDI法，。 a1'), minLength: 1, maxLength: 20 })
const spans = fc.array(fc.record({ text: words, style: fc.constantFrom('plain', 'strong', 'emphasis', 'code') }), {
  minLength: 1,
  maxLength: 3,
})
const plain = fc.oneof(
  fc.record({ kind: fc.constant('paragraph'), spans }),
  fc.record({ kind: fc.constant('quote'), spans }),
  fc.record({ kind: fc.constant('code'), text: words }),
  fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), entries: fc.array(spans, { minLength: 1, maxLength: 3 }) }),
)
const block = fc.oneof(
  plain,
  fc.record({ kind: fc.constant('heading'), depth: fc.constantFrom(2, 3), text: words, anchor: fc.constant('s1') }),
  fc.record({ kind: fc.constant('note'), blocks: fc.array(plain, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('case'), title: words, blocks: fc.array(plain, { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('item'), itemId: fc.constantFrom('L4-01-Q1', 'L4-01-Q2') }),
  fc.record({ kind: fc.constant('lab'), task: fc.constant('L4-01'), mode: fc.constantFrom('guided', 'practice') }),
) as fc.Arbitrary<LessonBlock>
const point = fc.constantFrom('A-A-A-001', 'A-A-A-002', 'A-A-B-001', 'B-A-A-001')
const lesson: fc.Arbitrary<Lesson> = fc.record({
  id: fc.constantFrom('L4-01', 'L4-02', 'L4-03', 'L3-01'),
  title: words,
  level: fc.constantFrom('L4', 'L3'),
  function: fc.constant('电子支付'),
  order: fc.integer({ min: 1, max: 99 }),
  points: fc.array(point, { minLength: 1, maxLength: 4 }),
  minutes: fc.constant(45),
  summary: words,
  goals: fc.constant(['一', '二', '三']),
  keywords: fc.array(words, { maxLength: 3 }),
  editionId: fc.constant('ec-2005'),
  blocks: fc.array(block, { maxLength: 8 }),
})

test('every block that is written can be read, and its words lose none of its Chinese', () => {
  fc.assert(
    fc.property(block, one => {
      assert.ok(Block.safeParse(one).success, JSON.stringify(one))
      const inside = JSON.stringify(one).match(/\p{Script=Han}/gu)?.length ?? 0
      assert.equal(countHan(wordsOf(one)), inside)
    }),
  )
})

test('a word found in a lesson stands in it; a lesson that holds it is found', () => {
  fc.assert(
    fc.property(fc.array(lesson, { maxLength: 4 }), fc.constantFrom('支付', '物流', 'edi', '安全'), (lessons, word) => {
      const holds = (one: Lesson) =>
        [one.title, one.summary, ...one.keywords, ...one.blocks.map(wordsOf)].some(text => text.toLowerCase().includes(word))
      const found = searchLessons(lessons, word).map(hit => hit.lessonId)
      assert.deepEqual(
        found.toSorted(),
        lessons
          .filter(holds)
          .map(one => one.id)
          .toSorted(),
      )
    }),
  )
})

test('more words never find more lessons', () => {
  fc.assert(
    fc.property(fc.array(lesson, { maxLength: 5 }), words, words, (lessons, one, other) => {
      assert.ok(
        searchLessons(lessons, `${one} ${other}`).length <=
          Math.max(searchLessons(lessons, one).length, searchLessons(lessons, other).length),
      )
    }),
  )
})

test('a point is covered exactly when a lesson of its level names it', () => {
  const table = ['A-A-A-001', 'A-A-A-002', 'A-A-B-001', 'B-A-A-001'].map(code => ({ code, name: code, importance: 'X', area: ['域'] }))
  fc.assert(
    fc.property(fc.array(lesson, { maxLength: 5 }), lessons => {
      const covered = coverageOf('L4', table, lessons)
      for (const { code, lessons: named } of covered.points)
        assert.deepEqual(new Set(named), new Set(lessons.filter(one => one.level === 'L4' && one.points.includes(code)).map(one => one.id)))
      assert.equal(covered.uncovered, covered.points.filter(one => one.lessons.length === 0).length)
    }),
  )
})

test('activities keep their order', () => {
  fc.assert(
    fc.property(lesson, one => {
      const kinds = one.blocks.map(part => part.kind).filter(kind => kind === 'item' || kind === 'lab')
      assert.deepEqual(
        activitiesOf(one).map(activity => activity.kind),
        kinds,
      )
    }),
  )
})

test('the number of tries is of the day at UTC+8, whatever the hour', () => {
  const DAY = 24 * 3_600_000
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: DAY - 1 }), (count, ms) => {
      const midnight = Date.parse('2026-11-27T16:00:00Z')
      const now = instant(midnight + ms)
      const today = Array.from({ length: count }, () => instant(midnight))
      assert.equal(mayTryAgain(today, now), count < MOST_TRIES_A_DAY)
      assert.equal(
        mayTryAgain(
          today.map(at => instant(at - 1)),
          now,
        ),
        true,
        'what was yesterday does not count',
      )
    }),
  )
})
