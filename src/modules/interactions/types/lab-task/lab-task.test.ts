import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { labTask } from './lab-task.ts'

const content = { version: 2, brief: '完成操作。', scenario: 'qinghe-shop', scenarioVersion: 1, seed: null, task: 'L4-05' }
const key = {
  version: 1,
  checks: [
    { id: 'a', text: '已下单', share: 3 },
    { id: 'b', text: '已付款', share: 1 },
  ],
}
const response = (commands: number) => ({ version: 1, worldRun: { id: 'run-1', commands, digest: 'd' } })
const found = (a: number, b: number) => ({
  version: 1,
  checks: [
    { id: 'a', share: a },
    { id: 'b', share: b },
  ],
})
const scoreOf = (evidence: unknown) => labTask.score({ content, key, response: response(5), evidence, max: hundredths(1000) })

test('checks bring their shares, and nothing is scored before the laboratory has looked', () => {
  assert.deepEqual(scoreOf(null).reasons, [{ code: 'needs-laboratory', optionIds: [] }])
  assert.deepEqual(
    [found(3, 1), found(3, 0), found(0, 1), found(1, 0), found(0, 0)].map(one => scoreOf(one).earned),
    [1000, 750, 250, 250, 0],
  )
})

test('what gates and deductions take off is taken off the sum, and never more than there is', () => {
  const taken = (share: number, off: number) => scoreOf({ ...found(share, 1), taken: off }).earned
  assert.deepEqual([taken(3, 0), taken(3, 1), taken(3, 2), taken(1, 2), taken(0, 3)], [1000, 750, 500, 0, 0])
  assert.equal(labTask.parseEvidence({ content, key }, { ...found(3, 1), taken: -1 }).ok, false)
})

test('a world in which nothing was done waits for nobody', () => {
  assert.equal(labTask.score({ content, key, response: response(0), max: hundredths(1000) }).outcome, 'unanswered')
})

test('what the laboratory found fits the checks', () => {
  for (const bad of [
    found(4, 0),
    { version: 1, checks: [{ id: 'a', share: 1 }] },
    { version: 1, checks: [{ id: 'z', share: 1 }] },
    found(0.5, 0),
  ])
    assert.equal(labTask.parseEvidence({ content, key }, bad).ok, false, JSON.stringify(bad))
})

test('content from before tasks had numbers names none, and a number has one form', () => {
  const { task: _task, ...old } = { ...content, version: 1 }
  const raised = labTask.parseContent(old)
  assert.ok(raised.ok)
  assert.deepEqual([raised.value['version'], raised.value['task']], [2, null])
  for (const task of ['L4-5', 'l4-05', 'L5-01', '', 'L4-05/../x', undefined])
    assert.equal(labTask.parseContent({ ...content, task }).ok, false, task)
})

test('a scenario is named by a plain path', () => {
  for (const scenario of ['', '../secret', 'Store', 'a b', '/a'])
    assert.equal(labTask.parseContent({ ...content, scenario }).ok, false, scenario)
})
