import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newOpeningKey } from './derive.ts'
import { joinShares, splitSecret } from './key-shares.ts'

function choose<T>(list: readonly T[], k: number): T[][] {
  if (k === 0) return [[]]
  return list.flatMap((one, n) => choose(list.slice(n + 1), k - 1).map(rest => [one, ...rest]))
}

for (const [needed, count] of [
  [2, 3],
  [3, 5],
  [4, 7],
  [5, 5],
] as const)
  test(`${needed} of ${count}: every choice opens, in any order, and no choice of one fewer does`, async () => {
    const secret = newOpeningKey()
    const shares = await splitSecret(secret, { count, needed })
    assert.equal(shares.length, count)
    for (const some of [...choose(shares, needed), ...choose(shares, needed).map(one => one.toReversed())])
      assert.deepEqual(Buffer.from(await joinShares(some)), secret)
    for (const fewer of choose(shares, needed - 1)) {
      if (fewer.length < 2) await assert.rejects(joinShares(fewer))
      else assert.notDeepEqual(Buffer.from(await joinShares(fewer)), secret)
    }
    assert.deepEqual(Buffer.from(await joinShares(shares)), secret)
  })

test('two of one share, and a changed share, do not give the secret', async () => {
  const secret = newOpeningKey()
  const [a, b] = await splitSecret(secret, { count: 3, needed: 2 })
  assert.ok(a && b)
  await assert.rejects(joinShares([a, a]))
  const changed = Uint8Array.from(b)
  changed[3] = (changed[3] ?? 0) ^ 1
  assert.notDeepEqual(Buffer.from(await joinShares([a, changed])), secret)
})

test('shares of the same secret are others each time', async () => {
  const secret = newOpeningKey()
  const [first, second] = await Promise.all([splitSecret(secret, { count: 3, needed: 2 }), splitSecret(secret, { count: 3, needed: 2 })])
  assert.notDeepEqual(first, second)
})
