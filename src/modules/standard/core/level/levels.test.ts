import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must, refusalOf } from '../../fixtures.ts'
import type { LevelCode } from '../clause.ts'
import { allEditions, editionOf } from '../registry.ts'
import {
  LEVEL_CODES,
  chosenWorkType,
  includedLevels,
  isCumulative,
  isLevelCode,
  levelCodes,
  levelOf,
  levelOrder,
  levelsNamed,
  requirementsOf,
  workTypes,
  workTypesOf,
} from './levels.ts'

const trial = editionOf('ec-2002-trial')
const e2005 = editionOf('ec-2005')
const e2022 = editionOf('ec-2022')

test('levels are ordered from low to high, and a special ability stands beside the ladder', () => {
  assert.deepEqual(levelCodes(e2022), ['L5', 'L4', 'L3', 'L2', 'L1'])
  assert.deepEqual(levelCodes(e2005), ['L4', 'L3', 'L2', 'L1'])
  assert.deepEqual(levelCodes(editionOf('ec-2016-local-liaoning')), ['L4', 'L3', 'L2'])
  assert.deepEqual(levelCodes(editionOf('cbec-ability-fujian-2020')), ['S'])
  assert.ok(levelOrder('L1') > levelOrder('L2') && levelOrder('L4') > levelOrder('L5'))
  assert.ok(LEVEL_CODES.every(isLevelCode))
  for (const text of ['L0', 'L6', 'l4', '', 'toString']) assert.equal(isLevelCode(text), false)
})

const NAMES: Record<string, readonly string[]> = {
  'ec-2001-trial-early': ['助理电子商务师', '初级电子商务师', '中级电子商务师', '高级电子商务师'],
  'ec-2002-trial': ['电子商务员', '助理电子商务师', '电子商务师', '高级电子商务师'],
  'ec-2005': ['电子商务员', '助理电子商务师', '电子商务师', '高级电子商务师'],
  'ec-2016-local-liaoning': ['电子商务师四级', '电子商务师三级', '电子商务师二级'],
  'ec-2021-draft': ['五级/初级工', '四级/中级工', '三级/高级工', '二级/技师', '一级/高级技师'],
  'ec-2022': ['五级/初级工', '四级/中级工', '三级/高级工', '二级/技师', '一级/高级技师'],
  'ec-2025-eligibility': ['五级/初级工', '四级/中级工', '三级/高级工', '二级/技师', '一级/高级技师'],
  'cbec-ability-fujian-2020': ['专项职业能力'],
}
for (const edition of allEditions()) {
  test(`${edition.id} calls its levels by its own names`, () => {
    assert.deepEqual(
      levelCodes(edition).map(code => must(levelOf(edition, code)).name.value),
      NAMES[edition.id],
    )
  })
}

test('a level that an edition lacks is refused with the levels it has', () => {
  assert.deepEqual(refusalOf(levelOf(e2005, 'L5')), {
    code: 'level-unknown',
    facts: { edition: 'ec-2005', level: 'L5', levels: ['L4', 'L3', 'L2', 'L1'] },
  })
})

test('the same name may mean different national levels, so a name alone identifies none', () => {
  assert.deepEqual(levelsNamed(allEditions(), '助理电子商务师'), [
    { edition: 'ec-2001-trial-early', level: 'L4' },
    { edition: 'ec-2002-trial', level: 'L3' },
    { edition: 'ec-2005', level: 'L3' },
  ])
  assert.deepEqual(levelsNamed(allEditions(), '助理'), [])
})

test('a cumulative level includes all lower ones', () => {
  assert.deepEqual(must(includedLevels(trial, 'L4')), ['L4'])
  assert.deepEqual(must(includedLevels(trial, 'L2')), ['L4', 'L3', 'L2'])
  assert.deepEqual(must(includedLevels(e2022, 'L1')), ['L5', 'L4', 'L3', 'L2', 'L1'])
  assert.equal(refusalOf(includedLevels(trial, 'L5')).code, 'level-unknown')
})

