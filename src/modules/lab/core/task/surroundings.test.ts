import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlayStep } from '../app/play.ts'
import { engineOf, perform } from '../app/stage.test.ts'
import { surroundingsOf } from './surroundings.ts'

const engine = engineOf()
const apps = {
  desk: {
    fields: [
      { id: 'qty', zh: '数量', type: 'number' },
      { id: 'sum', zh: '合计', type: 'number' },
    ],
  },
}
const put = (field: string, value: string): PlayStep => ['desk.answer.set', { field, value }]
const around = (steps: readonly PlayStep[], params = {}) => surroundingsOf(engine, perform({ name: 's', apps, steps }).world, params)

test('facts come from the state as it stands, by the event they rest on', () => {
  const { rows } = around([put('sum', '2'), put('qty', '1'), put('sum', '3')])
  assert.deepEqual(
    rows('desk.answer').map(r => [r['field'], r['value']]),
    [
      ['qty', '1'],
      ['sum', '3'],
    ],
    'the sum was typed again and so stands last',
  )
})

test('events come from the present lap, with time and doer', () => {
  const steps: PlayStep[] = [put('qty', '1'), ['desk.task.reset', {}], ['desk.clock.advance', { mode: 'hour' }], put('qty', '2')]
  const rows = around(steps).rows('@desk.answerSet')
  assert.deepEqual(
    rows.map(r => [r['field'], r['value'], r['by'], r['at']]),
    [['qty', '2', 'clerk', 1_772_416_800]],
  )
  assert.ok(Number(rows[0]?.['seq']) > 4)
})

test('what the world does not hold has no rows, and asking twice reads once', () => {
  const at = around([put('qty', '1')])
  for (const source of ['mail.sent', 'desk.nothing', 'nowhere.at', '@mail.sent', '@desk.nothing'])
    assert.deepEqual(at.rows(source), [], source)
  assert.equal(at.rows('desk.answer'), at.rows('desk.answer'))
})

test('types of fields come from the catalogue, params from who asks', () => {
  const at = around([], { qty: 7 })
  assert.equal(at.typeOf('desk.doc', 'text'), 'prose')
  assert.equal(at.typeOf('desk.doc', 'headings'), 'list')
  assert.deepEqual(
    [at.typeOf('desk.doc', 'nix'), at.typeOf('desk.nix', 'text'), at.typeOf('@desk.docSaved', 'name')],
    Array(3).fill(undefined),
  )
  assert.deepEqual(at.params, { qty: 7 })
})
