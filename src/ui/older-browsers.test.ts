import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { ARRAY_METHODS, hasOwn, supply } from './older-browsers.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const lists = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 8 })
const places = fc.integer({ min: -10, max: 10 })

test('every method that is supplied does what that of the language does', () => {
  const own = ARRAY_METHODS
  fc.assert(
    fc.property(lists, places, places, fc.integer(), (list, at, skip, value) => {
      const before = [...list]
      const isBig = (n: number): boolean => n > at
      assert.equal(own.at.call(list, at), list.at(at))
      assert.equal(own.findLast.call(list, isBig as never), list.findLast(isBig))
      assert.equal(own.findLastIndex.call(list, isBig as never), list.findLastIndex(isBig))
      assert.deepEqual(own.toReversed.call(list), list.toReversed())
      assert.deepEqual(own.toSorted.call(list), list.toSorted())
      const falling = (a: number, b: number): number => b - a
      assert.deepEqual(own.toSorted.call(list, falling as never), list.toSorted(falling))
      assert.deepEqual(own.toSpliced.call(list, at, skip, value), list.toSpliced(at, skip, value))
      assert.deepEqual(own.toSpliced.call(list, at), list.toSpliced(at))
      assert.deepEqual(
        outcome(() => own.with.call(list, at, value)),
        outcome(() => list.with(at, value)),
      )
      assert.deepEqual(list, before)
    }),
  )
  assert.deepEqual([hasOwn({ a: 1 }, 'a'), hasOwn({}, 'toString'), hasOwn(Object.create(null) as object, 'a')], [true, false, false])
})

function outcome(act: () => unknown): unknown {
  try {
    return act()
  } catch (fault) {
    return fault instanceof RangeError ? 'out of range' : fault
  }
}

test('what a browser brings along stays, what it lacks is put there unseen', () => {
  const place = { old: 1 }
  supply(place, 'old', 2)
  supply(place, 'fresh', 3)
  assert.deepEqual([place.old, (place as unknown as { fresh: number }).fresh, Object.keys(place)], [1, 3, ['old']])
})

test('every bundle begins with them, and no page that is made for old browsers uses a method that neither they nor this file have', () => {
  const mains = globSync('src/apps/**/main.tsx', { cwd: root })
  assert.ok(mains.length >= 5)
  for (const file of mains) {
    const [first = ''] = readFileSync(root + file, 'utf8')
      .split('\n')
      .filter(line => line.startsWith('import '))
    assert.match(first, /^import '.*\/ui\/older-browsers\.ts'$/, file)
  }
  const newer =
    /\b(?:Object|Map)\.groupBy\(|\bPromise\.(?:withResolvers|try)\(|\bArray\.fromAsync\(|\bIterator\.|\bstructuredClone\(|\.(?:isWellFormed|toWellFormed|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(|\.(?:values|keys|entries)\(\)\s*\.(?:map|filter|some|every|find|toArray|reduce)\(/
  const rooms = [
    'apps/{candidate,centre/lab,centre/public}',
    'modules/{lab,interactions}/pages',
    'modules/{lab/apps,interactions/types}/*/pages',
    'modules/certificate/pages',
    'ui/components/{mark,page}',
  ]
  const shipped = rooms.flatMap(room => globSync(`src/${room}/**/*.{ts,tsx}`, { cwd: root })).concat(globSync('src/ui/*.ts', { cwd: root }))
  assert.ok(shipped.length > 300)
  const found = shipped.filter(file => !/\.test\.tsx?$/.test(file) && newer.test(readFileSync(root + file, 'utf8')))
  assert.deepEqual(found, [])
})
