import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandOf } from './keyboard.ts'

test('keys choose, turn and mark; with a modifier, in a field or while composing they belong to somebody else', () => {
  const press = (key: string, more = {}) =>
    commandOf({ key, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, inField: false, ...more })
  assert.deepEqual(
    [press('1'), press('b'), press('E')],
    [0, 1, 4].map(place => ({ kind: 'option', place })),
  )
  assert.deepEqual([press('ArrowLeft')?.kind, press('ArrowRight')?.kind, press('M')?.kind], ['previous', 'next', 'mark'])
  for (const key of ['9', 'z', 'Enter', 'Tab', ' ', '']) assert.equal(press(key), null, key)
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }, { inField: true }])
    assert.equal(press('1', more), null)
})
