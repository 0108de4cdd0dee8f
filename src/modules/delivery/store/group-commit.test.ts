import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { groupCommit } from './group-commit.ts'

type Save = { readonly lane: string; readonly key: string; readonly n: number }

/** A line whose groups finish when the test says so. */
function line(mostPerGroup = 100) {
  const groups: Save[][] = []
  const finish: (() => void)[] = []
  const save = groupCommit<Save, number>({
    run: group => {
      groups.push([...group])
      return new Promise((done, failed) =>
        finish.push(() => (group.some(s => s.n < 0) ? failed(new Error('bad save')) : done(group.map(s => s.n)))),
      )
    },
    laneOf: s => s.lane,
    keyOf: s => s.key,
    mostPerGroup,
  })
  return {
    groups,
    finishNext: async () => {
      finish.shift()?.()
      await turn()
      await turn()
    },
    save: (n: number, key = String(n), lane = 'a') => save({ lane, key, n }),
  }
}

test('the first save goes at once; whatever arrives meanwhile forms the next group', async () => {
  const hall = line()
  const all = Promise.all([hall.save(1), hall.save(2), hall.save(3)])
  assert.deepEqual(
    hall.groups.map(g => g.map(s => s.n)),
    [[1]],
  )
  await hall.finishNext()
  assert.deepEqual(
    hall.groups.map(g => g.map(s => s.n)),
    [[1], [2, 3]],
  )
  await hall.finishNext()
  assert.deepEqual(await all, [1, 2, 3])
})

test('two saves of one key never share a group and keep their order', async () => {
  const hall = line()
  const all = Promise.all([hall.save(1, 'k'), hall.save(2, 'k'), hall.save(3, 'k'), hall.save(4, 'other')])
  for (let i = 0; i < 3; i++) await hall.finishNext()
  assert.deepEqual(
    hall.groups.map(g => g.map(s => s.n)),
    [[1], [2, 4], [3]],
  )
  assert.deepEqual(await all, [1, 2, 3, 4])
})

test('a group is never larger than its limit', async () => {
  const hall = line(2)
  void Promise.all([1, 2, 3, 4, 5].map(n => hall.save(n)))
  for (let i = 0; i < 3; i++) await hall.finishNext()
  assert.deepEqual(
    hall.groups.map(g => g.length),
    [1, 2, 2],
  )
})

test('lanes do not wait for each other, and within one lane a single group is under way', async () => {
  const hall = line()
  void hall.save(1, '1', 'a')
  void hall.save(2, '2', 'b')
  void hall.save(3, '3', 'a')
  assert.deepEqual(
    hall.groups.map(g => g.map(s => s.n)),
    [[1], [2]],
  )
  await hall.finishNext()
  await hall.finishNext()
  assert.deepEqual(
    hall.groups.map(g => g.map(s => s.n)),
    [[1], [2], [3]],
  )
})

test('one bad save spoils only itself', async () => {
  const hall = line()
  const saves = [hall.save(1), hall.save(2), hall.save(-3), hall.save(4)]
  const settled = Promise.allSettled(saves)
  for (let i = 0; i < 5; i++) await hall.finishNext()
  assert.deepEqual(
    (await settled).map(s => s.status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  )
})

test('after a rest the line takes new saves', async () => {
  const hall = line()
  const first = hall.save(1)
  await hall.finishNext()
  assert.equal(await first, 1)
  const second = hall.save(2)
  await hall.finishNext()
  assert.equal(await second, 2)
})
