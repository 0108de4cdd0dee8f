import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../core/app/stage.test.ts'
import { wmsRuns } from '../runs.ts'
import { WmsView } from './view.ts'

test('every view of the warehouse in its plays has the shape its pages draw', () => {
  let seen = 0
  for (const play of wmsRuns) {
    for (const view of perform(play).views as { readonly apps: { readonly wms?: unknown } }[]) {
      if (view.apps.wms === undefined) continue
      assert.doesNotThrow(() => WmsView.parse(view.apps.wms), play.name)
      seen += 1
    }
  }
  assert.ok(seen > 50)
})
