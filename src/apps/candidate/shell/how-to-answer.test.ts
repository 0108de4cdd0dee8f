import assert from 'node:assert/strict'
import { test } from 'node:test'
import { howToAnswer, isOldShell } from './how-to-answer.ts'

const origin = 'https://a.site'
const ask = (path: string, how: { method?: string; mode?: string; at?: string } = {}) =>
  howToAnswer({ method: how.method ?? 'GET', mode: how.mode ?? 'cors', url: `${how.at ?? origin}${path}` }, origin)

test('documents come from the network first, hashed files from the cache', () => {
  assert.equal(ask('/exam/', { mode: 'navigate' }), 'network-first')
  assert.equal(ask('/exam/anything?x=1', { mode: 'navigate' }), 'network-first')
  assert.equal(ask('/exam/assets/index-abc.js'), 'cache-first')
})

test('no call of the API, nothing of another server and nothing that writes is touched', () => {
  assert.equal(ask('/api/delivery/attempts/1/state'), 'ignore')
  assert.equal(ask('/api/delivery/attempts/1/state', { mode: 'navigate' }), 'ignore')
  assert.equal(ask('/exam/assets/index-abc.js', { at: 'https://b.site' }), 'ignore')
  assert.equal(ask('/exam/', { method: 'POST', mode: 'navigate' }), 'ignore')
  assert.equal(ask('/exam/sw.js'), 'ignore')
})

test('only own shells of before are old', () => {
  assert.deepEqual(
    ['zhiheng-exam-1', 'zhiheng-exam-2', 'other'].map(name => isOldShell(name, 'zhiheng-exam-2')),
    [true, false, false],
  )
})
