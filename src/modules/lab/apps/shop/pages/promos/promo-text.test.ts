import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PROMO_KINDS, PromoDraft } from '../../slice.ts'
import type { Promo } from '../view.ts'
import { EMPTY_TIER, emptyPromo, fieldTime, promoData, promoText, worldOf } from './promo-text.ts'
import { words } from './words.ts'

const BLANK = { min: 0, off: 0, pay: 10_000, price: 0, gift: null }
const TIERS = {
  discount: { ...BLANK, pay: 8550 },
  flash: { ...BLANK, price: 6900 },
  amount: { ...BLANK, min: 20_000, off: 1500 },
  count: { ...BLANK, min: 3, pay: 9000 },
  gift: { ...BLANK, min: 10_000, gift: 'QH-G1' },
  bundle: { ...BLANK, price: 19_900 },
} as const

test('a promotion of every kind goes through its form unchanged, and is what the command takes', () => {
  assert.deepEqual(Object.keys(words.kinds).toSorted(), [...PROMO_KINDS].toSorted())
  for (const kind of PROMO_KINDS) {
    const draft = {
      name: '春茶节',
      kind,
      products: ['P1'],
      tiers: [TIERS[kind]],
      from: 1_775_404_800,
      until: 1_776_009_600,
      budget: kind === 'gift' ? null : { type: kind === 'count' ? ('usage' as const) : ('spend' as const), limit: 5000 },
    }
    const promo: Promo = { ...draft, id: 'PR1', used: 0, state: 'draft', stateZh: '草稿', allowed: [] }
    const made = promoData(promoText(promo))
    assert.ok(made.ok, kind)
    assert.deepEqual(made.data, draft)
    assert.deepEqual(PromoDraft.parse(made.data), draft)
  }
})

test('times are those of the world, to the minute', () => {
  assert.equal(fieldTime(1_775_404_800), '2026-04-06T00:00')
  assert.equal(worldOf('2026-04-06T00:00'), 1_775_404_800)
  assert.equal(worldOf(''), null)
})

test('what is no discount, no amount or no time is told', () => {
  const text = { ...emptyPromo(1_775_404_801), tiers: [{ ...EMPTY_TIER, pay: '8.5' }] }
  assert.equal(promoData(text).ok, true)
  for (const pay of ['', '0', '11', '85折']) assert.equal(promoData({ ...text, tiers: [{ ...EMPTY_TIER, pay }] }).ok, false, pay)
  assert.equal(promoData({ ...text, from: '' }).ok, false)
  assert.equal(promoData({ ...text, budget: 'usage', limit: '' }).ok, false)
})
