import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fuzzRounds, promptly } from '../../../../../tools/testing/fuzz.ts'
import { readConstraints } from './constraint-table.ts'
import { readCsv, refuseTable, tableFault } from './csv.ts'
import { readPool } from './pool-tables.ts'
import { cellUnder, columnValues, isMissing, numberIn, readSheet } from './sheet.ts'

const FUZZ = fuzzRounds(2_000)

function texts(csv: string): string[][] {
  const read = readCsv(csv)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value.map(row => row.cells.map(cell => cell.text))
}

const tables: readonly (readonly [string, string, string[][]])[] = [
  [
    'plain',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no last line end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['line ends of every kind', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
  ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
  ['empty lines', '\n\na\n\n,\nb\n', [['a'], ['b']]],
  ['quotes', '"a","b ""c"" d","e, f"\n', [['a', 'b "c" d', 'e, f']]],
  ['a line end inside quotes', '"a\nb",c', [['a\nb', 'c']]],
  ['an empty cell in quotes', '""\n', [['']]],
  ['blanks around', ' a , b ', [['a', 'b']]],
  [
    'tabs',
    'a\tb\n1\t2,3',
    [
      ['a', 'b'],
      ['1', '2,3'],
    ],
  ],
  [
    'semicolons',
    'a;b\n1;2,5',
    [
      ['a', 'b'],
      ['1', '2,5'],
    ],
  ],
  [
    'empty cells',
    'a,,c\n,,x',
    [
      ['a', '', 'c'],
      ['', '', 'x'],
    ],
  ],
  ['nothing', '', []],
  ['a quote inside a cell', 'a"b,c', [['a"b', 'c']]],
]
for (const [what, csv, rows] of tables) test(`reads ${what}`, () => assert.deepEqual(texts(csv), rows))

test('cells know where they begin', () => {
  const read = readCsv('ab,c\n"x\ny",z\n,q')
  assert.ok(read.ok)
  assert.deepEqual(
    read.value.flatMap(row => row.cells.map(cell => [cell.line, cell.column, cell.quoted])),
    [
      [1, 1, false],
      [1, 4, false],
      [2, 1, true],
      [3, 4, false],
      [4, 1, false],
      [4, 2, false],
    ],
  )
})

const broken: readonly (readonly [string, string, number, number, RegExp])[] = [
  ['an open quote', 'a,b\n1,"2', 2, 3, /never closed/],
  ['something after a quote', 'a,b\n"1"x,2', 2, 4, /must end/],
]
for (const [what, csv, line, column, why] of broken)
  test(`refuses ${what}`, () => {
    const read = readCsv(csv)
    assert.ok(!read.ok)
    assert.deepEqual([read.refusal[0]?.line, read.refusal[0]?.column], [line, column])
    assert.match(read.refusal[0]?.en ?? '', why)
  })

test('tables have an end', () => assert.ok(!readCsv('a\n'.repeat(100_002)).ok))

test('faults come in the order of the table, a hundred at most', () => {
  const faults = Array.from({ length: 300 }, (_, n) => tableFault(300 - n, 1, '错', 'wrong'))
  const { refusal } = refuseTable(faults)
  assert.equal(refusal.length, 100)
  assert.deepEqual([refusal[0]?.line, refusal[99]?.line], [1, 100])
})

test('writing and reading gives the same cells', () => {
  const anyCell = fc.oneof(fc.constantFrom('', 'a', 'NA', '"', ',', 'x\ny', '题'), fc.string({ maxLength: 8 })).map(text => text.trim())
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), rows => {
      const csv = rows.map(row => row.map(quoted).join(',')).join('\r\n')
      assert.deepEqual(texts(csv), rows)
    }),
  )
})

test('a sheet finds columns by name, whatever the case', () => {
  const read = readSheet('Id,,Words\na,1,2\nb\n')
  assert.ok(read.ok)
  assert.deepEqual(read.value.keys, ['ID', '#2', 'WORDS'])
  const [first, second] = read.value.rows
  assert.ok(first && second)
  assert.equal(cellUnder(read.value, first, 'SIZE', 'WORDS')?.text, '2')
  assert.equal(cellUnder(read.value, second, 'WORDS')?.text, '')
  assert.equal(cellUnder(read.value, first, 'SIZE'), null)
})

const sheets: readonly (readonly [string, string, RegExp])[] = [
  ['an empty table', '', /empty/],
  ['a head alone', 'ID,A\n', /no row/],
  ['a name twice', 'ID,a,A\nx,1,2\n', /stands twice/],
  ['a row too long', 'ID,A\nx,1,2\n', /3 cells, the head 2/],
]
for (const [what, csv, why] of sheets)
  test(`${what} is refused`, () => {
    const read = readSheet(csv)
    assert.ok(!read.ok)
    assert.match(read.refusal[0]?.en ?? '', why)
  })

test('a column is made of numbers when all its values are', () => {
  const read = readSheet('A,B,C\n1,1,"NA"\n2.5,x,NA\n,NA,\n-1e2,,7\n')
  assert.ok(read.ok)
  assert.deepEqual(columnValues(read.value, 'A'), [1, 2.5, null, -100])
  assert.deepEqual(columnValues(read.value, 'B'), ['1', 'x', null, null])
  assert.deepEqual(columnValues(read.value, 'C'), ['NA', null, null, '7'])
})

test('what is a number and what is missing', () => {
  const numbers = ['1', '-1.5', '+.5', '1.', '1e3', '1E-3'].map(numberIn)
  assert.deepEqual(numbers, [1, -1.5, 0.5, 1, 1000, 0.001])
  for (const text of ['', 'x', '1,5', '0x10', '1e999', 'Infinity', '--1', '1 2', '.']) assert.equal(numberIn(text), null, text)
  assert.ok(isMissing(null))
  assert.ok(isMissing({ text: 'NA', line: 1, column: 1, quoted: false }))
  assert.ok(!isMissing({ text: 'NA', line: 1, column: 1, quoted: true }))
})

const pieces = [
  'ID',
  'TYPE',
  'CONDITION',
  'LB',
  'UB',
  ',',
  ',',
  '\n',
  '\n',
  '"',
  'Number',
  'Item',
  'DOK == 1',
  'c(',
  '1',
  '2',
  'NA',
  'OFF',
  'Per Stimulus',
  'MODEL',
  'PAR1',
  '3PL',
  '\t',
  ';',
  '\r',
  '题',
  'SUM',
  'WORDS[',
  ']',
]

test('whatever the text, tables are read or refused with places inside them', () => {
  const head = fc.constantFrom('', 'ID,TYPE,WHAT,CONDITION,LB,UB,ONOFF\n', 'ID,STID,MODEL,PAR1,PAR2\n', 'ID,A,B,C,EXPOSURE\n')
  const anyText = fc.oneof(
    fc.string({ maxLength: 120 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 50 }).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(head, anyText, (first, text) => {
      const csv = first + text
      const lines = csv.split(/\r\n|\r|\n/).length
      const constraints = promptly(() => readConstraints(csv))
      const pool = promptly(() => readPool({ items: csv, parameters: null, stimuli: null }))
      for (const read of [constraints, pool])
        if (!read.ok) {
          assert.ok(read.refusal.length > 0)
          for (const fault of read.refusal) assert.ok(fault.line >= 1 && fault.line <= lines && fault.column >= 1, JSON.stringify(fault))
        }
      if (pool.ok) assert.ok(pool.value.items.every(item => item.id !== ''))
    }),
    { numRuns: FUZZ, seed: 20_260_102 },
  )
})
