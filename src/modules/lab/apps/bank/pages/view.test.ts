import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../core/app/stage.test.ts'
import { bankRuns } from '../runs.ts'
import { rowsOf } from './batch-rows.ts'
import { BankView, insideOf } from './view.ts'

test('whatever is played, what the bank shows has the shape its pages draw', () => {
  const seen = new Set<string>()
  for (const run of bankRuns) {
    for (const [i, view] of perform(run).views.entries()) {
      const shown = (view as unknown as { readonly apps: { readonly bank?: unknown } }).apps.bank
      if (shown === undefined) continue
      const read = BankView.safeParse(shown)
      assert.ok(read.success, `${run.name}, step ${i}: ${read.error?.message ?? ''}`)
      assert.equal(insideOf(read.data) !== null, read.data.signedIn)
      seen.add(insideOf(read.data)?.profile.role ?? 'nobody')
    }
  }
  assert.deepEqual([...seen].toSorted(), ['checker', 'maker', 'nobody', 'personal'])
})

test('the lines of a batch are read by commas of either width or tabs; empty lines are none, an amount that is none is 0', () => {
  assert.deepEqual(rowsOf('6299 0012 3456,王芳,102331000018,"1,200.5",工资\n\n622，李强，103332000027，80，\n622\t赵敏\t103\tx\t奖金'), [
    { toNo: '629900123456', toName: '王芳', cnaps: '102331000018', amount: 0, purpose: '200.5"' },
    { toNo: '622', toName: '李强', cnaps: '103332000027', amount: 8000, purpose: '' },
    { toNo: '622', toName: '赵敏', cnaps: '103', amount: 0, purpose: '奖金' },
  ])
})
