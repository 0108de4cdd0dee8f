import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Pool } from '../problem/pool.ts'
import { type PoolTexts, readPool } from './pool-tables.ts'

function pool(items: string, more: Partial<PoolTexts> = {}): Pool {
  const read = readPool({ items, parameters: null, stimuli: null, ...more })
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}
function faults(items: string, more: Partial<PoolTexts> = {}): string[] {
  const read = readPool({ items, parameters: null, stimuli: null, ...more })
  assert.ok(!read.ok)
  for (const fault of read.refusal) assert.match(fault.zh, /\p{Script=Han}/u)
  return read.refusal.map(fault => `${fault.table} ${fault.line}:${fault.column} ${fault.en}`)
}

test('attributes, stimulus and exposure of items', () => {
  const { items, stimuli } = pool('ID,STID,Area,DOK,EXPOSURE\na,S1,K1,2,3\nb,,K2,NA,\n')
  assert.deepEqual(items[0], {
    id: 'a',
    attributes: { ID: 'a', STID: 'S1', AREA: 'K1', DOK: 2, EXPOSURE: 3 },
    irt: null,
    stimulusId: 'S1',
    exposure: 3,
  })
  assert.deepEqual([items[1]?.stimulusId, items[1]?.attributes['DOK'], items[1]?.exposure], [null, null, 0])
  assert.deepEqual(stimuli, [{ id: 'S1', attributes: {} }])
})

test('a column without a name is left out', () => {
  assert.deepEqual(Object.keys(pool(',ID,A\n1,a,x\n2,b,y\n').items[0]?.attributes ?? {}), ['ID', 'A'])
})

test('parameters in the same table or in their own', () => {
  const irt = { model: '3PL', parameters: [1.2, -0.5, 0.2] }
  assert.deepEqual(pool('ID,MODEL,PAR1,PAR2,PAR3\na,3PL,1.2,-0.5,0.2\n').items[0]?.irt, irt)
  assert.deepEqual(
    pool('ID,X\na,1\nb,2\n', { parameters: 'ID,MODEL,PAR1,PAR2,PAR3\na,3PL,1.2,-0.5,0.2\n' }).items.map(item => item.irt),
    [irt, null],
  )
  assert.ok(!('PAR1' in (pool('ID,MODEL,PAR1\na,1PL,0\n').items[0]?.attributes ?? {})))
})

const models: readonly (readonly [string, string, string, readonly number[]])[] = [
  ['1PL', '1PL,0.5', '1PL', [0.5]],
  ['its old name', 'Rasch,0.5', '1PL', [0.5]],
  ['a prefix', 'item_2PL,1,0.5', '2PL', [1, 0.5]],
  ['small letters', '3pl,1,0,0.2', '3PL', [1, 0, 0.2]],
  ['a digit', '2,1,0', '2PL', [1, 0]],
  ['partial credit', 'GPC,0.9,-1,0,1', 'GPC', [0.9, -1, 0, 1]],
  ['partial credit by its long name', 'GPCM,0.9,-1,0', 'GPC', [0.9, -1, 0]],
  ['graded', 'GR,2,-1,0,1', 'GR', [2, -1, 0, 1]],
  ['Masters', 'PCM,0,1', 'PC', [0, 1]],
]
for (const [what, row, model, parameters] of models)
  test(`a model named by ${what}`, () => {
    const head = `ID,MODEL,${parameters.map((_, n) => `PAR${n + 1}`).join()},PAR9`
    assert.deepEqual(pool(`${head}\na,${row},\n`).items[0]?.irt, { model, parameters })
  })

