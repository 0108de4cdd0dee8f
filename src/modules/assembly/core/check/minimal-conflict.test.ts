import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Feasibility, minimalConflict } from './minimal-conflict.ts'

/** A world in which some sets of numbers cannot stand together. */
const world =
  (conflicts: readonly (readonly number[])[]) =>
  async (some: readonly number[]): Promise<Feasibility> =>
    conflicts.some(conflict => conflict.every(each => some.includes(each))) ? 'no' : 'yes'

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n)

test('one conflict is found among many constraints, with few questions', async () => {
  let asked = 0
  const ask = world([[17, 3, 401]])
  const found = await minimalConflict(upTo(500), some => {
    asked += 1
    return ask(some)
  })
  assert.deepEqual(found, { members: [3, 17, 401], minimal: true })
  assert.ok(asked < 60, String(asked))
})

test('a constraint impossible by itself', async () => {
  assert.deepEqual(await minimalConflict(upTo(20), world([[7]])), { members: [7], minimal: true })
  assert.deepEqual(await minimalConflict([7], world([[7]])), { members: [7], minimal: true })
})

test('without a conflict there is nothing to find', async () => {
  assert.equal(await minimalConflict(upTo(20), world([[7, 99]])), null)
  assert.equal(await minimalConflict([], world([[7]])), null)
  assert.equal(await minimalConflict(upTo(3), async () => 'unknown'), null)
})

test('constraints that stand first are kept with preference', async () => {
  assert.deepEqual(
    (
      await minimalConflict(
        upTo(10),
        world([
          [0, 1],
          [8, 9],
        ]),
      )
    )?.members,
    [0, 1],
  )
})

test('what cannot be proved is not called minimal', async () => {
  const ask = world([[2, 5]])
  const found = await minimalConflict(upTo(8), async some => {
    const verdict = await ask(some)
    return verdict === 'yes' && some.length === 1 ? 'unknown' : verdict
  })
  assert.deepEqual(found, { members: [2, 5], minimal: false })
})

test('when everything but the whole is unknown, the whole is told', async () => {
  const found = await minimalConflict(upTo(6), async some => (some.length === 6 ? 'no' : 'unknown'))
  assert.deepEqual(found, { members: upTo(6), minimal: false })
})

test('what is found cannot hold, and every part of it can, whatever the conflicts', async () => {
  const conflict = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(conflict, { minLength: 1, maxLength: 5 }), async conflicts => {
      const ask = world(conflicts)
      const found = await minimalConflict(upTo(16), ask)
      assert.ok(found?.minimal)
      assert.equal(await ask(found.members), 'no')
      for (const [at] of found.members.entries()) assert.equal(await ask(found.members.toSpliced(at, 1)), 'yes')
      assert.ok(conflicts.some(each => each.length === found.members.length && each.every(one => found.members.includes(one))))
    }),
  )
})
