import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../core/app/stage.test.ts'
import { auctionRuns } from '../runs.ts'
import { AuctionView } from './view.ts'

test('every view of the auction house in its plays has the shape its pages draw', () => {
  let seen = 0
  for (const play of auctionRuns) {
    for (const view of perform(play).views as { readonly apps: { readonly auction?: unknown } }[]) {
      if (view.apps.auction === undefined) continue
      assert.doesNotThrow(() => AuctionView.parse(view.apps.auction), play.name)
      seen += 1
    }
  }
  assert.ok(seen > 50)
})
