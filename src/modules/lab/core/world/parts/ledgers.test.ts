import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countersFault, escrowFault, issuerFault, ledgerFault, stockFault } from '../ledgers.ts'

test('double entries sum to 0 in each currency, and any single changed amount is seen', () => {
  const entry = fc.record({ currency: fc.constantFrom('CNY', 'USD'), amount: fc.integer({ min: 1, max: 1e9 }) })
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), fc.nat(), fc.integer({ min: 1, max: 99 }), (entries, n, by) => {
      const lines = entries.flatMap(e => [e, { ...e, amount: -e.amount }])
      assert.equal(ledgerFault(lines), null)
      const wrong = lines.map((line, i) => (i === n % lines.length ? { ...line, amount: line.amount + by } : line))
      assert.notEqual(ledgerFault(wrong), null)
    }),
  )
  const mixed = [
    { currency: 'CNY', amount: 7 },
    { currency: 'USD', amount: -7 },
  ]
  assert.equal(ledgerFault(mixed), 'the ledger of CNY sums to 7', 'one currency does not pay for another')
})

test('stock, escrow, line counters and issuers at their borders', () => {
  const stock = (onHand: number, reserved: number) => stockFault([{ sku: 'S', onHand, reserved }]) === null
  assert.deepEqual([stock(5, 0), stock(5, 5), stock(5, 6), stock(5, -1), stock(-1, -1)], [true, true, false, false, false])
  const trades = [
    { open: true, held: 300 },
    { open: false, held: 100 },
    { open: true, held: 50 },
  ]
  assert.equal(escrowFault(350, trades), null)
  assert.equal(escrowFault(450, trades), '450 held, open trades say 350')
  const line = (qty: number, fulfilled: number, shipped: number, returned: number) =>
    countersFault([{ line: 'L', qty, fulfilled, shipped, returned }]) === null
  assert.deepEqual(
    [line(3, 3, 3, 3), line(3, 2, 1, 0), line(3, 4, 1, 0), line(3, 1, 2, 0), line(3, 2, 1, 2), line(3, 2, 1, -1)],
    [true, true, false, false, false, false],
  )
  assert.equal(
    issuerFault([
      { serial: 'root', issuer: 'root' },
      { serial: 'a', issuer: 'root' },
    ]),
    null,
  )
  assert.equal(issuerFault([{ serial: 'a', issuer: 'root' }]), 'certificate a has no issuer root')
})
