import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { withTree } from '../read/temporary-tree.ts'
import { findChromium } from './chromium.ts'

test('CHROMIUM wins', () => {
  withTree({ 'my-browser': '' }, root => assert.equal(findChromium({ CHROMIUM: join(root, 'my-browser') }), join(root, 'my-browser')))
})

test('a CHROMIUM that is not there is no Chromium, and no other is taken for it', () => {
  assert.equal(findChromium({ CHROMIUM: '/nowhere/chromium', PATH: '/usr/bin' }), null)
})

test('a browser on the PATH is found by its other names', t => {
  if (findChromium({}) !== null) return t.diagnostic('this machine has /usr/bin/chromium, which comes first')
  withTree({ 'bin/google-chrome': '' }, root => assert.equal(findChromium({ PATH: join(root, 'bin') }), join(root, 'bin/google-chrome')))
})
