import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../../core/app/stage.test.ts'
import { auctionRuns } from '../../runs.ts'
import { LotBody } from '../../slice.ts'
import type { AuctionView } from '../view.ts'
import { FRESH, bodyOf, entryOf } from './lot-entry.ts'

test('what is typed is a lot the house understands, and nothing of another kind slips in', () => {
  const typed = {
    ...FRESH,
    title: '老式搪瓷茶缸 九成新',
    category: '旧物',
    start: '31',
    reserve: '62.5',
    step: '3',
    buyNow: '99',
    quantity: '4',
  }
  const english = bodyOf(typed)
  assert.deepEqual([english.reserve, english.step, english.buyNow, english.quantity], [6250, 300, 9900, 1])
  const fixed = bodyOf({ ...typed, kind: 'fixed' })
  assert.deepEqual([fixed.reserve, fixed.step, fixed.buyNow, fixed.quantity], [null, 0, null, 4])
  for (const kind of ['english', 'dutch', 'sealed', 'fixed', 'multi']) LotBody.parse(bodyOf({ ...typed, kind }))
})

test('a lot that is opened for a change and saved as it was stays what it was', () => {
  let seen = 0
  for (const play of auctionRuns) {
    for (const { apps } of perform(play).views as unknown as { readonly apps: { readonly auction?: AuctionView } }[]) {
      for (const lot of apps.auction?.lots ?? []) {
        const body = LotBody.parse(bodyOf(entryOf(lot)))
        assert.deepEqual(
          [body.title, body.kind, body.start, body.hours, body.shipFee],
          [lot.title, lot.kind, lot.start, lot.hours, lot.shipFee],
        )
        if (lot.kind === 'english') assert.deepEqual([body.step, body.buyNow, body.reserve], [lot.step, lot.buyNow, lot.ownReserve])
        seen += 1
      }
    }
  }
  assert.ok(seen > 50)
})
