import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../../../kernel/instant.ts'
import { assignMarking, enterMarks, type MarkingRound, type MarkingTask, type MarkingTaskId, type ScriptTies } from './marking-task.ts'
import { CRITERIA, markSheet, type MarkSheet } from './practical-criteria.ts'

const AT = instantOf('2018-01-10T09:00:00+08:00')
const TIES: ScriptTies = { candidateId: 'p-candidate', teacherIds: ['p-teacher'], relativeIds: ['p-aunt'] }
type Draft = Omit<MarkingTask, 'state'>
const draft = (assessorId: string, round: MarkingRound = 1, scriptId = 's-1'): Draft => ({
  id: `t-${assessorId}-${round}` as MarkingTaskId,
  scriptId,
  assessorId,
  round,
  assignedAt: AT,
})
function assigned(assessorId: string, round: MarkingRound = 1, others: readonly MarkingTask[] = []): MarkingTask {
  const task = assignMarking(draft(assessorId, round), TIES, others)
  assert.ok(task.ok)
  return task.value
}
function sheetOf(mark: number): MarkSheet {
  const sheet = markSheet(Object.fromEntries(CRITERIA.map(c => [c, { mark, comment: '理由' }])))
  assert.ok(sheet.ok)
  return sheet.value
}
const codeOf = (r: { ok: true } | { ok: false; refusal: { code: string } }) => (r.ok ? 'ok' : r.refusal.code)

test('nobody marks a script that stands too near', () => {
  const first = assigned('p-a')
  const table: readonly (readonly [Draft, string])[] = [
    [draft('p-b', 2), 'ok'],
    [draft('p-candidate', 2), 'assessor-is-candidate'],
    [draft('p-teacher', 2), 'assessor-taught-candidate'],
    [draft('p-aunt', 2), 'assessor-related'],
    [draft('p-a', 2), 'assessor-has-script'],
    [draft('p-a', 3), 'assessor-has-script'],
    [draft('p-b', 1), 'round-assigned'],
    [draft('p-a', 1, 's-2'), 'ok'],
  ]
  for (const [task, code] of table) assert.equal(codeOf(assignMarking(task, TIES, [first])), code, `${task.assessorId} ${task.round}`)
})

test('the task itself says nothing about the candidate', () => {
  const text = JSON.stringify(assigned('p-a'))
  for (const id of ['p-candidate', 'p-teacher', 'p-aunt']) assert.ok(!text.includes(id))
})

test('only the assessor enters marks, and only once', () => {
  const task = assigned('p-a')
  assert.equal(codeOf(enterMarks(task, { by: 'p-b', at: AT, sheet: sheetOf(2000) })), 'task-of-another')
  const marked = enterMarks(task, { by: 'p-a', at: AT, sheet: sheetOf(2000) })
  assert.ok(marked.ok)
  assert.deepEqual(marked.value.state, { kind: 'marked', at: AT, sheet: sheetOf(2000) })
  assert.equal(codeOf(enterMarks(marked.value, { by: 'p-a', at: AT, sheet: sheetOf(2500) })), 'already-marked')
  assert.equal(codeOf(enterMarks(marked.value, { by: 'p-b', at: AT, sheet: sheetOf(2500) })), 'task-of-another')
})

test('whatever is assigned, a script has one task a round, each of another person without ties', () => {
  const step = fc.record({
    who: fc.constantFrom('p-a', 'p-b', 'p-c', 'p-teacher', 'p-candidate', 'p-aunt'),
    round: fc.constantFrom<MarkingRound>(1, 2, 3),
    script: fc.constantFrom('s-1', 's-2'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      const tasks: MarkingTask[] = []
      for (const { who, round, script } of steps) {
        const task = assignMarking(draft(who, round, script), TIES, tasks)
        if (task.ok) tasks.push(task.value)
      }
      for (const script of ['s-1', 's-2']) {
        const own = tasks.filter(t => t.scriptId === script)
        assert.equal(new Set(own.map(t => t.round)).size, own.length)
        assert.equal(new Set(own.map(t => t.assessorId)).size, own.length)
      }
      assert.ok(tasks.every(t => ['p-a', 'p-b', 'p-c'].includes(t.assessorId)))
    }),
  )
})

test('the first marks entered stand, whatever is tried later', () => {
  const entry = fc.record({ by: fc.constantFrom('p-a', 'p-b'), mark: fc.integer({ min: 0, max: 50 }).map(n => n * 50) })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), entries => {
      let task = assigned('p-a')
      for (const { by, mark } of entries) {
        const done = enterMarks(task, { by, at: AT, sheet: sheetOf(mark) })
        if (done.ok) task = done.value
      }
      const first = entries.find(e => e.by === 'p-a')
      assert.equal(task.state.kind === 'marked' ? task.state.sheet.accuracy.mark : undefined, first?.mark)
    }),
  )
})
