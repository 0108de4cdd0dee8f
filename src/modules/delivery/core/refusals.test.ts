import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliveryRefusals } from './refusals.ts'

test('every refusal says in both languages what was refused and names the same facts', () => {
  for (const [code, text] of Object.entries(deliveryRefusals)) {
    const facts = (s: string) =>
      [...s.matchAll(/\{(\w+)\}/g)]
        .map(m => m[1])
        .toSorted()
        .join()
    assert.equal(facts(text.zh), facts(text.en), code)
    assert.match(text.zh, /。$/, code)
    assert.doesNotMatch(text.zh, /[,;!?]|\p{Script=Han} [\w{]|[\w}] \p{Script=Han}/u, code)
  }
})