test('an edition that is not cumulative, or silent, demands a level alone', () => {
  const { cumulative: _, ...silent } = e2005
  for (const edition of [silent, { ...e2005, cumulative: { value: false, provenance: 'seed' as const } }]) {
    assert.equal(isCumulative(edition), false)
    assert.deepEqual(must(includedLevels(edition, 'L2')), ['L2'])
    assert.equal(
      must(requirementsOf(edition, 'L2', null)).every(f => f.level === 'L2'),
      true,
    )
  }
})

test('every edition with functions is cumulative, overlays through their base', () => {
  for (const edition of allEditions()) assert.equal(isCumulative(edition), edition.id !== 'cbec-ability-fujian-2020', edition.id)
})

test('requirements grow with the level and never lose one', () => {
  for (const edition of [trial, e2005]) {
    let below: readonly string[] = []
    for (const code of levelCodes(edition)) {
      const functions = must(requirementsOf(edition, code, null)).map(f => `${f.level} ${f.function}`)
      assert.deepEqual(functions.slice(0, below.length), below, `${edition.id} ${code}`)
      assert.ok(functions.length > below.length)
      below = functions
    }
  }
  assert.deepEqual(
    must(requirementsOf(trial, 'L4', null)).map(f => f.function),
    ['网络使用', '网络营销', '电子交易'],
  )
  assert.equal(must(requirementsOf(e2005, 'L1', null)).length, 25)
})

test('at a level divided by work type one type must be chosen, and only its functions count', () => {
  assert.deepEqual(refusalOf(requirementsOf(e2022, 'L3', null)), {
    code: 'work-type-needed',
    facts: { edition: 'ec-2022', level: 'L3', workTypes: ['网商', '跨境电子商务师'] },
  })
  const merchant = must(requirementsOf(e2022, 'L3', '网商'))
  assert.ok(merchant.every(f => f.workType === '网商'))
  assert.deepEqual([...new Set(merchant.map(f => f.level))], ['L5', 'L4', 'L3'])
  assert.equal(refusalOf(requirementsOf(e2022, 'L3', '直播销售员')).code, 'work-type-unknown')
})

test('the common top level has no work types, but counts the chosen one below', () => {
  assert.deepEqual(workTypesOf(e2022, 'L1'), [])
  const crossBorder = must(requirementsOf(e2022, 'L1', '跨境电子商务师'))
  assert.ok(crossBorder.every(f => f.workType === undefined || f.workType === '跨境电子商务师'))
  assert.equal(crossBorder.filter(f => f.level === 'L1').length, 5)
  assert.equal(must(requirementsOf(e2022, 'L1', null)).length, e2022.functions.length)
})

test('work types divide levels five to two, also in the overlay that says nothing about them', () => {
  assert.deepEqual(workTypes(e2022), [
    { name: '网商', levels: ['L5', 'L4', 'L3', 'L2'] },
    { name: '跨境电子商务师', levels: ['L5', 'L4', 'L3', 'L2'] },
  ])
  const overlay = editionOf('ec-2025-eligibility')
  assert.deepEqual(workTypes(overlay), [])
  const divided: readonly LevelCode[] = ['L5', 'L4', 'L3', 'L2']
  for (const code of divided) assert.deepEqual(workTypesOf(overlay, code), ['网商', '跨境电子商务师'])
})

test('the draft names a third work type, for which no functions stand', () => {
  const draft = editionOf('ec-2021-draft')
  assert.deepEqual(workTypesOf(draft, 'L5'), ['网商', '跨境电子商务师', '服务电子商务师'])
  assert.equal(must(chosenWorkType(draft, 'L5', '服务电子商务师')), '服务电子商务师')
  assert.deepEqual(must(requirementsOf(draft, 'L5', '服务电子商务师')), [])
})

test('where no work types stand any choice is let through unchanged', () => {
  assert.equal(must(chosenWorkType(e2005, 'L4', null)), null)
  assert.equal(must(chosenWorkType(e2022, 'L1', '网商')), '网商')
})
