import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { joinShares, splitSecret } from '../../../../platform/sealing/key-shares.ts'
import { writeShare } from '../../../delivery/contract.ts'
import { handOutTimes, type KnownShare, mayFetchKey, mayJoinKey, readShares } from './hand-out.ts'

const START = instantOf('2026-12-26T08:30:00+08:00')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const real = { rehearsal: false, firstStart: START }
const codeOf = (result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => result.refusal?.code ?? 'ok'

test('custodians join from an hour before the first sitting, sites fetch from half an hour before', () => {
  assert.deepEqual(handOutTimes(real), { joinFrom: plusMinutes(START, -60), fetchFrom: plusMinutes(START, -30) })
  assert.equal(codeOf(mayJoinKey(real, plusMinutes(START, -61))), 'key-joined-too-early')
  assert.equal(codeOf(mayJoinKey(real, plusMinutes(START, -60))), 'ok')
  const joined = { ...real, handedOutAt: plusMinutes(START, -50) }
  assert.equal(codeOf(mayFetchKey(joined, plusMinutes(START, -31))), 'opening-key-too-early')
  assert.equal(codeOf(mayFetchKey(joined, plusMinutes(START, -30))), 'ok')
  assert.equal(codeOf(mayFetchKey({ ...real, handedOutAt: null }, plusMinutes(START, -30))), 'opening-key-not-joined')
  // a key that comes late must still be had
  assert.equal(codeOf(mayFetchKey(joined, plusMinutes(START, 45))), 'ok')
})

test('a rehearsal waits for nothing', () => {
  const rehearsal = { rehearsal: true, firstStart: START }
  assert.deepEqual(handOutTimes(rehearsal), { joinFrom: null, fetchFrom: null })
  assert.equal(codeOf(mayJoinKey(rehearsal, plusMinutes(START, -9999))), 'ok')
  assert.equal(codeOf(mayFetchKey({ ...rehearsal, handedOutAt: START }, plusMinutes(START, -9999))), 'ok')
})

type Dealt = { readonly shares: readonly Uint8Array[]; readonly texts: string[]; readonly known: KnownShare[]; readonly key: Uint8Array }
async function deal(count = 5, needed = 3): Promise<Dealt> {
  const key = randomBytes(16)
  const shares = await splitSecret(key, { count, needed })
  const known = shares.map((share, at) => ({ place: at + 1, name: `保管人${at + 1}`, sha256: sha256(share) }))
  return { key, known, shares, texts: shares.map(share => writeShare({ needed, keyMark: sha256(key).slice(0, 4), share })) }
}

test('any three of five, in any order, give the key back, and it is known whose they are', async () => {
  const { texts, known, key } = await deal()
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 3 }), async places => {
      const read = readShares(
        places.map(place => texts[place] ?? ''),
        known,
        sha256,
      )
      assert.ok(read.ok)
      assert.deepEqual(
        read.value.places,
        places.map(place => place + 1),
      )
      assert.deepEqual(Buffer.from(await joinShares(read.value.shares)), key)
    }),
    { numRuns: 40 },
  )
})

test('two of five are refused with how many are missing', async () => {
  const { texts, known } = await deal()
  const few = readShares(texts.slice(0, 2), known, sha256)
  assert.deepEqual(few, { ok: false, refusal: { code: 'shares-too-few', facts: { found: 2, needed: 3 } } })
})

test('a slip of the pen is told with the place of the share and the group', async () => {
  const { texts, known } = await deal()
  const slipped = texts.slice(0, 3).with(
    1,
    (texts[1] ?? '').replace(/^.(.*)$/s, (_, rest: string) => `${texts[1]?.startsWith('A') ? 'B' : 'A'}${rest}`),
  )
  const read = readShares(slipped, known, sha256)
  assert.ok(!read.ok)
  assert.equal(read.refusal.code, 'share-mistyped')
  assert.equal(read.refusal.facts['place'], 2)
  assert.equal(read.refusal.facts['group'], 1)
  const short = readShares(texts.slice(0, 3).with(2, 'ABCD'), known, sha256)
  assert.deepEqual(!short.ok && short.refusal.facts, { place: 3, group: 0 })
})

test('the same share twice, a share of another key, and a share nobody gave out are each called by their place', async () => {
  const [one, other] = [await deal(), await deal()]
  const read = (texts: readonly (string | undefined)[]) =>
    readShares(
      texts.map(text => text ?? ''),
      one.known,
      sha256,
    )
  const twice = read([one.texts[0], one.texts[1], one.texts[0]])
  assert.deepEqual(!twice.ok && twice.refusal, { code: 'share-twice', facts: { place: 3 } })
  const foreign = read([one.texts[0], other.texts[1], one.texts[2]])
  assert.deepEqual(!foreign.ok && foreign.refusal, { code: 'share-of-another-key', facts: { place: 2 } })
  // well written, of the same key mark, and yet not what was handed over
  const forged = writeShare({
    needed: 3,
    keyMark: sha256(one.key).slice(0, 4),
    share: (one.shares[2] ?? assert.fail()).map((byte, at) => (at === 0 ? byte ^ 1 : byte)),
  })
  const wrong = read([one.texts[0], one.texts[1], forged])
  assert.equal(codeOf(wrong), 'share-wrong')
  assert.deepEqual(!wrong.ok && wrong.refusal.facts, { place: 3 })
})
