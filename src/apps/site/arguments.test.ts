import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArguments } from './arguments.ts'

const peerOf = (words: readonly string[], environment = {}) => parseArguments(words, environment)?.peer

test('the other server of a site is named by an address, on the command line or in the environment', () => {
  assert.equal(peerOf([]), null)
  assert.equal(peerOf(['--peer', 'http://10.0.0.2:8090']), 'http://10.0.0.2:8090')
  assert.equal(peerOf([], { ZHIHENG_SITE_PEER: 'http://10.0.0.2:8090' }), 'http://10.0.0.2:8090')
  assert.equal(peerOf([], { ZHIHENG_SITE_PEER: '' }), null)
  for (const wrong of ['10.0.0.2:8090', 'ftp://10.0.0.2', 'http://10.0.0.2/api', 'http://10.0.0.2?x=1', ''])
    assert.equal(parseArguments(['--peer', wrong], {}), null, wrong)
})
