import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Irt } from '../problem/irt.ts'
import { PARAMETER_KEYS, parameterReader } from './parameter-columns.ts'
import { readSheet } from './sheet.ts'

/** The parameters of each row, or what is wrong with it; null when the table has none. */
function parameters(csv: string): readonly (Irt | string | null)[] | null {
  const sheet = readSheet(csv)
  assert.ok(sheet.ok)
  const reader = parameterReader(sheet.value)
  if (reader === null) return null
  return sheet.value.rows.map(row => {
    const read = reader(row)
    return read.ok ? read.value : `${read.refusal.line}:${read.refusal.column} ${read.refusal.en}`
  })
}

test('a table without parameters has no reader', () => {
  for (const csv of ['ID,X\na,1\n', 'ID,MODEL\na,3PL\n', 'ID,PAR1\na,1\n', 'ID,a,c\nx,1,0.2\n', 'ID,b\nx,NA\n'])
    assert.equal(parameters(csv), null, csv)
})

test('a model takes the parameters it finds, each row its own', () => {
  assert.deepEqual(parameters('ID,MODEL,PAR1,PAR2,PAR3\na,3PL,1,0,0.2\nb,1PL,0.5,,\nc,GPC,1,-1,1\nd,NA,,,\n'), [
    { model: '3PL', parameters: [1, 0, 0.2] },
    { model: '1PL', parameters: [0.5] },
    { model: 'GPC', parameters: [1, -1, 1] },
    null,
  ])
})

test('faults stand where they are', () => {
  assert.deepEqual(parameters('ID,MODEL,PAR1,PAR2\na,4PL,1,0\nb,2PL,1,x\nc,2PL,1,\nd,2PL,-1,0\n'), [
    '2:3 unknown model "4PL", not one of 1PL, 2PL, 3PL, PC, GPC, GR',
    '3:9 the parameter "x" is not a number',
    '4:3 2PL takes 2 parameters, not 1',
    '5:3 the discrimination is not positive',
  ])
})

test('letters: a row without guessing is one of two parameters, one without difficulty has none', () => {
  assert.deepEqual(parameters('ID,A,B,C\nx,1,0,0.2\ny,2,1,\nz,,1,0.2\nw,1,,\n'), [
    { model: '3PL', parameters: [1, 0, 0.2] },
    { model: '2PL', parameters: [2, 1] },
    { model: '1PL', parameters: [1] },
    null,
  ])
})

test('only difficulties that are all judgements from 1 to 5 are mapped', () => {
  assert.deepEqual(parameters('ID,DIFFICULTY\nx,1\ny,3\nz,\n'), [
    { model: '1PL', parameters: [-2] },
    { model: '1PL', parameters: [0] },
    null,
  ])
  assert.deepEqual(parameters('ID,DIFFICULTY\nx,1\ny,0\n'), [
    { model: '1PL', parameters: [1] },
    { model: '1PL', parameters: [0] },
  ])
  assert.deepEqual(parameters('ID,SLOPE,DIFFICULTY\nx,1,3\n'), [{ model: '2PL', parameters: [1, 3] }])
  assert.deepEqual(parameters('ID,B\nx,3\n'), [{ model: '1PL', parameters: [3] }])
})

test('the columns of parameters are no attributes', () => {
  for (const key of ['MODEL', 'PAR1', 'PAR20']) assert.ok(PARAMETER_KEYS.has(key))
  for (const key of ['PAR21', 'A', 'DIFFICULTY', 'ID']) assert.ok(!PARAMETER_KEYS.has(key))
})
