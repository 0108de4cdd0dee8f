import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Machine, after, byHand, machineFaults, moved, wrongState } from './machine.ts'

const door: Machine = {
  initial: 'shut',
  states: {
    shut: { zh: '关着', on: { open: 'open', lock: 'locked' } },
    open: { zh: '开着', on: { shut: 'shut' } },
    locked: { zh: '锁着', on: {} },
  },
  triggers: { open: '开门', lock: '锁门', shut: '关门' },
}

test('a trigger leads on where the state knows it, and nowhere else', () => {
  assert.equal(after(door, 'shut', 'open'), 'open')
  assert.equal(after(door, 'locked', 'open'), undefined)
  assert.equal(moved(door, 'open', 'shut'), 'shut')
  assert.throws(() => moved(door, 'locked', 'open'), /no way/)
})

test('a wrong state is refused by naming the state and what it would allow', () => {
  assert.deepEqual(wrongState(door, 'shut'), { ok: false, code: 'E_STATE', facts: { state: '关着', allowed: '开门、锁门' } })
  assert.deepEqual(wrongState(door, 'locked').facts, { state: '锁着', allowed: '无' })
})

test('what only others do is not offered', () => {
  assert.deepEqual(wrongState(byHand(door, ['open', 'shut']), 'shut').facts, { state: '关着', allowed: '开门' })
  assert.equal(after(byHand(door, ['shut']), 'shut', 'lock'), undefined)
})

test('faults of a machine are found', () => {
  assert.deepEqual(machineFaults(door), [])
  const broken: Machine = {
    initial: 'a',
    states: { a: { zh: '甲', on: { go: 'b' } }, c: { zh: '丙', on: {} } },
    triggers: { never: '无' },
  }
  assert.deepEqual(machineFaults(broken), [
    'there is no state b',
    'nothing leads to c',
    'trigger go has no Chinese',
    'trigger never is used nowhere',
  ])
})
