import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must, refusalOf } from '../../fixtures.ts'
import type { WeightRow } from '../edition.ts'
import { EDITIONS, allEditions, editionOf } from '../registry.ts'
import { totalWeight, weightFaults, weightLeaves, weightTable, weightTables } from './weights.ts'

const row = (area: string, weight: number, children?: readonly WeightRow[]): WeightRow => ({
  area,
  weight,
  provenance: 'reconstructed',
  ...(children && { children }),
})
const areas = (rows: readonly WeightRow[]) => rows.map(({ area, weight }) => [area, weight])

test('the editions hold 35 weight tables', () => {
  const own = allEditions().filter(edition => Object.keys(EDITIONS[edition.id].weights).length > 0)
  assert.deepEqual(
    own.map(edition => [edition.id, weightTables(edition).length]),
    [
      ['ec-2002-trial', 8],
      ['ec-2005', 8],
      ['ec-2022', 18],
      ['cbec-ability-fujian-2020', 1],
    ],
  )
})

for (const edition of allEditions())
  for (const { key, part, rows } of weightTables(edition))
    test(`${edition.id} ${key} ${part} adds up to 100 and its children to their rows`, () => {
      assert.equal(totalWeight(rows), 100)
      for (const { area, weight, children } of rows) if (children) assert.equal(totalWeight(children), weight, area)
      assert.deepEqual(weightFaults(rows), [])
      assert.equal(totalWeight(weightLeaves(rows)), 100)
    })

test('every area of a skill table is a function or a task of the same level and work type', () => {
  for (const edition of allEditions())
    for (const { key, part, rows } of weightTables(edition)) {
      if (part === 'theory') continue
      const [level, workType] = key.split(':')
      const functions = edition.functions.filter(f => f.level === level && f.workType === workType)
      const names = new Set(functions.flatMap(f => [f.function, ...f.tasks.map(task => task.name)]))
      for (const { area } of rows) assert.ok(names.has(area), `${edition.id} ${key} ${area}`)
    }
})

test('a skill table holds neither ethics nor basic knowledge; a theory table of a ladder gives ethics 5', () => {
  for (const edition of allEditions())
    for (const { key, part, rows } of weightTables(edition)) {
      const ethics = rows.find(candidate => candidate.area === '职业道德')
      assert.equal(ethics?.weight, part === 'theory' ? 5 : undefined, `${edition.id} ${key}`)
    }
})

test('the found table of 2005 theory stands as in the source', () => {
  const e2005 = editionOf('ec-2005')
  assert.deepEqual(areas(must(weightTable(e2005, 'L4', null, 'theory'))), [
    ['电子商务基础知识', 15],
    ['计算机与互联网基础知识', 10],
    ['网络商务信息收集与处理', 10],
    ['网上商店开设与管理', 10],
    ['网络营销', 20],
    ['电子交易', 10],
    ['电子商务物流应用', 5],
    ['电子商务安全管理', 15],
    ['职业道德', 5],
  ])
  assert.deepEqual(
    must(weightTable(e2005, 'L3', null, 'theory')).map(r => r.weight),
    [7, 3, 15, 10, 25, 10, 10, 15, 5],
  )
})

test('a weight is a two-level tree and a node may be 0 at one level', () => {
  const basics = must(weightTable(editionOf('ec-2005'), 'L3', null, 'theory'))[0]
  assert.deepEqual(
    basics?.children?.map(child => [child.area, child.weight]),
    [
      ['电子商务的概念', 1],
      ['电子商务的体系', 1],
      ['电子商务的交易过程', 1],
      ['EDI基础知识', 0],
      ['相关法律法规', 2],
      ['电子商务英语', 2],
    ],
  )
  assert.deepEqual(weightFaults([row('a', 100, [row('b', 100), row('c', 0)])]), [])
})

