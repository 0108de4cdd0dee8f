import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, SITTING } from '../../fixtures.ts'
import { type PurgeFacts, type ResultReceipt, mayPurge, receiptSigningText } from './purge.ts'

const receipt: ResultReceipt = {
  format: 'zhiheng-result-receipt',
  version: 1,
  siteCode: '1101-03',
  sittingId: SITTING,
  root: 'a'.repeat(64),
  stateDigest: 'b'.repeat(64),
  receivedAt: OPENING,
  purgeFrom: plusMinutes(OPENING, 30 * 1440),
}
const facts: PurgeFacts = {
  sittingId: SITTING,
  stateDigest: receipt.stateDigest,
  receipt,
  signature: `centre ${receiptSigningText(receipt)}`,
  centreKey: 'centre',
  isSignedBy: (key, text, signature) => signature === `${key} ${text}`,
}
const late = plusMinutes(OPENING, 31 * 1440)
const codeOf = (changes: Partial<PurgeFacts> = {}, now: Instant = late) => {
  const may = mayPurge({ ...facts, ...changes }, now)
  return may.ok ? 'ok' : may.refusal.code
}

test('with the receipt and from its date on a sitting may go', () => {
  assert.equal(codeOf(), 'ok')
  assert.equal(codeOf({}, receipt.purgeFrom as Instant), 'ok')
  assert.equal(codeOf({}, (receipt.purgeFrom - 1) as Instant), 'purge-too-early')
})

test('no receipt, a receipt of nobody, a receipt with another date', () => {
  assert.equal(codeOf({ receipt: null }), 'purge-without-receipt')
  assert.equal(codeOf({ signature: '' }), 'purge-without-receipt')
  assert.equal(codeOf({ centreKey: 'other' }), 'purge-without-receipt')
  assert.equal(codeOf({ receipt: { ...receipt, purgeFrom: 0 } }), 'purge-without-receipt')
})

test('a receipt for another sitting, or for less than stands here', () => {
  assert.equal(codeOf({ sittingId: 'other' }), 'purge-receipt-differs')
  assert.equal(codeOf({ stateDigest: 'c'.repeat(64) }), 'purge-receipt-differs')
})
