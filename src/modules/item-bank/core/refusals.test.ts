import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemBankRefusals } from './refusals.ts'

test('texts say what and what next, with the same facts in both languages', () => {
  for (const [code, { zh, en }] of Object.entries(itemBankRefusals)) {
    const facts = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)]
        .map(match => match[1])
        .toSorted()
        .join()
    assert.equal(facts(zh), facts(en), code)
    assert.match(zh, /。.*。$/, code)
    assert.doesNotMatch(zh, /[\p{Script=Han}] |[ ]\p{Script=Han}|[,;!?]/u, code)
    assert.doesNotMatch(en, /\p{Script=Han}/u, code)
  }
})