test('columns a, b, c make as many parameters as there are', () => {
  assert.deepEqual(pool('ID,a,b,c\nx,1.1,0.2,0.25\n').items[0]?.irt, { model: '3PL', parameters: [1.1, 0.2, 0.25] })
  assert.deepEqual(pool('ID,a,b\nx,1.1,0.2\n').items[0]?.irt, { model: '2PL', parameters: [1.1, 0.2] })
  assert.deepEqual(pool('item,difficulty\nx,-1.25\n').items[0]?.irt, { model: '1PL', parameters: [-1.25] })
  assert.deepEqual(pool('ID,discrimination,difficulty,guessing\nx,1,0,0.2\n').items[0]?.irt, { model: '3PL', parameters: [1, 0, 0.2] })
  assert.equal(pool('ID,b\nx,\ny,1\n').items[0]?.irt, null)
  assert.equal(pool('ID,b\nx,hard\ny,easy\n').items[0]?.irt, null)
})

test('a difficulty judged from 1 to 5 becomes an ability and stays an attribute', () => {
  const [first] = pool('ID,DIFFICULTY\nx,5\ny,1\n').items
  assert.deepEqual(first?.irt, { model: '1PL', parameters: [2] })
  assert.equal(first?.attributes['DIFFICULTY'], 5)
  assert.deepEqual(pool('ID,DIFFICULTY\nx,5\ny,1.5\n').items[0]?.irt, { model: '1PL', parameters: [5] })
})

test('stimuli with their own attributes', () => {
  const { stimuli } = pool('ID,STID\na,S2\n', { stimuli: 'STID,NITEM\nS1,9\nS2,5\n' })
  assert.deepEqual(stimuli[1], { id: 'S2', attributes: { STID: 'S2', NITEM: 5 } })
})

test('Chinese heads', () => {
  const { items, stimuli } = pool('题号,材料编号,知识范围,曝光次数\n甲1,材1,网络营销,2\n')
  assert.deepEqual(
    [items[0]?.id, items[0]?.stimulusId, items[0]?.exposure, items[0]?.attributes['知识范围']],
    ['甲1', '材1', 2, '网络营销'],
  )
  assert.equal(stimuli[0]?.id, '材1')
})

const wrong: readonly (readonly [string, string, Partial<PoolTexts>, RegExp])[] = [
  ['no column of ids', 'NAME\na\n', {}, /^items 1:1 there is no column ID/],
  ['an empty id', 'ID,X\n,1\n', {}, /^items 2:1 the id is empty/],
  ['an id twice', 'X,ID\n1,a\n1,a\n', {}, /^items 3:3 the id "a" stands twice/],
  ['half an exposure', 'ID,EXPOSURE\na,1.5\n', {}, /^items 2:3 the exposure "1.5"/],
  ['an unknown model', 'ID,MODEL,PAR1\na,9PL,1\n', {}, /^items 2:3 unknown model "9PL"/],
  ['too few parameters', 'ID,MODEL,PAR1\na,2PL,1\n', {}, /^items 2:3 2PL takes 2/],
  ['a parameter that is no number', 'ID,MODEL,PAR1\na,1PL,x\n', {}, /^items 2:7 the parameter "x"/],
  ['a discrimination of nothing', 'ID,a,b\nx,0,1\n', {}, /^items 2:5 the discrimination/],
  ['parameters of an unknown item', 'ID\na\n', { parameters: 'ID,b\nz,1\n' }, /^parameters 2:1 "z" is not in the table of items/],
  ['a table of parameters without any', 'ID\na\n', { parameters: 'ID,X\na,1\n' }, /^parameters 1:1 there are neither/],
  ['an unknown stimulus', 'ID,STID\na,S9\n', { stimuli: 'STID\nS1\n' }, /^stimuli 1:1 the stimulus S9 of item a/],
  ['stimuli without ids', 'ID\na\n', { stimuli: 'NITEM\n5\n' }, /^stimuli 1:1 there is no column STID/],
  ['a torn quote', 'ID\n"a\n', {}, /^items 2:1 the quote/],
  ['a torn quote in parameters', 'ID\na\n', { parameters: 'ID\n"a\n' }, /^parameters 2:1 the quote/],
  ['a torn quote in stimuli', 'ID\na\n', { stimuli: 'STID\n"a\n' }, /^stimuli 2:1 the quote/],
]
for (const [what, items, more, why] of wrong) test(`refuses ${what}`, () => assert.match(faults(items, more)[0] ?? '', why))
