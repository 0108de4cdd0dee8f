import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../core/app/stage.test.ts'
import { payRuns } from '../runs.ts'
import { orderIn, tradeAddress } from './text.ts'
import { PayView } from './view.ts'

test('whatever is played, what the platform shows has the shape its pages draw', () => {
  const seen = new Set<string>()
  for (const run of payRuns)
    for (const [i, view] of perform(run).views.entries()) {
      const shown = (view as unknown as { readonly apps: { readonly pay?: unknown } }).apps.pay
      if (shown === undefined) continue
      const read = PayView.safeParse(shown)
      assert.ok(read.success, `${run.name}, step ${i}: ${read.error?.message ?? ''}`)
      const { wallet, merchant, risk, refunds } = read.data
      for (const [name, there] of Object.entries({ wallet, merchant, risk, refund: refunds[0] ?? null })) if (there !== null) seen.add(name)
    }
  assert.deepEqual([...seen].toSorted(), ['merchant', 'refund', 'risk', 'wallet'])
})

test('the address of a trade leads back to its order, whatever the number is made of', () => {
  const address = tradeAddress('http://pay.lab.test/', 'O26 0/17')
  assert.equal(address, 'http://pay.lab.test/trades/O26%200%2F17')
  assert.equal(orderIn(address), 'O26 0/17')
  assert.equal(orderIn('http://pay.lab.test/trades'), null)
  assert.equal(orderIn('http://pay.lab.test/'), null)
})
