import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type SetItem, chiSquare, duplicates, lintSet, unusedPoints } from './lint-set.ts'

const TEXTS = ['展现量', '点击率', '转化率', '客单价'] as const

/** A single choice whose right option stands at a place and is `length` characters long. */
function choice(at: number, right: number, changes: { readonly longest?: boolean; readonly pinned?: boolean } = {}): SetItem {
  const options = TEXTS.map((text, place) => ({
    id: `o${place}`,
    text: place === right && changes.longest ? `${text}的完整表述` : text,
    pinned: changes.pinned ?? false,
  }))
  const explanation = [{ kind: 'paragraph', text: '解析。' }]
  return {
    code: `L4-T-${String(at).padStart(3, '0')}`,
    type: 'single-choice',
    content: { version: 2, stem: [{ kind: 'paragraph', text: `第${at}题的题干（    ）。` }], options },
    key: { version: 1, optionId: `o${right}`, explanation },
    marks: 100,
    seconds: 60,
    source: null,
    points: [],
    enemies: [],
  }
}
function statement(at: number, verdict: boolean): SetItem {
  const stem = [{ kind: 'paragraph', text: `第${at}句陈述。` }]
  return {
    ...choice(at, 0),
    type: 'true-false',
    content: { version: 2, stem },
    key: { version: 1, verdict: String(verdict), explanation: stem },
  }
}
const many = (count: number, make: (at: number) => SetItem) => Array.from({ length: count }, (_, at) => make(at))
const codesOf = (items: readonly SetItem[]) => lintSet(items).map(finding => finding.code)

describe('where right options stand', () => {
  test('an even set is left alone', () => assert.deepEqual(codesOf(many(40, at => choice(at, at % 4))), []))

  test('a set with one place too often is told with its counts', () => {
    const findings = lintSet(many(40, at => choice(at, at < 24 ? 2 : at % 4)))
    assert.deepEqual(
      findings.map(finding => [finding.code, finding.zh]),
      [['key-uneven', '正确选项的位置分布不均：A4 B4 C28 D4']],
    )
  })

  test('a small set says nothing', () => assert.deepEqual(codesOf(many(19, at => choice(at, 1))), []))

  test('options in an order of their own do not count', () => {
    assert.deepEqual(codesOf(many(40, at => choice(at, 3, { pinned: true }))), [])
  })

  test('true and false are looked at as well', () => {
    assert.deepEqual(codesOf(many(30, at => statement(at, at % 2 === 0))), [])
    assert.deepEqual(codesOf(many(30, at => statement(at, at % 5 > 0))), ['verdicts-uneven'])
  })

  test('parts of cases count with the rest', () => {
    const parts = many(30, at => statement(at, true)).map(({ content, key, code }) => ({ id: code, content, key }))
    const whole: SetItem = {
      ...choice(1, 0),
      type: 'case',
      content: { version: 1, stimulus: '材料。', parts: parts.map(part => ({ ...part, type: 'true-false', marks: 100 })) },
      key: { version: 1, parts: parts.map(({ id, key }) => ({ id, key })), explanation: '解析。' },
    }
    assert.deepEqual(codesOf([whole]), ['verdicts-uneven'])
  })
})

describe('how long right options are', () => {
  test('being the longest more often than chance is told', () => {
    assert.deepEqual(codesOf(many(40, at => choice(at, at % 4, { longest: at % 2 === 0 }))), ['right-longest'])
  })

  test('being the longest about as often as chance is not', () => {
    assert.deepEqual(codesOf(many(40, at => choice(at, at % 4, { longest: at % 5 === 0 }))), [])
  })
})

describe('the chi-square', () => {
  const table: readonly (readonly [counts: readonly number[], value: number])[] = [
    [[10, 10, 10, 10], 0],
    [[20, 10, 10, 0], 20],
    [[15, 5], 5],
    [[0, 0], 0],
    [[30, 10], 10],
  ]
  for (const [counts, value] of table) test(`${counts.join(' ')} → ${value}`, () => assert.equal(chiSquare(counts), value))
})

describe('pairs and points', () => {
  test('items much alike are told once, unless they are enemies', () => {
    const one = choice(1, 0)
    const twin = { ...choice(2, 1), content: one.content }
    assert.deepEqual(
      duplicates([one, twin]).map(finding => [finding.code, finding.place, finding.zh]),
      [['near-duplicate', 'L4-T-001 L4-T-002', '两题相似100%且未列为互斥']],
    )
    assert.deepEqual(duplicates([one, { ...twin, enemies: ['L4-T-001'] }]), [])
    assert.deepEqual(duplicates([{ ...one, enemies: ['L4-T-002'] }, twin]), [])
  })

  test('points without an item are told', () => {
    const items = [{ ...choice(1, 0), points: ['A-A-A-001'] }]
    assert.deepEqual(
      unusedPoints(['A-A-A-001', 'A-A-A-002'], items).map(finding => finding.place),
      ['A-A-A-002'],
    )
  })
})
