import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { interactionOf } from '../../../interactions/contract.ts'
import type { CheckEvidence, TaskScore } from '../../../lab/contract.ts'
import { itemFinding, waitingChecks } from './lab-evidence.ts'
import { skillScores } from './skill-scores.ts'

const check = (id: string, got: number, max: number, status: CheckEvidence['status'] = 'partial'): CheckEvidence => ({
  id,
  got: hundredths(got),
  max: hundredths(max),
  status,
  expected: '',
  actual: '',
  witness: [],
  counter: [],
  say: id,
  hint: null,
  claim: null,
})
const scoreOf = (checks: readonly CheckEvidence[], off = 0, cap: number | null = null): TaskScore => ({
  got: hundredths(0),
  max: hundredths(1200),
  waiting: hundredths(0),
  off: hundredths(off),
  cap: cap === null ? null : hundredths(cap),
  checks,
  faults: [],
})
const skill = (code: string, name: string) => ({ code, name })
const KEY = {
  version: 1,
  checks: [
    { id: 'a', text: 'a', share: 700, skill: skill('L4-1.1', '信息采集') },
    { id: 'b', text: 'b', share: 400, skill: skill('L4-1.2', '信息整理') },
    { id: 'c', text: 'c', share: 100 },
  ],
  explanation: null,
}
const CONTENT = { version: 2, brief: '完成操作。', scenario: 'tea-sourcing', scenarioVersion: 1, seed: null, task: 'L4-05' }
const RESPONSE = { version: 1, worldRun: { id: 'i', commands: 9, digest: 'd' } }
const earned = (evidence: object, max: number) =>
  interactionOf('lab-task').score({ content: CONTENT, key: KEY, response: RESPONSE, evidence, max: hundredths(max) }).earned as number

test('checks bring what they earned, gates and deductions are taken off, and the item weighs it all once', () => {
  const all = [check('a', 700, 700), check('b', 250, 400), check('c', 100, 100), check('spare', 0, 0)]
  const table: readonly (readonly [off: number, cap: number | null, left: number, onFifteen: number])[] = [
    [0, null, 1050, 1312],
    [50, null, 1000, 1250],
    [0, 600, 600, 750],
    [50, 1000, 1000, 1250],
    [5000, null, 0, 0],
  ]
  for (const [off, cap, left, onFifteen] of table) {
    const finding = itemFinding(KEY, scoreOf(all, off, cap), [])
    assert.deepEqual([finding.got, finding.taken], [left, 1050 - left])
    assert.ok(interactionOf('lab-task').parseEvidence({ content: CONTENT, key: KEY }, finding.evidence).ok)
    assert.deepEqual([earned(finding.evidence, 1200), earned(finding.evidence, 1500)], [left, onFifteen])
  }
})

test('what a person must judge waits, and their mark stands under gates and deductions like any other', () => {
  const all = [check('a', 700, 700), check('b', 400, 400), check('c', 0, 100, 'manual')]
  assert.deepEqual(
    waitingChecks(scoreOf(all), []).map(one => one.id),
    ['c'],
  )
  const given = [{ checkId: 'c', got: hundredths(50) }]
  assert.deepEqual(waitingChecks(scoreOf(all), given), [])
  assert.equal(itemFinding(KEY, scoreOf(all), given).got, 1150)
  assert.equal(itemFinding(KEY, scoreOf(all, 50), given).got, 1100)
  assert.equal(itemFinding(KEY, scoreOf(all, 0, 600), given).got, 600)
  assert.throws(() => itemFinding(KEY, scoreOf(all), [{ checkId: 'c', got: hundredths(150) }]), /more than its marks/)
  // a mark for a check that the laboratory judged itself changes nothing
  assert.equal(itemFinding(KEY, scoreOf(all), [...given, { checkId: 'a', got: hundredths(0) }]).got, 1150)
})

test('a key and a rubric of different tasks are a bug, not a mark', () => {
  const foreign = [check('a', 700, 700), check('b', 400, 400), check('d', 100, 100)]
  assert.throws(() => itemFinding(KEY, scoreOf(foreign), []), /check c of the key/)
  assert.throws(() => itemFinding(KEY, scoreOf([check('a', 600, 600), check('b', 0, 400), check('c', 0, 100)]), []), /check a of the key/)
  const more = [check('a', 700, 700), check('b', 400, 400), check('c', 100, 100), check('d', 100, 100)]
  assert.throws(() => itemFinding(KEY, scoreOf(more), []), /marks that the key does not know/)
})

test('skills are rolled up as they weigh on the paper, over all items, and who did nothing has none of the marks', () => {
  const finding = itemFinding(KEY, scoreOf([check('a', 350, 700), check('b', 400, 400), check('c', 0, 100)], 50), [])
  const items = [
    { key: KEY, finding, marks: hundredths(1500) },
    { key: { ...KEY, checks: KEY.checks.slice(0, 1) }, finding: undefined, marks: hundredths(1000) },
  ]
  assert.deepEqual(skillScores(items), [
    { code: 'L4-1.1', name: '信息采集', score: 437, maximum: 1875 },
    { code: 'L4-1.2', name: '信息整理', score: 500, maximum: 500 },
  ])
  assert.deepEqual(skillScores([]), [])
})
