import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant } from '../../../kernel/instant.ts'
import { type ChainFault, GENESIS, chainOf, entryText, headText, verifyChain } from './chain.ts'
import type { AuditEntry } from './entry.ts'

const mac = (text: string) => createHash('sha256').update(`key${text}`).digest('hex')
const NAME = 'a'

function chain(length: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  let previousHash = GENESIS
  for (let seq = 1; seq <= length; seq++) {
    const entry = {
      chain: NAME,
      seq,
      at: instant(1000 + seq),
      actor: 'person:x',
      type: 'thing-done',
      subject: { kind: 'thing', id: 't' },
      facts: { n: seq },
      previousHash,
    }
    previousHash = mac(entryText(entry))
    entries.push({ ...entry, hash: previousHash })
  }
  return entries
}
function headOf(entries: readonly AuditEntry[]) {
  const head = { chain: NAME, seq: entries.length, hash: entries.at(-1)?.hash ?? GENESIS }
  return { ...head, mac: mac(headText(head)) }
}
const kinds = (faults: readonly ChainFault[]) => faults.map(f => `${f.kind}@${f.seq}`)
const judge = (entries: readonly AuditEntry[], whole: readonly AuditEntry[] = entries) =>
  kinds(verifyChain({ chain: NAME, entries, head: headOf(whole), checkpoint: null, mac }))

test('an untouched chain has no fault, at any length', () => {
  fc.assert(fc.property(fc.nat(30), n => assert.deepEqual(judge(chain(n)), [])))
})

test('any changed field of any entry is found at its place', () => {
  const change = fc.constantFrom<Partial<AuditEntry>>(
    { actor: 'person:y' },
    { type: 'other' },
    { facts: { n: -1 } },
    { at: instant(5) },
    { subject: { kind: 'thing', id: 'u' } },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), change, (n, at, patch) => {
      const entries = chain(n)
      const place = at % n
      const touched = entries.map((entry, i) => (i === place ? { ...entry, ...patch } : entry))
      assert.deepEqual(judge(touched, entries), [`changed@${place + 1}`])
    }),
  )
})

test('a dropped entry is missing at its place, first, middle or last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), (n, at) => {
      const entries = chain(n)
      const place = at % n
      assert.deepEqual(
        judge(
          entries.filter((_, i) => i !== place),
          entries,
        ),
        [`missing@${place + 1}`],
      )
    }),
  )
})

test('an entry appended behind the head is inserted, however well it is linked', () => {
  const entries = chain(4)
  assert.deepEqual(judge(entries, entries.slice(0, 3)), ['inserted@4'])
})

test('an entry hashed without the key is found', () => {
  const entries = chain(3)
  const last = entries[2] as AuditEntry
  const forged = { ...last, facts: { n: 99 } }
  assert.deepEqual(
    judge([...entries.slice(0, 2), { ...forged, hash: createHash('sha256').update(entryText(forged)).digest('hex') }], entries).includes(
      'changed@3',
    ),
    true,
  )
})

test('a head set back by hand is forged', () => {
  const entries = chain(3)
  const head = { ...headOf(entries), seq: 2, hash: (entries[1] as AuditEntry).hash }
  assert.ok(kinds(verifyChain({ chain: NAME, entries: entries.slice(0, 2), head, checkpoint: null, mac })).includes('head-forged@2'))
})

test('a chain cut back together with an old genuine head contradicts the checkpoint', () => {
  const entries = chain(5)
  const cut = entries.slice(0, 3)
  const checkpoint = { chain: NAME, seq: 5, hash: (entries[4] as AuditEntry).hash }
  assert.deepEqual(kinds(verifyChain({ chain: NAME, entries: cut, head: headOf(cut), checkpoint, mac })), ['shortened@5'])
})

test('a vanished chain contradicts its head', () => {
  const entries = chain(2)
  assert.deepEqual(judge([], entries), ['missing@1', 'missing@2'])
})

test('subjects spread over sixteen chains and always meet the same one', () => {
  const chains = new Set(Array.from({ length: 500 }, (_, i) => chainOf(`subject-${i}`)))
  assert.equal(chains.size, 16)
  fc.assert(fc.property(fc.string(), id => assert.equal(chainOf(id), chainOf(id))))
})

test('one inserted row with a huge number is one fault, not a million missing ones', () => {
  const entries = chain(3)
  const stray = { ...(entries[2] as AuditEntry), seq: 4_000_000 }
  const found = judge([...entries, stray], entries)
  assert.deepEqual(found, ['changed@4000000', 'inserted@4000000'])
})
