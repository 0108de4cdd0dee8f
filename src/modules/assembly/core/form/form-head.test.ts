import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formHead } from './form-head.ts'

test('title and minutes come from the edition', () => {
  assert.deepEqual(formHead('ec-2005', 'L4'), { ok: true, value: { title: '电子商务员（四级）理论知识试卷', minutes: 90 } })
})

test('an unknown place, and a level without a theory paper, are refused', () => {
  const codeOf = (editionId: string, level: string) => {
    const head = formHead(editionId, level)
    return head.ok ? 'ok' : head.refusal.code
  }
  assert.equal(codeOf('ec-1999', 'L4'), 'edition-unknown')
  assert.equal(codeOf('ec-2005', 'L5'), 'level-unknown')
  assert.equal(codeOf('ec-2005', 'X'), 'level-unknown')
  assert.equal(codeOf('cbec-ability-fujian-2020', 'S'), 'theory-not-examined')
})
