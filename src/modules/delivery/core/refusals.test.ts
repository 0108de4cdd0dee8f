import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DELIVERY_REFUSAL_PARTS, deliveryRefusals } from './refusals.ts'

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

test('a code is said in one place', () => {
  const codes = DELIVERY_REFUSAL_PARTS.flatMap(part => Object.keys(part))
  assert.deepEqual(
    codes.filter((code, at) => codes.indexOf(code) !== at),
    [],
  )
})
