import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  COMMENT_BELOW,
  CRITERIA,
  type Criterion,
  CRITERION_MAXIMUM,
  CRITERION_NAMES,
  markSheet,
  type MarkSheetDraft,
  totalOf,
} from './practical-criteria.ts'

const all = (mark: number, comment = '理由'): MarkSheetDraft => Object.fromEntries(CRITERIA.map(c => [c, { mark, comment }]))
function faultsOf(draft: MarkSheetDraft): readonly string[] {
  const sheet = markSheet(draft)
  return sheet.ok ? [] : (sheet.refusal.fields ?? []).map(f => f.path)
}

test('four criteria of 25 marks make a paper of 100', () => {
  assert.deepEqual(
    CRITERIA.map(c => CRITERION_NAMES[c].zh),
    ['信息处理与准确性', '操作规范与流程完整', '结果质量与呈现', '安全与职业规范'],
  )
  assert.equal(CRITERION_MAXIMUM * CRITERIA.length, 10_000)
  assert.equal(COMMENT_BELOW, CRITERION_MAXIMUM * 0.6)
})

test('a mark is a whole number of halves between 0 and 25', () => {
  const table: readonly (readonly [number, readonly string[]])[] = [
    [0, []],
    [50, []],
    [2500, []],
    [2450, []],
    [2550, ['result.mark']],
    [-50, ['result.mark']],
    [25, ['result.mark']],
    [2499, ['result.mark']],
    [100.5, ['result.mark']],
    [Number.NaN, ['result.mark']],
    [Number.POSITIVE_INFINITY, ['result.mark']],
  ]
  for (const [mark, faults] of table) assert.deepEqual(faultsOf({ ...all(2000), result: { mark, comment: '理由' } }), faults, `${mark}`)
})

test('below 15 marks a comment is required, at 15 it is not', () => {
  assert.deepEqual(faultsOf({ ...all(2000), conduct: { mark: 1450, comment: ' 　' } }), ['conduct.comment'])
  assert.deepEqual(faultsOf({ ...all(2000), conduct: { mark: 1450, comment: '未退出账户' } }), [])
  assert.deepEqual(faultsOf({ ...all(2000), conduct: { mark: 1500, comment: '' } }), [])
})

test('all faults are told at once, in the order of the form', () => {
  assert.deepEqual(
    faultsOf({}),
    CRITERIA.map(c => `${c}.mark`),
  )
  assert.deepEqual(
    faultsOf({ accuracy: { mark: 3000, comment: '' }, procedure: { mark: 0, comment: '' }, result: { mark: 2000, comment: '' } }),
    ['accuracy.mark', 'procedure.comment', 'conduct.mark'],
  )
  const sheet = markSheet({ ...all(2000), accuracy: { mark: 1000, comment: '' } })
  assert.deepEqual(sheet.ok ? null : sheet.refusal, {
    code: 'mark-sheet-invalid',
    facts: { faults: 1 },
    fields: [
      {
        path: 'accuracy.comment',
        zh: '“信息处理与准确性”低于15分，须写明扣分理由。',
        en: 'Handling of information and accuracy: below 15, so state why marks were taken off.',
      },
    ],
  })
})

test('comments are kept without the blanks around them', () => {
  const sheet = markSheet(all(1000, '  步骤不全 '))
  assert.ok(sheet.ok)
  assert.equal(sheet.value.procedure.comment, '步骤不全')
})

const anyMark = fc.oneof(
  fc.integer({ min: 0, max: 50 }).map(n => n * 50),
  fc.integer({ min: -100, max: 2600 }),
)
const anyCriterion = fc.record({ mark: anyMark, comment: fc.constantFrom('', ' ', '理由') })

test('a sheet is accepted exactly when each criterion is in order, and its total is the sum', () => {
  fc.assert(
    fc.property(anyCriterion, anyCriterion, anyCriterion, anyCriterion, (accuracy, procedure, result, conduct) => {
      const draft: Record<Criterion, { mark: number; comment: string }> = { accuracy, procedure, result, conduct }
      const inOrder = CRITERIA.every(c => {
        const { mark, comment } = draft[c]
        return mark >= 0 && mark <= 2500 && mark % 50 === 0 && (mark >= 1500 || comment.trim() !== '')
      })
      const sheet = markSheet(draft)
      assert.equal(sheet.ok, inOrder)
      if (sheet.ok) assert.equal(totalOf(sheet.value), accuracy.mark + procedure.mark + result.mark + conduct.mark)
    }),
  )
})
