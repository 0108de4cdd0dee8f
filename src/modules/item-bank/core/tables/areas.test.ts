import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsArea, levelAreas, levelsFor, theoryAreas } from './areas.ts'

const L4 = { editionId: 'ec-2005', level: 'L4', workType: null }

test('the areas of a level are the leaves of its theory weight table', () => {
  const areas = theoryAreas(L4)
  assert.ok(areas.ok)
  assert.equal(
    areas.value.reduce((sum, area) => sum + area.weight, 0),
    100,
  )
  assert.deepEqual(areas.value[0], { path: ['电子商务基础知识', '电子商务的概念'], weight: 3 })
})

test('an unknown edition, level or a missing work type is refused by the words of the standard', () => {
  const codeOf = (place: Parameters<typeof theoryAreas>[0]) => {
    const areas = theoryAreas(place)
    return areas.ok ? 'ok' : areas.refusal.code
  }
  assert.equal(codeOf({ ...L4, editionId: 'ec-1999' }), 'edition-unknown')
  assert.equal(codeOf({ ...L4, level: 'L9' }), 'level-unknown')
  assert.equal(codeOf({ ...L4, level: 'L5' }), 'level-unknown')
  assert.equal(codeOf({ editionId: 'ec-2022', level: 'L3', workType: null }), 'work-type-needed')
})

test('an item may lie in a leaf of the table or below it, never above or beside', () => {
  assert.ok(knowsArea(L4, ['网络营销']))
  assert.ok(knowsArea(L4, ['网络营销', '网络广告']))
  assert.ok(!knowsArea(L4, ['电子商务基础知识']))
  assert.ok(!knowsArea(L4, ['网页制作']))
  assert.ok(knowsArea({ editionId: 'ec-2005', level: 'L3' }, ['电子商务基础知识', 'EDI基础知识']))
  assert.ok(!knowsArea({ editionId: 'ec-1999', level: 'L4' }, ['网络营销']))
})

test('a cumulative edition lends items of lower levels, the level itself coming first', () => {
  const levels = levelsFor({ editionId: 'ec-2005', level: 'L3' })
  assert.ok(levels.ok)
  assert.deepEqual(levels.value, ['L3', 'L4'])
  const alone = levelsFor({ editionId: 'cbec-ability-fujian-2020', level: 'S' })
  if (alone.ok) assert.equal(alone.value[0], 'S')
})

test('the areas of a level are those of all its work types, each once; an unknown place has none', () => {
  const whole = theoryAreas(L4)
  assert.ok(whole.ok)
  assert.deepEqual(levelAreas(L4), whole.value)
  const divided = levelAreas({ editionId: 'ec-2022', level: 'L3' }) ?? []
  const paths = divided.map(area => area.path.join('/'))
  assert.ok(paths.length > 0)
  assert.equal(new Set(paths).size, paths.length)
  assert.equal(levelAreas({ editionId: 'ec-2005', level: 'L9' }), undefined)
  assert.equal(levelAreas({ editionId: 'ec-1999', level: 'L4' }), undefined)
})