test('the seed fragment stands in the trial theory table of the lowest level', () => {
  const rows = must(weightTable(editionOf('ec-2002-trial'), 'L4', null, 'theory'))
  const seed = rows.filter(candidate => candidate.provenance === 'seed')
  assert.deepEqual(areas(seed), [
    ['网络商务信息采集', 10],
    ['网络商务信息发布', 10],
    ['电子支付', 10],
    ['交易安全', 5],
    ['网上单证处理', 5],
  ])
  assert.equal(totalWeight(seed), 40)
})

test('where tables are kept by work type the choice decides; the common level ignores it', () => {
  const e2022 = editionOf('ec-2022')
  assert.equal(refusalOf(weightTable(e2022, 'L5', null, 'theory')).code, 'work-type-needed')
  assert.deepEqual(refusalOf(weightTable(e2022, 'L5', '店长', 'theory')), {
    code: 'work-type-unknown',
    facts: { edition: 'ec-2022', level: 'L5', workType: '店长', workTypes: ['网商', '跨境电子商务师'] },
  })
  assert.notDeepEqual(must(weightTable(e2022, 'L5', '网商', 'skill')), must(weightTable(e2022, 'L5', '跨境电子商务师', 'skill')))
  assert.deepEqual(must(weightTable(e2022, 'L1', '网商', 'skill')), must(weightTable(e2022, 'L1', null, 'skill')))
})

test('overlays use the tables of their base', () => {
  assert.deepEqual(
    must(weightTable(editionOf('ec-2025-eligibility'), 'L4', '网商', 'theory')),
    must(weightTable(editionOf('ec-2022'), 'L4', '网商', 'theory')),
  )
  assert.deepEqual(
    must(weightTable(editionOf('ec-2016-local-liaoning'), 'L2', null, 'skill')),
    must(weightTable(editionOf('ec-2005'), 'L2', null, 'skill')),
  )
})

test('a table that does not exist is refused with level and part', () => {
  const special = editionOf('cbec-ability-fujian-2020')
  assert.deepEqual(refusalOf(weightTable(special, 'S', null, 'theory')), {
    code: 'weights-not-stated',
    facts: { edition: special.id, level: 'S', part: 'theory', partZh: '理论知识' },
  })
  assert.deepEqual(
    must(weightTable(special, 'S', null, 'skill')).map(r => r.weight),
    [10, 15, 15, 5, 20, 5, 10, 20],
  )
  assert.equal(refusalOf(weightTable(editionOf('ec-2021-draft'), 'L5', '服务电子商务师', 'theory')).code, 'weights-not-stated')
  assert.equal(refusalOf(weightTable(editionOf('ec-2005'), 'L5', null, 'theory')).code, 'level-unknown')
})

test('each fault of a table is named', () => {
  assert.deepEqual(weightFaults([row('a', 60), row('b', 41)]), [{ kind: 'total', total: 101 }])
  assert.deepEqual(weightFaults([row('a', 100, [row('b', 60), row('c', 39)])]), [{ kind: 'children', area: 'a', weight: 100, sum: 99 }])
  assert.deepEqual(weightFaults([row('a', 50), row('a', 50)]), [{ kind: 'repeated', area: 'a' }])
  assert.deepEqual(
    weightFaults([row('a', 99.5), row('b', 0.5)]).map(fault => fault.kind),
    ['not-a-percentage', 'not-a-percentage'],
  )
  assert.deepEqual(
    weightFaults([row('a', 110), row('b', -10)]).map(fault => fault.kind),
    ['not-a-percentage', 'not-a-percentage'],
  )
  assert.deepEqual(weightFaults([]), [{ kind: 'total', total: 0 }])
})

test('cutting 100 into parts is sound, and moving one percent out is always noticed', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(cuts, fc.nat(), (points, pick) => {
      const marks = [0, ...points.sort((a, b) => a - b), 100]
      const rows = marks.slice(1).map((mark, i) => row(`area ${i}`, mark - (marks[i] ?? 0)))
      assert.deepEqual(weightFaults(rows), [])
      const hit = pick % rows.length
      const faults = weightFaults(rows.map((r, i) => (i === hit ? { ...r, weight: r.weight - 1 } : r)))
      assert.deepEqual(faults, [{ kind: 'total', total: 99 }])
    }),
  )
})
