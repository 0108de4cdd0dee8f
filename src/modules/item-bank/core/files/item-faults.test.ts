import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { INTERACTION_TYPES, type InteractionType } from '../../../interactions/contract.ts'
import { AUTHOR_ITEMS } from '../../fixtures.ts'
import { areaPathOf, parseItemFile, placeOfFile } from './parse-item-file.ts'
import { sourceText } from './source-text.ts'

type Points = NonNullable<Parameters<typeof parseItemFile>[0]['points']>
const POINTS: Points = new Map([
  ['B-A-A-001', { areaPath: '网络营销/', importance: 'X' }],
  ['B-A-A-002', { areaPath: '网络营销/', importance: 'Y' }],
  ['B-B-A-001', { areaPath: '电子交易/', importance: 'X' }],
])

function read(items: readonly unknown[], points?: Points) {
  return parseItemFile({
    file: 'x.json',
    text: JSON.stringify({ edition: 'ec-2005', level: 'L4', writer: '命题员·甲', reviewer: '审题员·乙', items }),
    knowsArea: () => true,
    optionId: (code, letter) => `${code}_${letter}`.replaceAll('/', '_'),
    picture: file => (file === 'page.svg' ? 'a'.repeat(64) : undefined),
    points,
  })
}
function faultsOf(type: InteractionType, changes: object, points?: Points): string[] {
  const parsed = read([{ ...AUTHOR_ITEMS[type], ...changes }], points)
  return parsed.ok ? [] : parsed.refusal.map(fault => fault.zh)
}
const lettered = (...texts: string[]) => texts.map((text, at) => ({ id: 'abcdef'.charAt(at), text }))

describe('what the schemas of the types cannot see is told in the author’s own words', () => {
  const table: readonly (readonly [name: string, type: InteractionType, changes: object, fault: string])[] = [
    ['two options with one text', 'single-choice', { options: lettered('甲', '乙', '甲', '丁') }, '选项文字重复：“甲”'],
    ['a letter twice', 'ordering', { entries: [...lettered('甲', '乙'), { id: 'a', text: '丙' }] }, '待排内容编号重复：a'],
    [
      'a gap whose key is not offered',
      'inline-choice',
      { gaps: [{ id: '1', options: lettered('甲', '乙'), key: 'c' }, AUTHOR_ITEMS['inline-choice'].gaps[1]] },
      '空1的答案键指向不存在的“c”',
    ],
    [
      'a pair with nothing on the left',
      'matching',
      {
        pairs: [
          ['1', 'a'],
          ['9', 'b'],
        ],
      },
      '配对的左列指向不存在的“9”',
    ],
    [
      'a pair with nothing on the right',
      'matching',
      {
        pairs: [
          ['1', 'a'],
          ['2', 'z'],
        ],
      },
      '配对的右列指向不存在的“z”',
    ],
    ['a key outside the picture’s areas', 'hot-area', { key: ['z'] }, '答案键指向不存在的“z”'],
    [
      'coordinates that do not fit the shape',
      'hot-area',
      { areas: [{ id: 'a', label: '搜索框', shape: 'rect', coords: [1, 2, 3] }, AUTHOR_ITEMS['hot-area'].areas[1]] },
      '区域a的坐标个数与形状不符',
    ],
    [
      'a picture that does not lie there',
      'hot-area',
      { picture: { ...AUTHOR_ITEMS['hot-area'].picture, file: 'no.svg' } },
      '图片“no.svg”不在试题文件旁的pictures目录中',
    ],
    ['criteria that do not add up', 'short-answer', { marks: 5 }, '评分要点分值合计4分，与试题5分不符'],
    ['parts that do not add up', 'case', { marks: 6 }, '小题分值合计5分，与试题6分不符'],
    ['marks that are not the usual ones', 'single-choice', { marks: 3 }, '单项选择题每题1分，不能是3分'],
    ['no marks where they are needed', 'blank', { marks: undefined }, '缺少分值'],
    ['half a mark', 'blank', { marks: 0.5 }, '分值应为整数'],
    ['a credit the type does not know', 'ordering', { credit: 'luck' }, '给分方式应为all-or-nothing、positions、neighbours之一'],
    ['a value that is no number', 'blank', { blanks: [{ id: '1', kind: 'number', value: '十二' }] }, '数值应为数字'],
    [
      'a gap nobody describes',
      'blank',
      { stem: '只有{{1}}与{{2}}与{{3}}。' },
      '题干或选项不符合题型要求：gaps the text has a gap 3 that is not described',
    ],
    ['an empty stimulus', 'case', { stimulus: ' ' }, '案例材料为空'],
    ['a badly formed point', 'true-false', { points: ['A1'] }, '鉴定点代码格式不对，应如A-A-B-003'],
    ['a stem of a kind that is not known', 'true-false', { stem: [{ kind: 'html', text: '<b>' }] }, '题干的内容块不符合格式'],
  ]
  for (const [name, type, changes, fault] of table) {
    test(name, () => {
      const faults = faultsOf(type, changes)
      assert.ok(faults.includes(fault), faults.join(' & '))
    })
  }

  test('a fault within a part names the part', () => {
    const [first, second] = AUTHOR_ITEMS.case.parts
    const parts = [{ ...first, options: lettered('甲', '甲', '丙', '丁') }, second]
    assert.ok(faultsOf('case', { parts }).includes('小题1：选项文字重复：“甲”'))
  })
})

