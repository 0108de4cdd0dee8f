import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../core/app/stage.test.ts'
import { paySpec } from './pay.ts'
import { riskVerdict } from './risk.ts'
import { payRuns } from './runs.ts'
import { FEES, type PaySlice } from './slice.ts'

function after(name: RegExp): PaySlice {
  const play = payRuns.find(run => name.test(run.name))
  assert.ok(play)
  return perform(play).world.state.apps['pay'] as unknown as PaySlice
}
const balance = (s: PaySlice, id: string): number | undefined => s.wallets.find(w => w.id === id)?.balance
const fees = (s: PaySlice): number => s.ledger.reduce((sum, l) => sum + (l.account === FEES ? l.amount : 0), 0)

test('money goes where the trades say: to the seller without the fee, back the way it came', () => {
  const s = after(/a buyer pays, waits/)
  // paid 128, 99 and 160 out of the wallet; 30 and 80 came back; 300 by card, whose refund the platform denied
  assert.equal(balance(s, 'fang'), 200_000 - 12_800 - 9900 - 16_000 + 3000 + 8000)
  const kept = [9800, 30_000, 9900, 8000]
  const charged = [59, 180, 59, 48] // 60 basis points each, rounded to the 分
  assert.equal(
    fees(s),
    charged.reduce((a, b) => a + b),
  )
  assert.equal(balance(s, 'mingxiang'), kept.reduce((a, b) => a + b) - fees(s))
  assert.deepEqual(
    s.refunds.map(r => r.state),
    ['success', 'denied', 'success'],
  )
})

test('after a trade is finished a refund is the seller’s own money', () => {
  const s = after(/a hasty buyer/)
  assert.equal(balance(s, 'mingxiang'), 12_800 - 77 - 12_000)
  assert.equal(s.trades.find(t => t.outNo === 'X-1')?.state, 'TRADE_FINISHED')
})

test('a settlement file is for its merchant alone', () => {
  const play = payRuns.find(run => run.name.startsWith('a merchant'))
  assert.ok(play)
  const { world } = perform(play)
  const take = (persona: string) =>
    paySpec.artefact?.(world.state.apps['pay'] as never, 'ST1', { persona: persona as never, now: world.state.now })
  assert.match(take('merchant')?.body ?? '', /O26022801,100\.00,99\.40,0\.60/)
  assert.equal(take('clerk'), null)
})

test('the first rule in its order decides; a payment that was released is not held again', () => {
  const s = after(/rules of the watch/)
  const trade = s.trades.find(t => t.outNo === 'X-3')
  assert.ok(trade)
  assert.equal(riskVerdict(s, trade, 0)?.action, 'reject')
  const released = s.trades.find(t => t.outNo === 'X-1')
  assert.ok(released)
  assert.equal(riskVerdict({ ...s, trades: [] }, released, 0), undefined)
  assert.equal(riskVerdict({ ...s, trades: [], cases: [] }, released, 0)?.action, 'hold')
})
