import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { anExchangeItem } from './exchange-set.test.ts'
import type { ExchangeItem, ExchangeSet } from './exchange-item.ts'
import { letterOf, placeId, textOnly } from './text/letters.ts'
import { Notes } from './notes.ts'
import { proveCrossing } from './prove-written.ts'

const setOf = (...items: ExchangeItem[]): ExchangeSet => ({ items, stimuli: [], media: [] })
const before = anExchangeItem('multiple-choice', { code: 'A' })
const prove = (after: ExchangeItem) => proveCrossing(setOf(before), setOf(after), new Set(), false)[0]

describe('what came of an item', () => {
  test('the same item is identical, whatever its options are called', () => {
    const renamed = JSON.parse(JSON.stringify(before).replaceAll(/"(a|b|c|d)"/g, '"z$1"')) as ExchangeItem
    assert.deepEqual(prove(renamed), { code: 'A', state: 'identical' })
  })

  test('rubrics that mean the same are the same, defaults written out or not', () => {
    const plain = anExchangeItem('single-choice', { code: 'A', rubric: {} })
    assert.equal(proveCrossing(setOf(plain), setOf({ ...plain }), new Set(), false)[0]?.state, 'identical')
  })

  for (const [field, change] of [
    ['marks', { marks: hundredths(100) }],
    ['title', { title: '别的' }],
    ['stimulusId', { stimulusId: 'S' }],
    ['facts', { facts: { ...before.facts, difficulty: 5 } }],
    ['rubric', { rubric: { version: 1, credit: 'all-or-nothing', wrongCost: 100 } }],
    ['key', { key: { ...before.key, optionIds: ['a', 'b'] } }],
    ['content', { content: { ...before.content, stem: [{ kind: 'paragraph', text: '别的题干' }] } }],
  ] as const)
    test(`a change of ${field} is seen and named`, () => {
      const crossing = prove({ ...before, ...change })
      assert.deepEqual(crossing?.state === 'changed' && [...crossing.fields], [field])
    })

  test('an order of options that changed is a change; an order that every presentation shuffles is none', () => {
    const options = before.content['options'] as readonly unknown[]
    assert.equal(prove({ ...before, content: { ...before.content, options: options.toReversed() } })?.state, 'changed')
    const matching = anExchangeItem('matching', { code: 'M' })
    const right = matching.content['right'] as readonly unknown[]
    const turned = { ...matching, content: { ...matching.content, right: right.toReversed() } }
    assert.equal(proveCrossing(setOf(matching), setOf(turned), new Set(), false)[0]?.state, 'identical')
  })

  test('items are found by number, or by place among those that were kept', () => {
    const [one, two, three] = ['1', '2', '3'].map(code => anExchangeItem('true-false', { code }))
    assert.ok(one && two && three)
    const byNumber = proveCrossing(setOf(one, two, three), setOf(three, one), new Set(), false)
    assert.deepEqual(
      byNumber.map(each => each.state),
      ['identical', 'absent', 'identical'],
    )
    const byPlace = proveCrossing(setOf(one, two, three), setOf({ ...one, code: 'x' }, { ...three, code: 'y' }), new Set(['2']), true)
    assert.deepEqual(
      byPlace.map(each => each.state),
      ['identical', 'absent', 'identical'],
    )
  })
})

describe('what formats share', () => {
  test('letters and place ids', () => assert.deepEqual([letterOf(0), letterOf(7), placeId(0), placeId(11)], ['A', 'H', 'o1', 'o12']))

  test('text of a prose; what is no text is told as changed, once', () => {
    const notes = new Notes('A')
    const prose = [
      { kind: 'paragraph' as const, text: '一' },
      { kind: 'code' as const, text: 'x = 1' },
      { kind: 'table' as const, head: ['甲'], rows: [['1']] },
    ]
    assert.equal(textOnly(prose, 'stem', notes), '一\nx = 1\n甲\n1')
    assert.deepEqual(
      notes.losses.map(loss => [loss.item, loss.element, loss.kind]),
      [['A', 'stem', 'changed']],
    )
    assert.match(notes.losses[0]?.en ?? '', /code, table/)
  })

  test('notes keep losses and faults of one item apart', () => {
    const notes = new Notes('A')
    notes.lost('x', '丢', 'gone')
    notes.fault('y', '错', 'wrong')
    assert.deepEqual(
      [notes.losses, notes.faults],
      [[{ item: 'A', element: 'x', kind: 'lost', zh: '丢', en: 'gone' }], [{ item: 'A', element: 'y', zh: '错', en: 'wrong' }]],
    )
  })
})
