import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { readingAids } from '../../actions/exchange/reading-aids.ts'
import { anExchangeItem } from '../../core/exchange/exchange-set.test.ts'
import type { Cell } from '../../core/exchange/format.ts'
import { proveCrossing } from '../../core/exchange/prove-written.ts'
import { columnName } from '../../core/exchange/text/sheet-row.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'
import { cellsOf, lineOfCells, proseOf } from './sheet-prose.ts'
import { escapeBar, gapKeyOf, gapKeyText, pairsIn, splitBar } from './key-lines.ts'
import { workbook } from './workbook.ts'

const aids = readingAids(() => ({ ok: false, refusal: { zh: '', en: '' } }))
const head = COLUMNS.map(column => column.heading)
type Cells = Partial<Record<ColumnKey, Cell>>
const good: Cells = { code: '001', type: '单项选择题', stem: '题干', a: '甲', b: '乙', c: '丙', key: 'B', marks: 1, difficulty: 3 }

function read(rows: readonly Cells[], heading: readonly Cell[] = head) {
  const cells = rows.map(row => COLUMNS.map(column => row[column.key] ?? null))
  return workbook.read({ kind: 'sheets', name: 'a.xlsx', sheets: [{ name: '试题', rows: [heading, ...cells] }] }, aids)
}

function value(rows: readonly Cells[]) {
  const result = read(rows)
  assert.ok(result.ok)
  return result.value
}

describe('each bad cell is told by its address', () => {
  const at = (key: ColumnKey) => `${columnName(COLUMNS.findIndex(column => column.key === key))}2`
  for (const [name, change, key, zh] of [
    ['no number', { code: null }, 'code', /未填写试题编号/],
    ['no type', { type: null }, 'type', /未填写题型/],
    ['an unknown type', { type: '听力题' }, 'type', /不认识的题型/],
    ['a type for the studio', { type: '图上点选题' }, 'type', /命题工作台/],
    ['no stem', { stem: ' ' }, 'stem', /未填写题干/],
    ['a hole among the options', { b: null }, 'b', /连续填写/],
    ['a key without option', { key: 'D' }, 'key', /没有对应的选项/],
    ['two keys', { key: 'AB' }, 'key', /只能有一个/],
    ['no key', { key: null }, 'key', /未填写答案/],
    ['half a difficulty', { difficulty: 2.5 }, 'difficulty', /1至5的整数/],
    ['a sixth difficulty', { difficulty: 6 }, 'difficulty', /1至5的整数/],
    ['no marks', { marks: 0 }, 'marks', /大于0/],
    ['marks as words', { marks: '两分' }, 'marks', /大于0/],
    ['importance W', { importance: 'W' }, 'importance', /X、Y或Z/],
    ['a repeated key letter', { type: '多项选择题', key: 'AA' }, 'key', /重复/],
    ['an unknown credit rule', { type: '多项选择题', key: 'AB', credit: '随便' }, 'credit', /之一/],
    ['a cost of 0%', { type: '多项选择题', key: 'AB', credit: '错选按比例扣分：0%' }, 'credit', /1%至1000%/],
    ['a cost of 1001%', { type: '多项选择题', key: 'AB', credit: '错选按比例扣分：1001%' }, 'credit', /1%至1000%/],
    ['a cost of 一半', { type: '多项选择题', key: 'AB', credit: '错选按比例扣分：一半' }, 'credit', /1%至1000%/],
    ['a verdict that is none', { type: '判断题', key: '也许' }, 'key', /正确”或“错误/],
    ['a gap without sense', { type: '填空题', stem: '{{1}}', key: '1 等于 2' }, 'key', /第1行/],
    ['pairs without =', { type: '匹配题', right: '一\n二', key: 'AB' }, 'key', /1=B/],
    ['no right side', { type: '匹配题', key: '1=A' }, 'right', /右列/],
    ['a table of one line', { type: '单证填制题', table: '| 甲 |', key: '1=2' }, 'table', /至少两行/],
    ['criteria without marks', { type: '简答题', key: '参考', criteria: '要点' }, 'criteria', /2分/],
    ['a length that is none', { type: '论述题', key: '参考', criteria: '2分：点', words: '很多' }, 'words', /400-1000/],
  ] as const)
    test(name, () => {
      const { items, faults } = value([{ ...good, ...change }])
      assert.equal(items.length, 0)
      const fault = faults.find(one => one.element === at(key))
      assert.match(fault?.zh ?? faults.map(one => one.element).join(), zh)
      assert.ok(fault?.zh.startsWith(`${at(key)}（`))
    })

  test('a fault in one row leaves the others sound, and a repeated number names the row before', () => {
    const { items, faults } = value([good, { ...good, key: 'X' }, { ...good, code: '003' }])
    assert.deepEqual(
      items.map(item => item.code),
      ['001', '003'],
    )
    assert.ok(faults.some(fault => /与第2行重复/.test(fault.zh)))
  })

  test('a number as item number is told, because leading zeros are gone', () => {
    const { items, losses } = value([{ ...good, code: 7 }])
    assert.deepEqual([items[0]?.code, losses[0]?.kind], ['7', 'changed'])
  })

  test('empty rows do not count, unknown columns are told, missing ones refuse the sheet', () => {
    assert.equal(value([{}, good, {}]).items.length, 1)
    const strange = workbook.read(
      {
        kind: 'sheets',
        name: 'a',
        sheets: [
          {
            name: '试题',
            rows: [
              [...head, '备注'],
              [...COLUMNS.map(column => good[column.key] ?? null), 'x'],
            ],
          },
        ],
      },
      aids,
    )
    assert.ok(strange.ok && strange.value.losses.some(loss => /备注/.test(loss.zh)))
    const poor = read(
      [good],
      head.map(name => (name === '答案' ? '别的' : name)),
    )
    assert.ok(!poor.ok && /答案/.test(poor.refusal[0]?.zh ?? ''))
  })
})

