import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Cell, SheetTable } from '../../exchange/format.ts'
import { readSpecificationSheets } from './read-sheets.ts'

const PLACE = { editionId: 'ec-2005', level: 'L4', part: 'theory' } as const
const AREAS = [
  { path: ['职业道德'], weight: 5 },
  { path: ['相关知识', '网络营销'], weight: 95 },
  { path: ['相关知识', '不考'], weight: 0 },
]
const HEAD = [
  '大范围代码',
  '大范围名称',
  '中范围代码',
  '中范围名称',
  '知识范围',
  '小范围代码',
  '小范围名称',
  '鉴定点代码',
  '鉴定点名称',
  '重要程度',
  '教材页码',
]
const FIRST: readonly Cell[] = ['A', '基本要求', 'A', '职业道德', '职业道德', 'A', '基本知识', '001', '职业道德的概念', 'X', 12]
const SECOND: readonly Cell[] = ['B', '相关知识', 'A', '网络营销', '相关知识/网络营销', 'C', '推广', '001', '关键词', 'Y', null]
const FACTS: readonly (readonly Cell[])[] = [
  ['项目', '内容'],
  ['标准版本', 'ec-2005'],
  ['职业等级', 'L4'],
  ['科目', '理论知识'],
  ['来源性质', '复原'],
  ['说明', '示范'],
  ['教材', '《教程》'],
]

type Given = { rows?: readonly (readonly Cell[])[]; head?: readonly Cell[]; facts?: readonly (readonly Cell[])[]; name?: string }
function sheetsOf({ rows = [FIRST, SECOND], head = HEAD, facts = FACTS, name = '细目表' }: Given): SheetTable[] {
  return [
    { name, rows: [head, ...rows] },
    { name: '基本信息', rows: facts },
  ]
}
const read = (given: Given, part: 'theory' | 'practice' = 'theory') =>
  readSpecificationSheets({ sheets: sheetsOf(given), place: { ...PLACE, part }, areas: AREAS })
function faultsOf(given: Given): string[] {
  const outcome = read(given)
  return outcome.ok ? [] : outcome.refusal.map(fault => `${fault.cell} ${fault.zh}`)
}
function pointsOf(given: Given) {
  const outcome = read(given)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value.points
}
/** The first row with some cells changed, told by the place of their column. */
const first = (changes: Readonly<Record<number, Cell>>) => FIRST.map((cell, at) => (at in changes ? (changes[at] ?? null) : cell))
const second = (changes: Readonly<Record<number, Cell>>) => SECOND.map((cell, at) => (at in changes ? (changes[at] ?? null) : cell))

describe('a sound workbook', () => {
  test('gives the table with its facts and its points in order', () => {
    const outcome = read({})
    assert.ok(outcome.ok)
    const { points, ...about } = outcome.value
    assert.deepEqual(about, { ...PLACE, provenance: 'reconstructed', note: '示范', textbook: '《教程》' })
    assert.deepEqual(points, [
      {
        code: 'A-A-A-001',
        name: '职业道德的概念',
        importance: 'X',
        page: 12,
        ranges: [
          { code: 'A', name: '基本要求' },
          { code: 'A', name: '职业道德' },
          { code: 'A', name: '基本知识' },
        ],
        area: ['职业道德'],
      },
      {
        code: 'B-A-C-001',
        name: '关键词',
        importance: 'Y',
        page: null,
        ranges: [
          { code: 'B', name: '相关知识' },
          { code: 'A', name: '网络营销' },
          { code: 'C', name: '推广' },
        ],
        area: ['相关知识', '网络营销'],
      },
    ])
  })

  test('may leave the ranges of the row above empty, as in merged cells', () => {
    const empty = [null, null, null, null, null, null, null, '002', '职业道德的作用', 'Z', null]
    const newSmall = [null, '', null, null, null, 'B', '职业守则', '001', '忠于职守', 'X', '15']
    const points = pointsOf({ rows: [FIRST, empty, newSmall, SECOND] })
    assert.deepEqual(
      points.map(point => [point.code, point.ranges[2]?.name, point.page]),
      [
        ['A-A-A-001', '基本知识', 12],
        ['A-A-A-002', '基本知识', null],
        ['A-A-B-001', '职业守则', 15],
        ['B-A-C-001', '推广', null],
      ],
    )
  })

  test('may repeat a code without its name', () => {
    const again = ['A', null, 'A', null, null, 'A', null, '002', '作用', 'X', null]
    assert.equal(pointsOf({ rows: [FIRST, again, SECOND] })[1]?.ranges[1]?.name, '职业道德')
  })

  test('may order its columns as it likes, mark headings with a star, and write small or wide letters', () => {
    const turned = (row: readonly Cell[]) => row.toReversed()
    const head = turned(HEAD).map(name => `${String(name)} *`)
    const rows = [turned(first({ 0: 'a', 9: 'ｘ' })), turned(second({ 9: 'y' }))]
    assert.deepEqual(
      pointsOf({ head, rows }).map(point => [point.code, point.importance]),
      [
        ['A-A-A-001', 'X'],
        ['B-A-C-001', 'Y'],
      ],
    )
  })

  test('may have empty rows and paths written with other signs', () => {
    const spaced = second({ 4: '相关知识 ＞ 网络营销' })
    assert.deepEqual(pointsOf({ rows: [FIRST, HEAD.map(() => null), spaced] })[1]?.area, ['相关知识', '网络营销'])
  })

  test('has its points in the first sheet that is none of ours when no sheet is called 细目表', () => {
    assert.equal(pointsOf({ name: 'Sheet1' }).length, 2)
  })

  test('of practice has no weight table to keep to', () => {
    const outcome = read({ rows: [first({ 4: '操作' })], facts: [['科目', '操作技能']] }, 'practice')
    assert.ok(outcome.ok)
    assert.deepEqual([outcome.value.provenance, outcome.value.points.length], ['public', 1])
  })
})