describe('points of the specification table', () => {
  test('are not asked for as long as no table has been entered', () => {
    assert.deepEqual(faultsOf('true-false', { points: ['Z-Z-Z-999'] }), [])
    assert.deepEqual(faultsOf('true-false', { points: undefined }, POINTS), [])
  })

  test('must be known, and the first lies in the item’s area with its importance', () => {
    assert.deepEqual(faultsOf('true-false', { points: ['B-A-A-001', 'B-B-A-001'] }, POINTS), [])
    assert.deepEqual(faultsOf('true-false', { points: ['B-A-A-009'] }, POINTS), ['鉴定点B-A-A-009不在细目表中'])
    assert.deepEqual(faultsOf('true-false', { points: ['B-B-A-001'] }, POINTS), ['鉴定点B-B-A-001不属于试题的知识范围'])
    assert.deepEqual(faultsOf('true-false', { points: ['B-A-A-002'] }, POINTS), ['重要程度X与鉴定点B-A-A-002的Y不符'])
  })
})

describe('a file as a whole', () => {
  test('holds all types side by side', () => {
    const parsed = read(Object.values(AUTHOR_ITEMS), POINTS)
    assert.deepEqual(parsed.ok ? parsed.value.map(item => item.type).toSorted() : parsed.refusal, [...INTERACTION_TYPES].toSorted())
  })

  test('says where it belongs before it is read', () => {
    assert.deepEqual(placeOfFile('{"edition":"ec-2005","level":"L3","items":[]}'), { editionId: 'ec-2005', level: 'L3' })
    assert.equal(placeOfFile('{"edition":3}'), undefined)
    assert.equal(placeOfFile('{'), undefined)
  })

  test('whatever stands in a field of any type, reading tells faults with their item and never throws', () => {
    const fields = fc.constantFrom(
      'stem',
      'key',
      'blanks',
      'gaps',
      'table',
      'left',
      'pairs',
      'entries',
      'areas',
      'picture',
      'criteria',
      'parts',
      'stimulus',
      'marks',
      'points',
      'enemies',
      'seconds',
      'source',
      'credit',
      'words',
    )
    fc.assert(
      fc.property(fc.constantFrom(...INTERACTION_TYPES), fields, fc.jsonValue({ maxDepth: 3 }), (type, field, value) => {
        const parsed = read([{ ...AUTHOR_ITEMS[type], [field]: value }], POINTS)
        if (parsed.ok) return
        assert.ok(parsed.refusal.length > 0)
        for (const fault of parsed.refusal)
          assert.ok(fault.code === AUTHOR_ITEMS[type].id && /\p{Script=Han}/u.test(fault.zh), JSON.stringify(fault))
      }),
      { numRuns: 600 },
    )
  })
})

describe('the memory of a file', () => {
  test('an item in the old form has the same text as before the new fields came', () => {
    const old = read([{ ...AUTHOR_ITEMS['true-false'], points: undefined, seconds: undefined, source: undefined }])
    assert.ok(old.ok && old.value[0])
    const text = sourceText(old.value[0])
    for (const field of ['points', 'seconds', 'source', 'enemies', 'media', 'rubric']) assert.ok(!text.includes(`"${field}"`), field)
  })

  test('a changed field of the new form changes it', () => {
    const texts = [
      {},
      { seconds: 91 },
      { source: '《中华人民共和国电子商务法》' },
      { enemies: ['L4-A-002'] },
      { points: ['B-A-A-002'] },
    ].map(changes => {
      const parsed = read([{ ...AUTHOR_ITEMS['true-false'], ...changes }])
      assert.ok(parsed.ok && parsed.value[0])
      return sourceText(parsed.value[0])
    })
    assert.equal(new Set(texts).size, texts.length)
  })

  test('a path of areas begins every path below it, and no other', () => {
    assert.equal(areaPathOf(['电子商务基础知识', '法规']), '电子商务基础知识/法规/')
    assert.ok(areaPathOf(['网络营销', '推广']).startsWith(areaPathOf(['网络营销'])))
    assert.ok(!areaPathOf(['网络营销学']).startsWith(areaPathOf(['网络营销'])))
  })
})