describe('the small languages of cells', () => {
  for (const [text, key] of [
    ['12.5±0.05[元,元整]', { kind: 'number', value: '12.5', tolerance: '0.05', units: ['元', '元整'] }],
    ['数:12.50', { kind: 'number', value: '12.50', tolerance: '0', units: [] }],
    ['转化率|成交转化率', { kind: 'text', accept: ['转化率', '成交转化率'], ignoreCase: true, ignoreSpace: true }],
    ['文(区分大小写):12', { kind: 'text', accept: ['12'], ignoreCase: false, ignoreSpace: true }],
  ] as const)
    test(`${text} is a gap's key`, () => assert.deepEqual(gapKeyOf('1', text), { id: '1', ...key }))

  test('numbers that are none are no key', () => assert.equal(gapKeyOf('1', '数:很多'), null))

  test('keys of gaps and divided texts come back as they were', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 12 })
      .map(text => text.replaceAll(/\s/g, ''))
      .filter(text => text !== '')
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), fc.boolean(), fc.boolean(), (accept, ignoreCase, ignoreSpace) => {
        assert.deepEqual(splitBar(accept.map(escapeBar).join('|')), accept)
        const key = { id: '1', kind: 'text' as const, accept, ignoreCase, ignoreSpace }
        assert.deepEqual(gapKeyOf('1', gapKeyText(key)), key)
      }),
    )
  })

  test('lines of cells come back as they were', () => {
    const cell = fc.string({ maxLength: 10 }).map(text => text.replaceAll(/\s/g, ''))
    fc.assert(fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), cells => assert.deepEqual(cellsOf(lineOfCells(cells)), cells)))
  })

  test('prose knows paragraphs, code and tables', () => {
    assert.deepEqual(
      proseOf('一\n```\na\n b\n```\n| 甲 | 乙 |\n| 1 | 2 |\n二').map(block => block.kind),
      ['paragraph', 'code', 'table', 'paragraph'],
    )
  })

  test('pairs are divided by semicolons or lines', () => {
    assert.deepEqual(pairsIn('1=B；2＝A\n3=C'), [
      { left: '1', right: 'B' },
      { left: '2', right: 'A' },
      { left: '3', right: 'C' },
    ])
    assert.equal(pairsIn('1B'), null)
  })

  test('columns are named as a workbook names them', () =>
    assert.deepEqual([0, 25, 26, 27, 52].map(columnName), ['A', 'Z', 'AA', 'AB', 'BA']))
})

test('a choice comes back whatever its texts hold', () => {
  const word = fc.string({ minLength: 1, maxLength: 30 }).map(text => `选${text.replaceAll(/[\p{Cc}\p{Cs}|｜]/gu, '').trim()}项`)
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { minLength: 2, maxLength: 8 }), fc.nat(7), (stem, texts, right) => {
      const options = texts.map((text, at) => ({ id: `o${at + 1}`, text, pinned: at % 2 === 1 }))
      const item = anExchangeItem('single-choice', {
        content: { version: 2, stem: [{ kind: 'paragraph', text: stem }], options },
        key: { version: 1, optionId: `o${(right % texts.length) + 1}`, explanation: null },
      })
      const set = { items: [item], stimuli: [], media: [] }
      const written = workbook.write(set, aids)
      assert.ok(written.kind === 'sheets')
      const back = workbook.read({ kind: 'sheets', name: 'a', sheets: written.sheets }, aids)
      assert.ok(back.ok)
      assert.deepEqual(proveCrossing(set, back.value, new Set(), false), [{ code: item.code, state: 'identical' }])
    }),
    { numRuns: 200 },
  )
})

test('any cells are read without a throw', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('填空题', '匹配题', '1=数:1', 'A', '排序题', '{{1}}'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 6 }), rows => {
      promptly(() => workbook.read({ kind: 'sheets', name: 'a', sheets: [{ name: '试题', rows: [head, ...rows] }] }, aids))
    }),
    { numRuns: fuzzRounds(300) },
  )
})
