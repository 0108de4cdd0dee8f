import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { type BankItem, THEORY_TYPES, type TheoryType, theoryAreas } from '../../../item-bank/contract.ts'
import { parseItemFile } from '../../../item-bank/core/files/parse-item-file.ts'
import { AREAS, itemsOf } from '../../fixtures.ts'
import { blueprintOf } from './blueprint.ts'
import { checkForm } from '../check-form.ts'
import { IMPORTANCE_SHARES, drawForm } from './draw-form.ts'

function theBank(level: string): BankItem[] {
  const folder = new URL(`../../../../../data/items/${level}/`, import.meta.url)
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return files.flatMap(file => {
    const parsed = parseItemFile({
      file,
      text: readFileSync(new URL(file, folder), 'utf8'),
      knowsArea: () => true,
      optionId: (_code, letter) => letter.replaceAll('/', '-'),
      picture: () => '0'.repeat(64),
    })
    assert.ok(parsed.ok)
    return parsed.value.map(({ content: _content, key: _key, ...draft }) => aBankItem({ ...draft }))
  })
}
const BANKS = { L4: theBank('L4'), L3: theBank('L3') }

function areasOf(level: string) {
  const areas = theoryAreas({ editionId: 'ec-2005', level, workType: null })
  assert.ok(areas.ok)
  return areas.value
}
function draw(areas: typeof AREAS, items: readonly BankItem[], seed: string, levels: readonly string[] = ['L4']) {
  const blueprint = blueprintOf(areas)
  assert.ok(blueprint.ok)
  return drawForm({ blueprint: blueprint.value, items, levels, seed })
}
function drawn(...order: Parameters<typeof draw>): BankItem[] {
  const picks = draw(...order)
  assert.ok(picks.ok, JSON.stringify(picks))
  return picks.value.map(pick => pick.item)
}

for (const level of ['L4', 'L3'] as const) {
  test(`over the real bank of ${level} every seed gives a form that the independent check finds sound`, () => {
    const areas = areasOf(level)
    const levels = level === 'L4' ? ['L4'] : ['L3', 'L4']
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), seed => {
        const items = drawn(areas, [...BANKS.L4, ...BANKS.L3], seed, levels)
        const proof = checkForm({ areas, items, levels })
        assert.deepEqual(proof.faults, [])
        assert.ok(items.every(item => item.level === level))
      }),
      { numRuns: 300 },
    )
  })
}

test('the real forms have about sixty, twenty and twenty marks by interaction and lean towards the importance shares', () => {
  for (let n = 0; n < 30; n++) {
    const items = drawn(areasOf('L4'), BANKS.L4, `seed-${n}`)
    const marksBy = (type: TheoryType) => items.filter(item => item.type === type).reduce((sum, item) => sum + item.marks, 0) / 100
    assert.deepEqual(THEORY_TYPES.map(marksBy), [60, 20, 20])
    for (const importance of ['X', 'Y', 'Z'] as const) {
      const share = (100 * items.filter(item => item.importance === importance).length) / items.length
      assert.ok(Math.abs(share - IMPORTANCE_SHARES[importance]) <= 8, `${importance} ${share}`)
    }
  }
})

test('the same seed gives the same form, whatever the order of the bank; another seed gives another', () => {
  const codes = (seed: string, bank: readonly BankItem[]) => drawn(areasOf('L4'), bank, seed).map(item => item.code)
  assert.deepEqual(codes('a', BANKS.L4), codes('a', BANKS.L4.toReversed()))
  assert.notDeepEqual(codes('a', BANKS.L4), codes('b', BANKS.L4))
})

test('items used less often come first', () => {
  const used = BANKS.L4.map((item, at) => ({ ...item, exposure: at % 2 }))
  const light = itemsOf(type => aBankItem({ type, area: ['a'] }), { 'single-choice': 60, 'multiple-choice': 10, 'true-false': 20 })
  const heavy = light.map(item => ({ ...item, itemId: `${item.itemId}-heavy` as never, code: `L4-H-${item.code}`, exposure: 3 }))
  const items = drawn([{ path: ['a'], weight: 100 }], [...heavy, ...light], 'x')
  assert.ok(items.every(item => item.exposure === 0))
  const mean = drawn(areasOf('L4'), used, 'x').reduce((sum, item) => sum + item.exposure, 0) / 90
  assert.ok(mean < 0.4, String(mean))
})

