import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hide } from '../../core/world/canonical.ts'
import { truthOf } from './audit.ts'
import type { Receipt, WmsSlice } from './slice.ts'
import { allot, availableOf, expiryOf, isNearExpiry, placeFault, reserve } from './stock.ts'

const place = (code: string, kind: '存储' | '拣选' | '不良', cap = 100, frozen: string | null = null) => {
  return { code, zone: 'A', kind, cap, route: Number(code.slice(1)), frozen }
}
const tea = { sku: 'TEA', name: '龙井', gtin: '6900000000017', category: '食品', perCase: 12, weight: 250, shelfDays: 300 }
const quant = (loc: string, lot: string, exp: string | null, on: number) => {
  return { loc, sku: 'TEA', lot, exp, on, reserved: 0, real: hide(on), flawed: hide(0), seq: 0 }
}
const slice = (quants: WmsSlice['quants'], locations = [place('A1', '拣选'), place('A2', '存储'), place('A3', '不良')]): WmsSlice =>
  ({
    quants,
    locations,
    skus: [tea],
    zones: [{ code: 'A', zh: '食品区', keeps: ['食品'] }],
    rules: { acceptPercent: 66 },
  }) as unknown as WmsSlice

test('what expires first is taken first, the pick face before the bulk, nothing from damaged or frozen places', () => {
  const s = slice([quant('A2', 'L2', '2026-06-01', 10), quant('A1', 'L1', '2026-12-01', 10), quant('A3', 'L0', '2026-01-01', 10)])
  assert.deepEqual(allot(s, [{ sku: 'TEA', quantity: 12 }]), [
    { loc: 'A2', sku: 'TEA', lot: 'L2', quantity: 10 },
    { loc: 'A1', sku: 'TEA', lot: 'L1', quantity: 2 },
  ])
  assert.equal(allot(s, [{ sku: 'TEA', quantity: 21 }]), null)
  assert.equal(availableOf(slice(s.quants, [place('A1', '拣选', 100, 'PD1'), place('A2', '存储')]), 'TEA'), 10)
})

test('whatever is ordered, in however many lines: all of it is allotted or nothing, never more than there is', () => {
  const stock = fc.array(fc.record({ on: fc.nat(20), month: fc.integer({ min: 1, max: 9 }) }), { maxLength: 6 })
  fc.assert(
    fc.property(stock, fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 4 }), (rows, wanted) => {
      const s = slice(rows.map((r, i) => quant(i % 2 === 0 ? 'A1' : 'A2', `L${i}`, `2026-0${r.month}-01`, r.on)))
      const before = availableOf(s, 'TEA')
      const lines = wanted.map(quantity => ({ sku: 'TEA', quantity }))
      const total = wanted.reduce((a, b) => a + b, 0)
      const from = allot(s, lines)
      assert.equal(from === null, total > before)
      if (from === null) return
      assert.equal(
        from.reduce((sum, a) => sum + a.quantity, 0),
        total,
      )
      reserve(s, from, 1)
      assert.ok(s.quants.every(q => q.reserved <= q.on))
      assert.equal(availableOf(s, 'TEA'), before - total)
      reserve(s, from, -1)
      assert.equal(availableOf(s, 'TEA'), before)
    }),
  )
})

test('the last day counts from the day of making, and two thirds of the shelf life must be left', () => {
  const at = (day: string): number => Date.parse(`${day}T00:00:00+08:00`) / 1000
  assert.equal(expiryOf(tea, '2026-01-01'), '2026-10-28')
  assert.equal(expiryOf({ ...tea, shelfDays: null }, '2026-01-01'), null)
  const s = slice([])
  assert.equal(isNearExpiry(s, tea, '2026-10-28', at('2026-04-13')), false) // 198 of 300 days
  assert.equal(isNearExpiry(s, tea, '2026-10-28', at('2026-04-14')), true)
})

test('a place refuses what it has no room for, what belongs elsewhere, and a second lot', () => {
  const s = slice([quant('A1', 'L1', null, 95)])
  const what = { sku: 'TEA', lot: 'L1', quantity: 5, bad: false }
  const code = (more: object, loc = 'A1'): string | null => placeFault(s, { ...what, ...more }, loc)?.code ?? null
  assert.equal(code({}), null)
  assert.equal(code({ quantity: 6 }), 'E_CAP')
  assert.equal(code({ lot: 'L2' }), 'E_LOT_MIX')
  assert.equal(code({ bad: true }), 'E_KIND')
  assert.equal(code({}, 'A3'), 'E_KIND')
  assert.equal(code({ bad: true }, 'A3'), null)
  assert.equal(code({}, 'A9'), 'E_LOC')
  assert.equal(placeFault({ ...s, zones: [{ code: 'A', zh: '日化区', keeps: ['日化'] }] }, what, 'A1')?.code, 'E_ZONE')
})

test('what a scan really takes: whole pieces first for who calls them good, broken ones first for who calls them damaged', () => {
  const carton = { sku: 'TEA', lot: 'L1', made: '2026-01-01', units: 12, broken: 2, look: '' }
  const receipt = { cartons: [carton], lines: [] } as unknown as Receipt
  const line = { sku: 'TEA', lot: 'L1', made: '2026-01-01', quantity: 10, state: 'good' as const }
  const told = (more: object): readonly [number, number, boolean] => {
    const { real, flawed, misdated } = truthOf(receipt, { ...line, ...more })
    return [real.hidden, flawed.hidden, misdated.hidden]
  }
  assert.deepEqual(told({}), [10, 0, false])
  assert.deepEqual(told({ quantity: 12 }), [12, 2, false])
  assert.deepEqual(told({ quantity: 14 }), [12, 2, false])
  assert.deepEqual(told({ quantity: 2, state: 'damaged' }), [2, 2, false])
  assert.deepEqual(told({ quantity: 3, state: 'damaged' }), [3, 2, false])
  assert.deepEqual(told({ made: '2026-02-01' }), [10, 0, true])
})
