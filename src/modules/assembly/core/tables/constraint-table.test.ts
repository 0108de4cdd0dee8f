import assert from 'node:assert/strict'
import { test } from 'node:test'
import { where } from '../../fixtures.ts'
import type { ConstraintBody } from '../problem/constraint.ts'
import { readConstraints } from './constraint-table.ts'

const HEAD = 'CONSTRAINT_ID,TYPE,WHAT,CONDITION,LB,UB,ONOFF,REACH'
const ALL = { kind: 'all' } as const
const each = 'each-form' as const

const rows: readonly (readonly [string, ConstraintBody])[] = [
  ['Number,Item,,30,30', { kind: 'count', unit: 'item', of: ALL, least: 30, most: 30, reach: each }],
  ['COUNT,ITEM,Per Test,30,30', { kind: 'count', unit: 'item', of: ALL, least: 30, most: 30, reach: each }],
  ['number,,,1,2', { kind: 'count', unit: 'item', of: ALL, least: 1, most: 2, reach: each }],
  ['Number,Item,,1,2,,ALL', { kind: 'count', unit: 'item', of: ALL, least: 1, most: 2, reach: 'all-forms' }],
  ['Number,Item,,1,2,on,each', { kind: 'count', unit: 'item', of: ALL, least: 1, most: 2, reach: each }],
  ['Number,Stimulus,,6,6', { kind: 'count', unit: 'stimulus', of: ALL, least: 6, most: 6, reach: each }],
  ['Number,Passage,CONTENT == 1,1,', { kind: 'count', unit: 'stimulus', of: where('CONTENT == 1'), least: 1, most: null, reach: each }],
  ['Number,Item,Per Stimulus,4,6', { kind: 'per-stimulus', of: ALL, least: 4, most: 6 }],
  ['Number,Item,PER PASSAGE,,6', { kind: 'per-stimulus', of: ALL, least: null, most: 6 }],
  ['Number,Item,PER ITEM,,2', { kind: 'uses', of: ALL, least: null, most: 2 }],
  ['Number,Item,SUBCONTENT,1,3', { kind: 'each-value', unit: 'item', attribute: 'SUBCONTENT', least: 1, most: 3 }],
  ['Number,Item,DOK >= 2,15,NA', { kind: 'count', unit: 'item', of: where('DOK >= 2'), least: 15, most: null, reach: each }],
  [
    'Number,Item,"AREA %in% c(""1A"", ""1B"")",2,3',
    { kind: 'count', unit: 'item', of: where('AREA %in% c("1A", "1B")'), least: 2, most: 3, reach: each },
  ],
  ['Min,Item,DOK == 1,3,', { kind: 'count', unit: 'item', of: where('DOK == 1'), least: 3, most: null, reach: each }],
  ['Max,Item,DOK == 1,,3', { kind: 'count', unit: 'item', of: where('DOK == 1'), least: null, most: 3, reach: each }],
  ['Max,Item,DOK == 1,3,', { kind: 'count', unit: 'item', of: where('DOK == 1'), least: null, most: 3, reach: each }],
  ['Sum,Item,WORDS,500,600', { kind: 'sum', unit: 'item', attribute: 'WORDS', of: ALL, least: 500, most: 600, reach: each }],
  [
    'Sum,Item,"WORDS, DOK == 1",50,80',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: where('DOK == 1'), least: 50, most: 80, reach: each },
  ],
  [
    'Sum,Item,WORDS[DOK == 1],50,80',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: where('DOK == 1'), least: 50, most: 80, reach: each },
  ],
  [
    'Sum,Item,"WORDS, DOK %in% c(1, 2)",50,80',
    { kind: 'sum', unit: 'item', attribute: 'WORDS', of: where('DOK %in% c(1, 2)'), least: 50, most: 80, reach: each },
  ],
  ['Average,Item,DIFF,-0.5,0.5', { kind: 'mean', unit: 'item', attribute: 'DIFF', of: ALL, least: -0.5, most: 0.5 }],
  ['Mean,Stimulus,LENGTH,,400', { kind: 'mean', unit: 'stimulus', attribute: 'LENGTH', of: ALL, least: null, most: 400 }],
  ['Enemy,Item,"ID %in% c(""a"", ""b"")",,', { kind: 'enemies', unit: 'item', of: where('ID %in% c("a", "b")') }],
  ['Mutually Exclusive,Item,DOK == 1,,', { kind: 'enemies', unit: 'item', of: where('DOK == 1') }],
  ['XOR,Stimulus,CONTENT == 1,,', { kind: 'enemies', unit: 'stimulus', of: where('CONTENT == 1') }],
  ['Include,Item,"ID == ""a""",,', { kind: 'include', unit: 'item', of: where('ID == "a"') }],
  ['Exclude,Item,PTBIS < 0.15,,', { kind: 'exclude', unit: 'item', of: where('PTBIS < 0.15') }],
  ['Not Include,Item,PTBIS < 0.15,,', { kind: 'exclude', unit: 'item', of: where('PTBIS < 0.15') }],
  ['AllOrNone,Item,DOK == 1,,', { kind: 'all-or-none', unit: 'item', of: where('DOK == 1') }],
  ['ALL OR NONE,Item,DOK == 1,,', { kind: 'all-or-none', unit: 'item', of: where('DOK == 1') }],
  ['IIF,Item,DOK == 1,,', { kind: 'all-or-none', unit: 'item', of: where('DOK == 1') }],
  ['Order,Item,LEVEL,,', { kind: 'order', unit: 'item', attribute: 'LEVEL' }],
  ['Overlap,,,,20%', { kind: 'overlap', most: 20, percent: true }],
  ['Overlap,Item,,,5', { kind: 'overlap', most: 5, percent: false }],
  ['Uses,Item,,1,3', { kind: 'uses', of: ALL, least: 1, most: 3 }],
  ['Uses,Item,DOK == 1,,3', { kind: 'uses', of: where('DOK == 1'), least: null, most: 3 }],
  ['Exposure,Item,,,10', { kind: 'exposure', of: ALL, most: 10 }],
]
for (const [row, body] of rows)
  test(`reads ${row}`, () => assert.deepEqual(readConstraints(`${HEAD}\nC1,${row}\n`), { ok: true, value: [{ id: 'C1', ...body }] }))

