import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ResultRowView } from '../../../../modules/award/contract.ts'
import { type Deserved, deservedState, wrongResults } from './judge-results.ts'

const who = (ticketNumber: string, theory: number | null, practical: number | null): Deserved => ({
  who: ticketNumber,
  ticketNumber,
  ability: 0,
  theory,
  practical,
})
const mark = (n: number | null) => (n === null ? { kind: 'absent' as const, mark: null } : { kind: 'marked' as const, mark: n })
function row(ticketNumber: string, state: ResultRowView['state'], theory: number | null, practical: number | null): ResultRowView {
  const certificateNumber = state === 'passed' ? `N${ticketNumber}` : null
  return {
    ticketNumber,
    name: '甲',
    idMasked: '',
    level: 'L4',
    title: '',
    siteCode: '',
    state,
    theory: mark(theory),
    practical: mark(practical),
    reasons: [],
    certificateNumber,
  }
}

test('both papers must reach sixty, at equality passed; absent from both is absent', () => {
  const states = [
    [6000, 6000],
    [5999, 9000],
    [9000, 5950],
    [6000, null],
    [null, null],
  ].map(([theory = null, practical = null]) => deservedState({ theory, practical }))
  assert.deepEqual(states, ['passed', 'failed', 'failed', 'failed', 'absent'])
})

test('a table that gives everybody what they deserve has no fault', () => {
  const deserved = [who('1', 6000, 6000), who('2', 5900, 8000), who('3', null, null), who('4', 7000, null)]
  const rows = [
    row('1', 'passed', 6000, 6000),
    row('2', 'failed', 5900, 8000),
    row('3', 'absent', null, null),
    row('4', 'failed', 7000, null),
  ]
  assert.deepEqual(wrongResults(deserved, rows), [])
})

test('each planted fault of a table is told', () => {
  const deserved = [who('1', 6000, 6000)]
  const faults = (r: ResultRowView) => wrongResults(deserved, [r]).length
  assert.equal(faults(row('1', 'failed', 6000, 6000)), 1)
  assert.equal(faults(row('1', 'passed', 6100, 6000)), 1)
  assert.equal(faults(row('1', 'passed', 6000, 5950)), 1)
  assert.equal(faults(row('1', 'passed', null, 6000)), 1)
  assert.equal(faults({ ...row('1', 'passed', 6000, 6000), certificateNumber: null }), 1)
  assert.deepEqual(wrongResults(deserved, []), ['1没有成绩'])
  assert.deepEqual(wrongResults([], [row('9', 'passed', 6000, 6000)]), ['成绩表中有1人不是本次考生'])
})
