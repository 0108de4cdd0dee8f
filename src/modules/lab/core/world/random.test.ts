import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Luck, drawsOf, philox } from './random.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const draws = drawsOf('seed-1', sha256)
const luck = (about: string): Luck => ({ agent: 'customer', purpose: 'patience', about })

/** The known answers published with the Random123 library (kat_vectors, philox4x32 10). */
const KNOWN = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
] as const

test('the generator gives the published known answers', () => {
  for (const [counter, key, words] of KNOWN) assert.deepEqual(philox(counter, key), words)
})

test('a draw depends on its name and number alone, not on what was drawn before', () => {
  const fresh = drawsOf('seed-1', sha256)
  const late = draws.number(luck('c17'), 5, 1000)
  for (let i = 0; i < 50; i++) draws.number(luck('c18'), i, 7)
  assert.equal(draws.number(luck('c17'), 5, 1000), late)
  assert.equal(fresh.number(luck('c17'), 5, 1000), late)
})

test('another seed, agent, purpose, thing or number is other luck', () => {
  const same = { agent: 'a', purpose: 'p', about: 'x' }
  const many = (d: typeof draws, l: Luck): number[] => Array.from({ length: 8 }, (_, n) => d.number(l, n, 1_000_000))
  const lines = [
    many(draws, same),
    many(drawsOf('seed-2', sha256), same),
    many(draws, { ...same, agent: 'b' }),
    many(draws, { ...same, purpose: 'q' }),
    many(draws, { ...same, about: 'y' }),
  ]
  assert.equal(new Set(lines.map(String)).size, 5)
  assert.equal(new Set(lines[0]).size, 8)
})

test('names cannot run into each other', () => {
  assert.notEqual(
    draws.number({ agent: 'a', purpose: 'bc', about: '' }, 0, 2 ** 32),
    draws.number({ agent: 'ab', purpose: 'c', about: '' }, 0, 2 ** 32),
  )
})

test('numbers stay below their bound and reach all of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.nat(), fc.string(), (below, n, about) => {
      const drawn = draws.number(luck(about), n, below)
      return Number.isSafeInteger(drawn) && drawn >= 0 && drawn < below
    }),
    { numRuns: 300 },
  )
  const seen = Array.from({ length: 6000 }, (_, n) => draws.number(luck('die'), n, 6))
  for (let face = 0; face < 6; face++) {
    const times = seen.filter(x => x === face).length
    assert.ok(times > 850 && times < 1150, `face ${face}: ${times}`)
  }
})

test('large bounds have no bias: without throwing words away the first third would get half of the draws', () => {
  const third = 2 ** 30
  const low = Array.from({ length: 3000 }, (_, n) => draws.number(luck('wide'), n, 3 * third)).filter(x => x < third).length
  assert.ok(low > 880 && low < 1120, String(low))
})

test('a draw without sense is a bug, not a number', () => {
  for (const [n, below] of [
    [-1, 5],
    [0.5, 5],
    [0, 0],
    [0, 2 ** 32 + 1],
    [0, Number.NaN],
  ] as const)
    assert.throws(() => draws.number(luck('x'), n, below), RangeError)
  assert.throws(() => draws.pick(luck('x'), 0, []), RangeError)
})

test('chances are in basis points; lists are picked from and shuffled whole', () => {
  assert.equal(draws.chance(luck('x'), 0, 0), false)
  assert.equal(draws.chance(luck('x'), 0, 10_000), true)
  const hits = Array.from({ length: 4000 }, (_, n) => draws.chance(luck('coin'), n, 2500)).filter(Boolean).length
  assert.ok(hits > 880 && hits < 1120, String(hits))
  const list = [1, 2, 3, 4, 5, 6, 7, 8]
  assert.ok(list.includes(draws.pick(luck('x'), 3, list)))
  const mixed = draws.shuffle(luck('x'), list)
  assert.deepEqual([...mixed].sort(), list)
  assert.notDeepEqual(mixed, list)
  assert.deepEqual(draws.shuffle(luck('x'), list), mixed)
})