describe('a fault is told at its cell', () => {
  const CASES: readonly (readonly [string, Readonly<Record<number, Cell>>, string])[] = [
    ['no great range', { 0: null, 1: null }, '细目表!A2 大范围代码：未填写大范围代码'],
    ['a great range in figures', { 0: '1' }, '细目表!A2 大范围代码：应为一至两个大写字母，现为“1”'],
    ['three letters', { 2: 'ABC' }, '细目表!C2 中范围代码：应为一至两个大写字母，现为“ABC”'],
    ['a range without a name', { 3: null }, '细目表!D2 中范围名称：未填写中范围名称'],
    ['no area', { 4: ' ' }, '细目表!E2 知识范围：未填写知识范围'],
    ['no small range', { 5: null, 6: null }, '细目表!F2 小范围代码：未填写小范围代码'],
    ['a name that is too long', { 6: '长'.repeat(81) }, '细目表!G2 小范围名称：超过80个字符'],
    ['a code as a number', { 7: 1 }, '细目表!H2 鉴定点代码：单元格是数字，前导零已丢失；请设为文本格式并填写001'],
    ['a code of two figures', { 7: '01' }, '细目表!H2 鉴定点代码：应为三位数字，如001，现为“01”'],
    ['no code', { 7: null }, '细目表!H2 鉴定点代码：未填写鉴定点代码'],
    ['no name', { 8: '' }, '细目表!I2 鉴定点名称：未填写鉴定点名称'],
    ['another importance', { 9: 'W' }, '细目表!J2 重要程度：应为X、Y或Z，现为“W”'],
    ['no importance', { 9: null }, '细目表!J2 重要程度：未填写，应为X、Y或Z'],
    ['half a page', { 10: 12.5 }, '细目表!K2 教材页码：应为正整数，现为“12.5”'],
    ['page nought', { 10: '0' }, '细目表!K2 教材页码：应为正整数，现为“0”'],
    ['pages from to', { 10: '12-13' }, '细目表!K2 教材页码：应为正整数，现为“12-13”'],
  ]
  for (const [what, changes, expected] of CASES)
    test(what, () => assert.deepEqual(faultsOf({ rows: [first(changes), SECOND] }), [expected]))

  test('several in one row and in several rows are all told', () => {
    assert.deepEqual(faultsOf({ rows: [first({ 7: 1, 9: 'W' }), second({ 10: 'x' })] }), [
      '细目表!H2 鉴定点代码：单元格是数字，前导零已丢失；请设为文本格式并填写001',
      '细目表!J2 重要程度：应为X、Y或Z，现为“W”',
      '细目表!K3 教材页码：应为正整数，现为“x”',
    ])
  })

  test('a point twice names the row of the first', () => {
    assert.deepEqual(faultsOf({ rows: [FIRST, first({ 8: '又一个' }), SECOND] }), ['细目表!H3 鉴定点代码：鉴定点A-A-A-001与第2行重复'])
  })

  test('a range has one name and one area wherever it stands', () => {
    const other = first({ 3: '道德', 7: '002' })
    assert.deepEqual(faultsOf({ rows: [FIRST, SECOND, other] }), ['细目表!D4 中范围名称：范围A-A在第2行叫“职业道德”'])
    const moved = first({ 4: '相关知识/网络营销', 7: '002' })
    assert.deepEqual(faultsOf({ rows: [FIRST, SECOND, moved] }), ['细目表!E4 知识范围：中范围A-A在第2行属于“职业道德”'])
  })

  test('an area outside the weight table, and one with marks that no point covers', () => {
    assert.deepEqual(faultsOf({ rows: [FIRST, second({ 4: '天文学' })] }), ['细目表!E3 知识范围：“天文学”不在比重表中'])
    assert.deepEqual(faultsOf({ rows: [FIRST] }), ['细目表 比重表中的知识范围“相关知识/网络营销”没有鉴定点'])
  })

  test('a workbook of another place is not entered by mistake', () => {
    const facts = FACTS.map(([name, value]) => [name ?? null, name === '职业等级' ? 'L3' : name === '科目' ? '操作技能' : (value ?? null)])
    assert.deepEqual(faultsOf({ facts }), [
      '基本信息!B3 职业等级是“L3”，页面上选的是“L4”',
      '基本信息!B4 科目是“操作技能”，页面上选的是“理论知识”',
    ])
    assert.deepEqual(faultsOf({ facts: [] }), [], 'what is not stated is what was chosen')
  })

  test('facts keep their limits', () => {
    const facts = FACTS.map(([name, value]) => [name ?? null, name === '教材' ? '书'.repeat(201) : (value ?? null)])
    assert.deepEqual(faultsOf({ facts }), ['基本信息!B7 教材超过200个字符'])
  })

  test('an unknown column may be a heading written wrong', () => {
    assert.deepEqual(faultsOf({ head: [...HEAD, '备注'] }), ['细目表!L1 不认识的列“备注”'])
  })
})

