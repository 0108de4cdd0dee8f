import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DeskAction, type Press, deskAction } from './desk-keys.ts'

const press = (key: string, parts: Partial<Press> = {}) =>
  deskAction({ key, held: false, composing: false, writing: false, inDialog: false, ...parts })

const TABLE: readonly (readonly [string, DeskAction | null])[] = [
  ['1', { kind: 'toggle', at: 0 }],
  ['9', { kind: 'toggle', at: 8 }],
  ['0', null],
  ['p', { kind: 'pass' }],
  ['P', { kind: 'pass' }],
  ['r', { kind: 'return' }],
  ['j', { kind: 'next' }],
  ['k', { kind: 'previous' }],
  ['v', { kind: 'reveal' }],
  ['?', { kind: 'help' }],
  ['？', { kind: 'help' }],
  ['x', null],
  ['Enter', null],
  ['Process', null],
]
for (const [key, action] of TABLE)
  test(`${key} ${action === null ? 'does nothing' : `is ${action.kind}`}`, () => assert.deepEqual(press(key), action))

for (const why of ['held', 'composing', 'writing', 'inDialog'] as const)
  test(`no key acts when it is ${why}`, () => assert.ok(TABLE.every(([key]) => press(key, { [why]: true }) === null)))
