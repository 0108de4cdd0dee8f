import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newAgePair, openSealedText, sealTextTo } from './age-text.ts'
import { openUnderPassPhrase, sealUnderPassPhrase } from './pass-phrase.ts'

test('what lies under a pass phrase opens with it alone, however its characters are composed', async () => {
  const kept = await sealUnderPassPhrase('a private key', '静水流深，行稳致远 café')
  assert.doesNotMatch(kept, /private/)
  assert.equal(await openUnderPassPhrase(kept, '静水流深，行稳致远 café'), 'a private key')
  assert.equal(await openUnderPassPhrase(kept, '静水流深，行稳致远 cafe'), null)
  assert.notEqual(await sealUnderPassPhrase('a private key', '静水流深，行稳致远 café'), kept)
})

test('a changed part of what is kept opens with nothing', async () => {
  const kept = await sealUnderPassPhrase('a private key', 'a pass phrase')
  const parts = kept.split('$')
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    const changed = parts.with(at, `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`).join('$')
    assert.equal(await openUnderPassPhrase(changed, 'a pass phrase'), null, String(at))
  }
  assert.equal(await openUnderPassPhrase('', 'a pass phrase'), null)
})

test('what is sealed to one opens for nobody else', async () => {
  const [one, other] = [await newAgePair(), await newAgePair()]
  const sealed = await sealTextTo('一份密钥份额', one.recipient)
  assert.equal(await openSealedText(sealed, one.identity), '一份密钥份额')
  assert.equal(await openSealedText(sealed, other.identity), null)
  assert.equal(await openSealedText(sealed.slice(0, -8), one.identity), null)
})
