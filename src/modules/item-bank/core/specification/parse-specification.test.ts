import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseSpecification } from './parse-specification.ts'

const POINT = { code: '001', name: '职业道德的概念与作用', importance: 'X', page: null }
const SMALL = { code: 'A', name: '职业道德基本知识', points: [POINT, { ...POINT, code: '002', importance: 'Y', page: 12 }] }
const MIDDLE = { code: 'A', name: '职业道德', area: ['职业道德'], ranges: [SMALL] }
const GREAT = { code: 'A', name: '基本要求', ranges: [MIDDLE] }
const KNOWLEDGE = {
  code: 'B',
  name: '相关知识',
  ranges: [{ code: 'A', name: '网络营销', area: ['相关知识', '网络营销'], ranges: [{ code: 'C', name: '推广', points: [POINT] }] }],
}
const SOUND = {
  edition: 'ec-2005',
  level: 'L4',
  part: 'theory',
  provenance: 'reconstructed',
  note: '示范',
  textbook: '《教程》',
  ranges: [GREAT, KNOWLEDGE],
}
const AREAS = [
  { path: ['职业道德'], weight: 5 },
  { path: ['相关知识', '网络营销'], weight: 95 },
  { path: ['相关知识', '不考'], weight: 0 },
]

function read(table: unknown) {
  const text = typeof table === 'string' ? table : JSON.stringify(table)
  return parseSpecification({ text, areasOf: place => (place.level === 'L4' && place.editionId === 'ec-2005' ? AREAS : undefined) })
}
function faultsOf(table: unknown): string[] {
  const parsed = read(table)
  return parsed.ok ? [] : parsed.refusal.map(fault => `${fault.place}|${fault.zh}`)
}
const withGreat = (changes: object) => ({ ...SOUND, ranges: [{ ...GREAT, ...changes }, KNOWLEDGE] })
const withMiddle = (changes: object) => withGreat({ ranges: [{ ...MIDDLE, ...changes }] })
const withSmall = (changes: object) => withMiddle({ ranges: [{ ...SMALL, ...changes }] })

describe('a specification table', () => {
  test('gives its points in order, with their full code, ranges and area', () => {
    const parsed = read(SOUND)
    assert.ok(parsed.ok)
    assert.deepEqual(
      parsed.value.points.map(point => point.code),
      ['A-A-A-001', 'A-A-A-002', 'B-A-C-001'],
    )
    assert.deepEqual(parsed.value.points[1], {
      code: 'A-A-A-002',
      name: '职业道德的概念与作用',
      importance: 'Y',
      page: 12,
      ranges: [
        { code: 'A', name: '基本要求' },
        { code: 'A', name: '职业道德' },
        { code: 'A', name: '职业道德基本知识' },
      ],
      area: ['职业道德'],
    })
    const { points: _points, ...head } = parsed.value
    assert.deepEqual(head, {
      editionId: 'ec-2005',
      level: 'L4',
      part: 'theory',
      provenance: 'reconstructed',
      note: '示范',
      textbook: '《教程》',
    })
  })

  test('a page may be missing', () => {
    const { page: _page, ...point } = POINT
    const parsed = read(withSmall({ points: [point] }))
    assert.equal(parsed.ok && parsed.value.points[0]?.page, null)
  })

  const table: readonly (readonly [name: string, table: unknown, fault: string])[] = [
    ['no JSON', '{', '|文件不是有效的JSON'],
    ['a level the edition does not have', { ...SOUND, level: 'L9' }, 'level|该标准版本没有这个等级'],
    ['an edition nobody knows', { ...SOUND, edition: 'ec-1900' }, 'level|该标准版本没有这个等级'],
    ['no edition', { ...SOUND, edition: undefined }, 'edition|缺少标准版本'],
    ['an empty provenance', { ...SOUND, provenance: ' ' }, 'provenance|来源性质为空'],
    ['a part that is none', { ...SOUND, part: 'oral' }, 'part|科目应为theory或practice'],
    ['no ranges', { ...SOUND, ranges: [] }, 'ranges|大范围为空'],
    ['a range without ranges', withGreat({ ranges: [] }), 'ranges.0.ranges|中范围为空'],
    ['a code in small letters', withGreat({ code: 'a' }), 'ranges.0.code|范围代码应为大写字母'],
    ['a range without a name', withMiddle({ name: '' }), 'ranges.0.ranges.0.name|中范围名称为空'],
    ['an area outside the weight table', withMiddle({ area: ['天文'] }), 'ranges.0.ranges.0.area|知识范围“天文”不在比重表中'],
    ['an area with marks and no range', { ...SOUND, ranges: [GREAT] }, '相关知识/网络营销|比重表中的这个知识范围没有鉴定点'],
    ['a range without points', withSmall({ points: [] }), 'ranges.0.ranges.0.ranges.0.points|鉴定点为空'],
    ['a point that stands twice', withSmall({ points: [POINT, POINT] }), 'A-A-A-001|鉴定点代码重复'],
    [
      'a number of two digits',
      withSmall({ points: [{ ...POINT, code: '01' }] }),
      'ranges.0.ranges.0.ranges.0.points.0.code|鉴定点编号应为三位数字',
    ],
    [
      'an importance that is none',
      withSmall({ points: [{ ...POINT, importance: 'W' }] }),
      'ranges.0.ranges.0.ranges.0.points.0.importance|重要程度应为X、Y或Z',
    ],
    ['a field nobody knows', withGreat({ colour: 'red' }), 'ranges.0|不认识的字段：colour'],
  ]
  for (const [name, wrong, fault] of table) {
    test(`${name} is told with its place`, () => assert.ok(faultsOf(wrong).includes(fault), faultsOf(wrong).join(' & ')))
  }

  test('areas of weight 0 need no point, and a practice table is not held against the theory weights', () => {
    assert.deepEqual(faultsOf(SOUND), [])
    assert.deepEqual(faultsOf({ ...SOUND, part: 'practice', ranges: [GREAT] }), [])
  })

  test('all faults are told at once', () => {
    assert.ok(faultsOf(withSmall({ name: '', points: [{ ...POINT, importance: 'W' }] })).length >= 2)
  })

  test('any text at all is read or refused, with a fault in both languages', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        const parsed = read(text)
        if (parsed.ok) return
        for (const fault of parsed.refusal) assert.ok(/\p{Script=Han}/u.test(fault.zh) && fault.en !== '')
      }),
    )
  })
})