describe('a workbook that is none of ours', () => {
  test('lacks headings, and is told which', () => {
    const [fault] = faultsOf({ head: HEAD.slice(0, 7) })
    assert.equal(fault, '细目表!1 第1行缺少列标题：鉴定点代码、鉴定点名称、重要程度。请使用模板填写')
  })

  test('has no sheet, no row, or far too many', () => {
    const none = readSpecificationSheets({ sheets: [{ name: '基本信息', rows: [] }], place: PLACE, areas: AREAS })
    assert.ok(!none.ok && none.refusal[0]?.zh.includes('没有“细目表”'))
    assert.ok(faultsOf({ rows: [] }).length > 0)
    const many = Array.from({ length: 5_001 }, () => FIRST)
    assert.deepEqual(faultsOf({ rows: many }), ['细目表 超过5000行'])
  })

  test('tells at most so many faults', () => {
    const many = Array.from({ length: 900 }, () => first({ 9: 'W' }))
    assert.equal(faultsOf({ rows: many }).length, 500)
  })

  test('of any cells at all is read without breaking: a table or faults, never an error', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom(...FIRST),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 8 }), rows => {
        const outcome = read({ rows })
        if (!outcome.ok) assert.ok(outcome.refusal.every(fault => /\p{Script=Han}/u.test(fault.zh) && /[a-z]/.test(fault.en)))
        else assert.ok(outcome.value.points.length > 0)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what a workbook says of a table', () => {
  const about = (facts: readonly (readonly Cell[])[]) => {
    const outcome = read({ facts })
    assert.ok(outcome.ok, JSON.stringify(outcome))
    const { provenance, note, textbook } = outcome.value
    return { provenance, note, textbook }
  }

  test('may be left out: the table is then from public sources, without note or textbook', () => {
    assert.deepEqual(about([]), { provenance: 'public', note: '', textbook: '' })
    assert.deepEqual(about([['来源性质', null]]), { provenance: 'public', note: '', textbook: '' })
  })

  test('may be in words of its own', () => {
    assert.deepEqual(about([['来源性质', ' 地方中心编制 ']]).provenance, '地方中心编制')
    assert.deepEqual(about([['来源性质', '种子文本']]).provenance, 'seed')
  })

  test('is found whatever the order of its lines and the blanks around its names', () => {
    assert.deepEqual(
      about([
        ['教 材', '《教程》'],
        [' 说明*', '试用'],
        ['别的', 'x'],
      ]),
      { provenance: 'public', note: '试用', textbook: '《教程》' },
    )
  })

  test('keeps every limit of a text, each at its own cell', () => {
    const facts = [
      ['来源性质', '字'.repeat(41)],
      ['说明', '字'.repeat(501)],
    ]
    assert.deepEqual(faultsOf({ facts }), ['基本信息!B1 来源性质超过40个字符', '基本信息!B2 说明超过500个字符'])
  })
})
