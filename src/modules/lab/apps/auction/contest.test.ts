import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Frozen } from '../../../../kernel/brand.ts'
import { hide } from '../../core/world/canonical.ts'
import { type NewBid, allot, contest, leastBid } from './contest.ts'
import { isIdNumber } from './lots.ts'
import { type Bid, type Lot, newLot } from './slice.ts'

const body = { title: '老茶缸一只', category: '收藏', kind: 'english', description: '', start: 1000, reserve: null, step: 100 } as const
const more = { buyNow: null, quantity: 1, hours: 2, deposit: 0, shipFee: 0, every: 600, no: 'L1', seller: 's', person: false, startsAt: 0 }
const lotWith = (reserve: number | null): Lot => newLot({ ...body, ...more, reserve }, 0)

type Move = { readonly who: string; readonly amount: number; readonly proxy: boolean }
type Table = { lot: Lot; seq: number }

/** Makes a move if the rules let it; gives the bids that came of it. */
function play(table: Table, { who, amount, proxy }: Move): readonly NewBid[] {
  const { lot } = table
  const own = lot.proxies.find(p => p.who === who)
  const limit = own?.max.hidden ?? 0
  const held = lot.bids.findLast(b => b.who === who)?.amount ?? 0
  if (proxy ? amount <= limit : lot.leader === who && amount <= Math.max(limit, held)) return []
  if (amount < (proxy && lot.leader === who ? lot.price : leastBid(lot))) return []
  table.seq += 1
  const bids = contest(lot as Frozen<Lot>, who, proxy ? amount : Math.max(amount, limit), proxy ? null : amount)
  if (proxy) lot.proxies = [...lot.proxies.filter(p => p.who !== who), { who, max: hide(amount), at: table.seq, seq: table.seq }]
  for (const b of bids) {
    lot.bids.push({ ...b, quantity: 1, at: table.seq, seq: table.seq })
    Object.assign(lot, { price: b.amount, leader: b.who })
  }
  return bids
}

const moves = fc.array(
  fc.record({ who: fc.constantFrom('甲', '乙', '丙'), amount: fc.integer({ min: 500, max: 5000 }), proxy: fc.boolean() }),
  { maxLength: 30 },
)

test('whatever people bid: prices never fall, no proxy is passed, whoever bid most leads', () => {
  fc.assert(
    fc.property(moves, fc.option(fc.integer({ min: 1000, max: 6000 })), (list, reserve) => {
      const table = { lot: lotWith(reserve), seq: 0 }
      for (const move of list) play(table, move)
      const { lot } = table
      for (const [i, bid] of lot.bids.entries()) {
        assert.ok(bid.amount >= (lot.bids[i - 1]?.amount ?? lot.start), 'a price fell')
        const limit = lot.proxies.find(p => p.who === bid.who)?.max.hidden ?? 0
        assert.ok(!bid.auto || bid.amount <= limit, 'a proxy was passed')
      }
      const ceilings = new Map<string, number>()
      for (const bid of lot.bids) ceilings.set(bid.who, Math.max(ceilings.get(bid.who) ?? 0, bid.amount))
      for (const p of lot.proxies) ceilings.set(p.who, Math.max(ceilings.get(p.who) ?? 0, p.max.hidden))
      if (lot.leader !== null)
        assert.equal(ceilings.get(lot.leader), Math.max(...ceilings.values()), 'somebody who would give more does not lead')
    }),
    { numRuns: 500 },
  )
})

test('a proxy pays one step above the second, an equal one that came first wins, and an unmet reserve is reached', () => {
  const told = (list: readonly Move[], reserve: number | null = null): string => {
    const table = { lot: lotWith(reserve), seq: 0 }
    for (const move of list) play(table, move)
    return table.lot.bids.map(b => `${b.who}${b.auto ? '*' : ''}${b.amount}`).join(' ')
  }
  const by = (who: string, amount: number, proxy = true): Move => ({ who, amount, proxy })
  assert.equal(told([by('甲', 3000)]), '甲*1000')
  assert.equal(told([by('甲', 3000), by('乙', 2000)]), '甲*1000 乙*2000 甲*2100')
  assert.equal(told([by('甲', 2000), by('乙', 3000)]), '甲*1000 甲*2000 乙*2100')
  assert.equal(told([by('甲', 2000), by('乙', 2000)]), '甲*1000 乙*2000 甲*2000')
  assert.equal(told([by('甲', 2050), by('乙', 2000)]), '甲*1000 乙*2000 甲*2050')
  assert.equal(told([by('甲', 3000), by('乙', 1500, false)]), '甲*1000 乙1500 甲*1600')
  assert.equal(told([by('甲', 3000)], 2500), '甲*2500')
  assert.equal(told([by('甲', 2000), by('甲', 3000)], 2500), '甲*1000 甲*2500')
  assert.equal(told([by('甲', 2000)], 2500), '甲*1000')
})

test('several pieces: the highest offers win, ties by time, and all pay the lowest winning offer', () => {
  const bid = (who: string, amount: number, quantity: number, seq: number): Bid => ({ who, amount, quantity, auto: false, at: seq, seq })
  const offers = [bid('甲', 1200, 2, 1), bid('乙', 1500, 1, 2), bid('丙', 1200, 2, 3), bid('乙', 1600, 1, 4)]
  assert.deepEqual(allot(offers, 3), {
    shares: [
      { who: '乙', quantity: 1 },
      { who: '甲', quantity: 2 },
    ],
    price: 1200,
  })
  assert.deepEqual(allot(offers, 1), { shares: [{ who: '乙', quantity: 1 }], price: 1600 })
  assert.deepEqual(allot([], 3), { shares: [], price: 0 })
})

test('identity numbers are held to their check sign', () => {
  assert.ok(isIdNumber('11010519491231002X')) // the example of GB 11643-1999
  assert.ok(!isIdNumber('110105194912310021'))
  assert.ok(!isIdNumber('11010519491231002'))
})