const wrong: readonly (readonly [string, number, RegExp])[] = [
  ['Nomber,Item,,1,1', 4, /unknown type "Nomber"/],
  ['Number,Thing,,1,1', 11, /WHAT is Item or Stimulus/],
  ['Number,Item,,x,1', 17, /the bound "x"/],
  ['Number,Item,,1,y', 19, /the bound "y"/],
  ['Number,Item,,,', 16, /needs LB or UB/],
  ['Number,Item,,3,2', 16, /LB 3 is above UB 2/],
  ['Number,Item,DOK =,1,1', 20, /condition: unknown character/],
  ['Number,Item,"DOK == ""a",1,1', 24, /never closed/],
  ['Number,Item,DOK == 1 &,1,1', 26, /value is missing/],
  ['Number,Item,,1,20%', 19, /only OVERLAP/],
  ['Number,Item,,1,1,,SOME', 22, /REACH is EACH or ALL/],
  ['Sum,Item,,1,1', 13, /is an attribute/],
  ['Sum,Item,DOK == 1,1,1', 13, /is an attribute/],
  ['Sum,Item,WORDS[DOK == 1,1,1', 13, /is an attribute/],
  ['Sum,Item,"WORDS, DOK =",1,1', 25, /unknown character/],
  ['Sum,Item,"WORDS, DOK",1,1', 13, /a condition is needed here/],
  ['Sum,Item,WORDS,,', 13, /needs LB or UB/],
  ['Order,Item,DOK == 1,,', 15, /name of an attribute/],
  ['Order,Item,,,', 15, /name of an attribute/],
  ['Enemy,Item,DOK,,', 15, /a condition is needed here/],
  ['Enemy,Item,DOK ==,,', 21, /value is missing/],
  ['Overlap,Item,,,', 17, /OVERLAP needs UB/],
  ['Uses,Item,,,', 14, /needs LB or UB/],
  ['Exposure,Item,,,', 18, /needs LB or UB/],
]
for (const [row, column, why] of wrong)
  test(`refuses ${row}`, () => {
    const read = readConstraints(`${HEAD}\nC1,${row}\n`)
    assert.ok(!read.ok)
    assert.equal(read.refusal[0]?.line, 2)
    assert.match(read.refusal[0]?.en ?? '', why)
    assert.match(read.refusal[0]?.zh ?? '', /\p{Script=Han}/u)
    assert.equal(read.refusal[0]?.column, column)
  })

test('what is OFF is left out, whatever stands in it', () => {
  assert.deepEqual(readConstraints(`${HEAD}\nC1,Order,Thing,,,,OFF\nC2,Number,Item,,1,1,ON\n`).ok, true)
})

test('constraints without ids are numbered; ids stand once', () => {
  const read = readConstraints('TYPE,CONDITION,LB,UB\nNumber,,1,1\nNumber,DOK == 1,1,1\n')
  assert.ok(read.ok)
  assert.deepEqual(
    read.value.map(constraint => constraint.id),
    ['C1', 'C2'],
  )
  const twice = readConstraints('CONSTRAINT,TYPE,CONDITION,LB,UB\n1,Number,,1,1\n1,Number,,1,1\n')
  assert.ok(!twice.ok)
  assert.match(twice.refusal[0]?.en ?? '', /"1" stands twice/)
})

test('columns that are lacking are named', () => {
  const read = readConstraints('CONSTRAINT_ID,TYPE\nC1,Number\n')
  assert.ok(!read.ok)
  assert.deepEqual(
    read.refusal.map(fault => fault.en),
    ['there is no column CONDITION', 'there is no column LB', 'there is no column UB'],
  )
})

test('every fault of a table is told, in its order', () => {
  const read = readConstraints(`${HEAD}\nC1,X,Item,,1,1\nC2,Number,Item,,a,1\nC3,Number,Item,,1,1\nC3,Number,Item,,2,1\n`)
  assert.ok(!read.ok)
  assert.deepEqual(
    read.refusal.map(fault => fault.line),
    [2, 3, 5, 5],
  )
})
