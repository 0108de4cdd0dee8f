import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { hundredths } from '../../../../kernel/marks.ts'
import { INTERACTION_TYPES, interactionOf } from '../../../interactions/contract.ts'
import { anExchangeItem } from './exchange-set.test.ts'
import { type ExchangeItem, type Imported, NO_FACTS } from './exchange-item.ts'
import { type PlanFacts, beginningOf, mediaShown, planImport, usualMarks } from './plan-import.ts'

const AREA = ['网络营销']
const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  defaults: { editionId: 'ec-2005', level: 'L4', area: AREA, difficulty: 3 },
  taken: new Set(),
  knowsArea: (_, path) => path.join('/') === '网络营销',
  optionId: (code, id) => `o_${code.length}_${id.replaceAll('/', '_')}`,
  ...changes,
})
const imported = (...items: ExchangeItem[]): Imported => ({ items, stimuli: [], media: [], losses: [], faults: [] })
const bare = (code: string, changes: Partial<ExchangeItem> = {}) =>
  anExchangeItem('single-choice', { code, facts: NO_FACTS, marks: null, ...changes })
const told = (plan: ReturnType<typeof planImport>) => plan.faults.map(fault => `${fault.item} ${fault.element}`)

describe('numbers of imported items', () => {
  test('a number of ours that is free is kept, a foreign one is replaced by one of the level', () => {
    const plan = planImport(imported(bare('L4-EC-901'), bare('question 17'), bare('q18')), facts())
    assert.deepEqual(
      plan.items.map(item => [item.from, item.place.code]),
      [
        ['L4-EC-901', 'L4-EC-901'],
        ['question 17', 'L4-IMP-002'],
        ['q18', 'L4-IMP-003'],
      ],
    )
  })

  test('a number of ours that is taken is a fault and no second item of that number', () => {
    const plan = planImport(imported(bare('L4-EC-901'), bare('L4-EC-902')), facts({ taken: new Set(['L4-EC-901']) }))
    assert.deepEqual([plan.items.map(item => item.place.code), told(plan)], [['L4-EC-902'], ['L4-EC-901 code']])
  })

  test('the same number twice in a file enters once', () => {
    const plan = planImport(imported(bare('L4-EC-901'), bare('L4-EC-901')), facts())
    assert.deepEqual([plan.items.length, told(plan)], [1, ['L4-EC-901 code']])
  })

  test('new numbers step over those that are taken, whatever was imported before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), fc.integer({ min: 1, max: 20 }), (taken, count) => {
        const before = new Set(taken.map(number => `L4-IMP-${String(number).padStart(3, '0')}`))
        const plan = planImport(imported(...Array.from({ length: count }, (_, at) => bare(`foreign ${at}`))), facts({ taken: before }))
        const codes = plan.items.map(item => item.place.code)
        assert.equal(new Set(codes).size, count)
        assert.ok(codes.every(code => !before.has(code)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('places and facts of imported items', () => {
  test('what the item says comes before the defaults', () => {
    const said = {
      ...NO_FACTS,
      editionId: 'ec-2022',
      level: 'L3',
      area: AREA,
      difficulty: 5,
      importance: 'X' as const,
      seconds: 90,
      source: '《电子商务法》',
      points: ['B-C-A-001'],
    }
    const [item] = planImport(imported(bare('q', { facts: said })), facts()).items
    assert.deepEqual(item?.place, { code: 'L3-IMP-001', editionId: 'ec-2022', level: 'L3' })
    assert.deepEqual(
      [item?.draft.difficulty, item?.draft.importance, item?.draft.seconds, item?.draft.source, item?.draft.points],
      [5, 'X', 90, '《电子商务法》', ['B-C-A-001']],
    )
  })

  test('what it does not say is filled in', () => {
    const [item] = planImport(imported(bare('q')), facts()).items
    assert.deepEqual([item?.draft.area, item?.draft.difficulty, item?.draft.importance, item?.draft.seconds], [AREA, 3, 'Y', null])
  })

  test('an area outside the weight table is a fault that names it', () => {
    const plan = planImport(imported(bare('q', { facts: { ...NO_FACTS, area: ['天文学'] } })), facts())
    assert.deepEqual([plan.items.length, told(plan)], [0, ['q area']])
    assert.match(plan.faults[0]?.zh ?? '', /天文学/)
  })

  test('facts that no draft can have are a fault with the field', () => {
    const plan = planImport(imported(bare('q', { facts: { ...NO_FACTS, points: ['chapter one'] } })), facts())
    assert.match(plan.faults[0]?.en ?? '', /points/)
  })
})

describe('documents of imported items', () => {
  for (const type of INTERACTION_TYPES)
    test(`options of ${type} are named anew and the documents stay sound`, () => {
      const item = anExchangeItem(type, { code: 'q', facts: NO_FACTS })
      const [planned] = planImport(imported(item), facts()).items
      assert.ok(planned)
      const interaction = interactionOf(type)
      const content = interaction.parseContent(planned.draft.content)
      assert.ok(content.ok)
      assert.ok(interaction.parseKey(content.value, planned.draft.key).ok)
      if (type !== 'true-false') assert.notDeepEqual(planned.draft.key, item.key)
    })

  test('marks of the source stay, others come from the type', () => {
    const marksOf = (item: ExchangeItem) => planImport(imported(item), facts()).items[0]?.draft.marks
    assert.equal(marksOf(bare('q', { marks: hundredths(350) })), 350)
    assert.equal(marksOf(bare('q')), 100)
    assert.equal(usualMarks('blank', { gaps: [{}, {}, {}] }), 300)
    assert.equal(usualMarks('case', { parts: [{ marks: 100 }, { marks: 250 }] }), 350)
    assert.deepEqual([usualMarks('essay', {}), usualMarks('short-answer', {}), usualMarks('matching', {})], [1000, 500, 200])
  })

  test('a person recognises an item by the beginning of its text', () => {
    assert.equal(beginningOf(anExchangeItem('true-false')), '电子签名可以用于电子合同。')
    assert.equal(beginningOf(anExchangeItem('lab-task')), '在店铺中上架一件商品。')
    assert.equal(beginningOf(anExchangeItem('case')), '某店一周访客1000人，成交50人，投放500元。')
    const long = beginningOf({ content: { stem: [{ kind: 'paragraph', text: '长'.repeat(80) }] } })
    assert.deepEqual([long.length, long.at(-1)], [61, '…'])
  })

  test('only pictures that are shown come along', () => {
    const media = ['a', 'b'].map(name => ({ media: name, mediaType: 'image/png', bytes: new Uint8Array() }))
    assert.deepEqual(
      mediaShown({ items: [], stimuli: [], media }, new Set(['b'])).map(one => one.media),
      ['b'],
    )
  })
})