test('a leaf that lacks one interaction takes another and keeps its marks', () => {
  const items = itemsOf(type => aBankItem({ type, area: ['a'] }), { 'single-choice': 100, 'multiple-choice': 3, 'true-false': 0 })
  const areas = [{ path: ['a'], weight: 100 }]
  const form = drawn(areas, items, 'x')
  assert.deepEqual(checkForm({ areas, items: form, levels: ['L4'] }).faults, [])
  assert.equal(form.filter(item => item.type === 'multiple-choice').length, 3)
})

test('a lower level lends only what the own level lacks', () => {
  const own = itemsOf(type => aBankItem({ type, area: ['a'], level: 'L3' }), {
    'single-choice': 70,
    'multiple-choice': 0,
    'true-false': 20,
  })
  const lower = itemsOf(type => aBankItem({ type, area: ['a'], level: 'L4' }), {
    'single-choice': 50,
    'multiple-choice': 20,
    'true-false': 30,
  })
  const form = drawn([{ path: ['a'], weight: 100 }], [...own, ...lower], 'x', ['L3', 'L4'])
  assert.deepEqual(checkForm({ areas: [{ path: ['a'], weight: 100 }], items: form, levels: ['L3', 'L4'] }).faults, [])
  assert.equal(form.filter(item => item.level === 'L3' && item.type !== 'multiple-choice').length, 80)
  const enough = itemsOf(type => aBankItem({ type, area: ['a'], level: 'L3' }), {
    'single-choice': 80,
    'multiple-choice': 10,
    'true-false': 30,
  })
  assert.ok(drawn([{ path: ['a'], weight: 100 }], [...enough, ...lower], 'x', ['L3', 'L4']).every(item => item.level === 'L3'))
})

test('a bank that is too small is refused with every area, what is at hand and what is needed', () => {
  const items = itemsOf(type => aBankItem({ type, area: ['网络营销'] }), { 'single-choice': 20, 'multiple-choice': 5, 'true-false': 12 })
  const refused = draw(AREAS, items, 'x')
  assert.ok(!refused.ok)
  assert.deepEqual(refused.refusal.facts, { area: '网络营销', type: '单项选择题', have: 42, need: 60, areas: 2 })
  assert.deepEqual(
    refused.refusal.fields?.map(field => field.zh),
    ['网络营销：单项选择题缺题，需60分，现有42分。', '基础／法规：单项选择题缺题，需40分，现有0分。'],
  )
})

test('retired items and items of foreign levels are never drawn', () => {
  const retired = BANKS.L4.map(item => ({ ...item, state: 'retired' as const }))
  assert.ok(!draw(areasOf('L4'), retired, 'x').ok)
  assert.ok(!draw(areasOf('L4'), BANKS.L3, 'x', ['L4']).ok)
})

const anyItem = fc.record({
  type: fc.constantFrom(...THEORY_TYPES),
  area: fc.constantFrom(['网络营销'], ['基础', '法规'], ['别处']),
  importance: fc.constantFrom('X', 'Y', 'Z'),
  exposure: fc.nat(5),
  level: fc.constantFrom('L4', 'L3'),
})

test('over any bank a draw is either sound or refused', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 80, maxLength: 260 }), fc.string(), (facts, seed) => {
      const picks = draw(
        AREAS,
        facts.map(each => aBankItem(each as never)),
        seed,
        ['L3', 'L4'],
      )
      if (!picks.ok) assert.equal(picks.refusal.code, 'bank-too-small')
      else assert.deepEqual(checkForm({ areas: AREAS, items: picks.value.map(pick => pick.item), levels: ['L3', 'L4'] }).faults, [])
    }),
    { numRuns: 60 },
  )
})
