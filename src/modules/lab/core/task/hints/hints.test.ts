import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hintCost, openedHints } from './hint-cost.ts'

test('a hint costs half of the marks of its check, rounded up to half marks, and only where the mode sells hints', () => {
  assert.deepEqual(
    [100, 150, 200, 50, 0].map(max => hintCost('practice', max)),
    [50, 100, 100, 50, 0],
  )
  for (const mode of ['explore', 'guided', 'module-quiz', 'final', 'replay'] as const) assert.equal(hintCost(mode, 200), null, mode)
})

test('what was opened stays opened over resets', () => {
  const event = (type: string, data: object) => ({ type, data: data as never })
  const events = [event('desk.hinted', { check: 'a' }), event('world.reset', { to: 1 }), event('desk.hinted', { check: 'a' })]
  assert.deepEqual([...openedHints(events)], ['a'])
  assert.equal(openedHints([event('desk.rescued', { id: 'a' })]).size, 0)
})
