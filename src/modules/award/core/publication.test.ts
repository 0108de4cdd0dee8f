import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf, plusMinutes } from '../../../kernel/instant.ts'
import { approvePublication, isPublished, proposePublication, returnPublication } from './publication.ts'

const AT = instantOf('2018-02-01T09:00:00+08:00')
const NOON = instantOf('2018-02-01T12:00:00+08:00')
const PROPOSED = proposePublication({ sessionId: 's-1', digest: 'd1', proposedBy: 'person:a', proposedAt: AT })
const approval = (by: string, digest = 'd1') => ({ by, digest, at: AT, visibleFrom: NOON })
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)

test('two people publish, and only the results that were proposed', () => {
  assert.equal(codeOf(approvePublication(PROPOSED, approval('person:a'))), 'same-person')
  assert.equal(codeOf(approvePublication(PROPOSED, approval('person:b', 'd2'))), 'results-changed')
  const approved = approvePublication(PROPOSED, approval('person:b'))
  assert.ok(approved.ok)
  assert.deepEqual(approved.value, { ...PROPOSED, state: { kind: 'approved', by: 'person:b', at: AT, visibleFrom: NOON } })
})

test('results are visible from the appointed minute, never before and never without approval', () => {
  const approved = approvePublication(PROPOSED, approval('person:b'))
  assert.ok(approved.ok)
  assert.equal(isPublished(approved.value, plusMinutes(NOON, -1)), false)
  assert.equal(isPublished(approved.value, NOON), true)
  assert.equal(isPublished(PROPOSED, plusMinutes(NOON, 999)), false)
})

test('a proposal goes back with a reason, and is closed then', () => {
  const back = returnPublication(PROPOSED, { by: 'person:b', at: AT, reason: ' 第3考场成绩待复核 ' })
  assert.ok(back.ok)
  assert.deepEqual(back.value.state, { kind: 'returned', by: 'person:b', at: AT, reason: '第3考场成绩待复核' })
  assert.equal(codeOf(returnPublication(PROPOSED, { by: 'person:b', at: AT, reason: ' ' })), 'return-reason-missing')
  assert.equal(codeOf(returnPublication(PROPOSED, { by: 'person:a', at: AT, reason: 'r' })), 'same-person')
  assert.equal(codeOf(approvePublication(back.value, approval('person:b'))), 'wrong-state')
  assert.equal(isPublished(back.value, NOON), false)
})

test('what is approved can be neither approved again nor returned', () => {
  const approved = approvePublication(PROPOSED, approval('person:b'))
  assert.ok(approved.ok)
  assert.equal(codeOf(approvePublication(approved.value, approval('person:c'))), 'wrong-state')
  assert.equal(codeOf(returnPublication(approved.value, { by: 'person:c', at: AT, reason: 'r' })), 'wrong-state')
})

test('whoever tries what, approved results always rest on two different people', () => {
  const step = fc.record({
    act: fc.constantFrom('approve', 'return'),
    by: fc.constantFrom('person:a', 'person:b', 'person:c'),
    digest: fc.constantFrom('d1', 'd2'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), steps => {
      let publication = PROPOSED
      for (const { act, by, digest } of steps) {
        const done =
          act === 'approve'
            ? approvePublication(publication, approval(by, digest))
            : returnPublication(publication, { by, at: AT, reason: 'r' })
        if (done.ok) publication = done.value
      }
      if (publication.state.kind !== 'proposed') assert.notEqual(publication.state.by, publication.proposedBy)
      assert.equal(publication.digest, 'd1')
    }),
  )
})
