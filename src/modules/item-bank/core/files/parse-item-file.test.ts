import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { INTERACTION_TYPES, interactionOf } from '../../../interactions/contract.ts'
import { marks } from '../../../../kernel/marks.ts'
import { parseItemFile } from './parse-item-file.ts'

const bank = new URL('../../../../../data/items/', import.meta.url)
const single = {
  id: 'L4-EC-001',
  type: 'single-choice',
  area: ['网络营销'],
  stem: '题干（    ）。',
  options: ['a', 'b', 'c', 'd'].map(id => ({ id, text: `选项${id}` })),
  key: ['d'],
  explanation: '解析。',
  difficulty: 2,
  importance: 'X',
  reviewed: true,
}
const multiple = { ...single, id: 'L4-EC-002', type: 'multiple-choice', key: ['a', 'c'] }
const { options: _options, ...bare } = single
const trueFalse = { ...bare, id: 'L4-EC-003', type: 'true-false', key: false }

function read(items: readonly unknown[] | string, changes: object = {}) {
  const text =
    typeof items === 'string'
      ? items
      : JSON.stringify({ edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙', items, ...changes })
  return parseItemFile({
    file: 'x.json',
    text,
    knowsArea: (_head, path) => path[0] === '网络营销',
    optionId: (code, letter) => `${code}.${letter}`.replaceAll('.', '-'),
  })
}
function faultsOf(items: readonly unknown[] | string, changes: object = {}) {
  const parsed = read(items, changes)
  return parsed.ok ? [] : parsed.refusal.map(fault => `${fault.code}|${fault.zh}`)
}

test('single choice and true/false carry one mark, multiple choice two', () => {
  const parsed = read([single, multiple, trueFalse])
  assert.ok(parsed.ok)
  assert.deepEqual(
    parsed.value.map(item => item.marks),
    [marks(1), marks(2), marks(1)],
  )
})

test('a key keeps naming its option after the options got new names', () => {
  const parsed = read([single, multiple, trueFalse])
  assert.ok(parsed.ok)
  const [one, two, three] = parsed.value
  assert.equal(one?.key['optionId'], 'L4-EC-001-d')
  assert.deepEqual(two?.key['optionIds'], ['L4-EC-002-a', 'L4-EC-002-c'])
  assert.equal(three?.key['verdict'], 'false')
  for (const item of parsed.value) {
    const { content, key, type } = item
    const score = interactionOf(type).score({ content, key, response: interactionOf(type).keyResponse(content, key), max: item.marks })
    assert.equal(score.earned, item.marks)
  }
})

test('the explanation lies in the key and never in the content', () => {
  const parsed = read([single, trueFalse])
  assert.ok(parsed.ok)
  for (const item of parsed.value) {
    assert.ok(JSON.stringify(item.key).includes('解析。'))
    assert.ok(!JSON.stringify(item.content).includes('解析。'))
  }
})

test('every fault names its item and says in Chinese what is wrong', () => {
  const table: readonly (readonly [string, unknown, string])[] = [
    ['no stem', { ...single, stem: '  ' }, 'L4-EC-001|题干为空'],
    ['no explanation', { ...single, explanation: undefined }, 'L4-EC-001|缺少解析'],
    ['two right options of a single choice', { ...single, key: ['a', 'b'] }, 'L4-EC-001|单项选择题的答案键应恰好一项'],
    ['one right option of a multiple choice', { ...multiple, key: ['a'] }, 'L4-EC-002|多项选择题的答案键应至少两项'],
    ['a key without its option', { ...single, key: ['e'] }, 'L4-EC-001|答案键所指的选项不存在或有重复'],
    ['a key named twice', { ...multiple, key: ['a', 'a'] }, 'L4-EC-002|答案键所指的选项不存在或有重复'],
    ['a text as true/false key', { ...trueFalse, key: 'true' }, 'L4-EC-003|判断题的答案键应为true或false'],
    ['a difficulty of six', { ...single, difficulty: 6 }, 'L4-EC-001|难度大于5'],
    ['an unknown importance', { ...single, importance: 'W' }, 'L4-EC-001|重要程度应为X、Y或Z'],
    ['an unknown type', { ...single, type: 'riddle' }, `L4-EC-001|题型应为${INTERACTION_TYPES.join('、')}之一`],
    ['an area outside the weight table', { ...single, area: ['天文'] }, 'L4-EC-001|知识范围“天文”不在该版本该等级的比重表中'],
    [
      'two options with one text',
      { ...single, options: ['a', 'b', 'c', 'd'].map(id => ({ id, text: id < 'c' ? '同' : id })) },
      'L4-EC-001|选项文字重复：“同”',
    ],
    ['an item that was not passed', { ...single, reviewed: false }, 'L4-EC-001|试题未经审定'],
    ['a badly formed id', { ...single, id: 'l4_1' }, 'l4_1|试题编号格式不对，应如L4-EC-001'],
  ]
  for (const [name, item, expected] of table) assert.ok(faultsOf([item]).includes(expected), `${name}: ${faultsOf([item]).join(' & ')}`)
})

test('an unknown field is a fault, so that a misspelt one is noticed', () => {
  assert.deepEqual(faultsOf([{ ...single, dificulty: 3, '|': 1 }]), ['L4-EC-001|不认识的字段：dificulty、|'])
})

test('a number that stands twice in a file is a fault', () => {
  assert.deepEqual(faultsOf([single, single]), ['L4-EC-001|试题编号在文件中重复'])
})

test('a writer does not pass items of their own, and a file without a reviewer is refused', () => {
  assert.deepEqual(faultsOf([single], { reviewer: '命题员·甲' }), ['|命题员不能审定自己命制的试题'])
  assert.deepEqual(faultsOf([single], { reviewer: undefined }), ['|缺少审题员'])
})

test('options in an order of their own keep their places', () => {
  const parsed = read([{ ...single, fixedOrder: true }, multiple])
  assert.ok(parsed.ok)
  const pinned = parsed.value.map(item => (item.content['options'] as { pinned: boolean }[]).map(option => option.pinned))
  assert.deepEqual(pinned, [
    [true, true, true, true],
    [false, false, false, false],
  ])
})

test('an item without a number is told by its place', () => {
  assert.deepEqual(faultsOf([{ ...single, id: undefined }]), ['#1|缺少试题编号'])
})

test('all faults of a file are told at once', () => {
  assert.equal(faultsOf([{ ...single, stem: '' }, { ...multiple, key: ['a'] }, trueFalse]).length, 2)
})

test('a file that is no JSON, or has no head or no items, is refused as a whole', () => {
  assert.deepEqual(faultsOf('{'), ['|文件不是有效的JSON'])
  assert.deepEqual(faultsOf([single], { writer: undefined }), ['|缺少命题员'])
  assert.deepEqual(faultsOf([]), ['|试题列表为空'])
})

for (const level of readdirSync(bank)) {
  test(`the bank of ${level} is sound`, () => {
    for (const file of readdirSync(new URL(`${level}/`, bank)).filter(name => name.endsWith('.json'))) {
      const text = readFileSync(new URL(`${level}/${file}`, bank), 'utf8')
      const optionId = (code: string, letter: string) => `${code}-${letter}`.replaceAll('/', '_')
      const parsed = parseItemFile({ file, text, knowsArea: () => true, optionId, picture: () => '0'.repeat(64) })
      assert.deepEqual(parsed.ok ? [] : parsed.refusal, [], file)
    }
  })
}

/** A sound file of the three kinds of items, with one thing changed anywhere. */
const sound = { edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙', items: [single, multiple, trueFalse] }
const anyPlace = fc.constantFrom(
  'stem',
  'options',
  'key',
  'explanation',
  'difficulty',
  'importance',
  'area',
  'type',
  'id',
  'reviewed',
  'fixedOrder',
)

test('whatever stands in a field, a file is read soundly or refused with its items named, and reading never throws', () => {
  fc.assert(
    fc.property(fc.nat(2), anyPlace, fc.jsonValue({ maxDepth: 2 }), (at, place, value) => {
      const items = sound.items.map((item, n) => (n === at ? { ...item, [place]: value } : item))
      const parsed = read(JSON.stringify({ ...sound, items }))
      if (!parsed.ok) {
        assert.ok(parsed.refusal.length > 0)
        for (const fault of parsed.refusal) assert.ok(fault.code !== '' && /\p{Script=Han}/u.test(fault.zh), JSON.stringify(fault))
        return
      }
      for (const item of parsed.value) {
        const rules = interactionOf(item.type)
        assert.ok(rules.parseContent(item.content).ok && rules.parseKey(item.content, item.key).ok)
        assert.ok(rules.parsePublic(rules.strip(item.content)).ok)
      }
    }),
    { numRuns: 500 },
  )
})

test('any text at all is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      const parsed = read(text)
      if (!parsed.ok) assert.ok(parsed.refusal.length > 0)
    }),
  )
})

test('what the author wrote arrives: stem, options in their order, explanation, place and people', () => {
  const parsed = read([single])
  assert.ok(parsed.ok)
  const [item] = parsed.value
  assert.deepEqual(item, {
    code: 'L4-EC-001',
    type: 'single-choice',
    marks: marks(1),
    editionId: 'ec-2005',
    level: 'L4',
    area: ['网络营销'],
    difficulty: 2,
    importance: 'X',
    writer: '命题员·甲',
    reviewer: '审题员·乙',
    content: {
      version: 2,
      stem: [{ kind: 'paragraph', text: '题干（    ）。' }],
      options: ['a', 'b', 'c', 'd'].map(id => ({ id: `L4-EC-001-${id}`, text: `选项${id}`, pinned: false })),
    },
    key: { version: 1, optionId: 'L4-EC-001-d', explanation: [{ kind: 'paragraph', text: '解析。' }] },
    points: [],
    seconds: null,
    source: null,
    enemies: [],
    media: [],
  })
})
