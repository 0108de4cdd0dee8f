import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../core/app/stage.test.ts'
import { tmsRuns } from '../runs.ts'
import { TmsView } from './view.ts'

test('every view of the carriers in its plays has the shape its pages draw', () => {
  let seen = 0
  for (const play of tmsRuns) {
    for (const view of perform(play).views as { readonly apps: { readonly tms?: unknown } }[]) {
      if (view.apps.tms === undefined) continue
      assert.doesNotThrow(() => TmsView.parse(view.apps.tms), play.name)
      seen += 1
    }
  }
  assert.ok(seen > 50)
})
