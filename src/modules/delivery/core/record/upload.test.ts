import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SITTING } from '../../fixtures.ts'
import { PART_BYTES, UploadClaim, claimText, lengthOfPart, partsOf } from './upload.ts'

test('parts cover the file without a gap, and the last one is what is left', () => {
  for (const bytes of [1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 5 * PART_BYTES + 17]) {
    const parts = partsOf({ bytes })
    const lengths = Array.from({ length: parts }, (_, n) => lengthOfPart({ bytes }, n + 1) ?? assert.fail())
    assert.equal(
      lengths.reduce((sum, one) => sum + one, 0),
      bytes,
    )
    assert.ok(lengths.every(one => one > 0 && one <= PART_BYTES))
    for (const strange of [0, parts + 1, -1, 1.5, Number.NaN]) assert.equal(lengthOfPart({ bytes }, strange), null)
  }
})

test('what a site signs has one text, and names every value', () => {
  const claim = { format: 'zhiheng-result-upload', version: 1, siteCode: '1101-03', sittingId: SITTING, bytes: 9, sha256: 'a'.repeat(64) }
  const read = UploadClaim.parse(claim)
  const text = claimText(read)
  assert.match(text, /^zhiheng result upload 1\n\{/)
  for (const value of [claim.siteCode, claim.sittingId, claim.sha256]) assert.ok(text.includes(value))
  assert.equal(claimText(UploadClaim.parse(Object.fromEntries(Object.entries(claim).toReversed()))), text)
  assert.equal(UploadClaim.safeParse({ ...claim, bytes: 0 }).success, false)
})
