import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { type Ask, type CheckMarkDraft, checkMarks } from './check-marks.ts'

const ask = (itemId: string, checkId: string): Ask => ({
  itemId,
  checkId,
  task: 'L4-15',
  say: '版面整洁',
  best: '分区清楚',
  most: hundredths(100),
})
const asks = [ask('i', 'tidy'), ask('j', 'tidy')]
const mark = (itemId: string, got: number, comment = ''): CheckMarkDraft => ({ itemId, checkId: 'tidy', got, comment })
const faults = (drafts: readonly CheckMarkDraft[]) => {
  const judged = checkMarks(asks, drafts)
  return judged.ok ? [] : (judged.refusal.fields ?? []).map(field => field.path)
}

test('everything that is asked gets its mark at once', () => {
  const judged = checkMarks(asks, [mark('i', 100), mark('j', 50, ' 文字与图片没有对齐 ')])
  assert.ok(judged.ok)
  assert.deepEqual(
    judged.value.map(one => [one.itemId, one.got, one.comment]),
    [
      ['i', 100, ''],
      ['j', 50, '文字与图片没有对齐'],
    ],
  )
})

test('what is missing, asked twice, not asked, out of range, in other steps or without a reason is told by its field', () => {
  assert.deepEqual(faults([mark('i', 100)]), ['j.tidy.got'])
  assert.deepEqual(faults([mark('i', 100), mark('i', 100), mark('j', 100)]), ['i.tidy.got'])
  assert.deepEqual(faults([mark('i', 100), mark('j', 100), mark('k', 100)]), ['k.tidy.got'])
  for (const got of [-50, 150, 25, 50.5, Number.NaN])
    assert.deepEqual(faults([mark('i', got, '有'), mark('j', 100)]), ['i.tidy.got'], String(got))
  assert.deepEqual(faults([mark('i', 50, '  '), mark('j', 0)]), ['i.tidy.comment', 'j.tidy.comment'])
})
