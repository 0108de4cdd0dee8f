import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PROVENANCE_WORDS, isProvenanceText, parseProvenance, provenanceText } from './provenance.ts'

test('the three kinds of provenance are told apart', () => {
  assert.deepEqual(parseProvenance('seed'), { kind: 'seed' })
  assert.deepEqual(parseProvenance('reconstructed'), { kind: 'reconstructed' })
  assert.deepEqual(parseProvenance('found:https://example.org/a?b=1'), {
    kind: 'found',
    source: 'https://example.org/a?b=1',
    url: 'https://example.org/a?b=1',
  })
})

test('a source known by title only has no address', () => {
  assert.deepEqual(parseProvenance('found:unaddressed:助理电子商务师培训教案(理论知识)'), {
    kind: 'found',
    source: '助理电子商务师培训教案(理论知识)',
    url: null,
  })
})

test('a text that is no provenance mark is refused with its wording', () => {
  for (const text of ['', 'Seed', 'found', 'found:', 'found: ', 'found:unaddressed:', 'guess', 'reconstructed ']) {
    assert.equal(isProvenanceText(text), false, text)
    assert.throws(() => parseProvenance(text), new RangeError(`not a provenance: ${text}`))
  }
})

test('a mark survives reading and writing', () => {
  const source = fc.stringMatching(/^[a-z0-9/.:?=%\u4e00-\u9fff-]{1,40}$/)
  const mark = fc.oneof(
    fc.constant('seed'),
    fc.constant('reconstructed'),
    source.map(s => `found:${s}`),
    source.map(s => `found:unaddressed:${s}`),
  )
  fc.assert(
    fc.property(mark, text => {
      fc.pre(isProvenanceText(text))
      assert.equal(provenanceText(parseProvenance(text)), text)
    }),
  )
})

test('every kind has its word in both languages', () => {
  assert.deepEqual(
    Object.entries(PROVENANCE_WORDS).map(([kind, words]) => [kind, words.zh, words.en]),
    [
      ['seed', '种子文本', 'founding text'],
      ['found', '公开资料', 'public source'],
      ['reconstructed', '复原', 'reconstructed'],
    ],
  )
})
