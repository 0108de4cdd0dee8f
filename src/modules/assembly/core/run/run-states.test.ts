import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assemblyRefusals } from '../refusals.ts'
import { PROCESS_ENDED, failureOf } from './run-failure.ts'
import { PROPOSAL_STATES, RUN_STAGES, RUN_STATES, hasEnded } from './run-states.ts'

describe('states of a run', () => {
  for (const [state, ended] of [
    ['queued', false],
    ['running', false],
    ['done', true],
    ['infeasible', true],
    ['not-found', true],
    ['failed', true],
    ['cancelled', true],
  ] as const)
    test(`a run that is ${state} ${ended ? 'has come to its end' : 'goes on'}`, () => assert.equal(hasEnded(state), ended))

  test('states and stages have names of their own', () => {
    for (const names of [RUN_STATES, RUN_STAGES, PROPOSAL_STATES]) assert.equal(new Set<string>(names).size, names.length)
    assert.equal(RUN_STATES.filter(state => !hasEnded(state)).length, 2)
  })
})

describe('why a run failed', () => {
  test('every refusal of the catalogue has words in both languages, without an unfilled place where its facts are given', () => {
    for (const code of Object.keys(assemblyRefusals)) {
      const said = failureOf({ code, facts: {} })
      assert.ok(said.zh.length > 4 && said.en.length > 4, code)
    }
  })

  test('a refusal of another module is told by its code', () => {
    const said = failureOf({ code: 'weights-not-stated', facts: {} })
    assert.match(said.zh, /weights-not-stated/)
    assert.match(said.en, /weights-not-stated/)
  })

  test('the first three single faults are told with it, and no more', () => {
    const fields = ['甲', '乙', '丙', '丁'].map(name => ({ path: name, zh: `${name}不对。`, en: `${name} is wrong.` }))
    const said = failureOf({ code: 'weights-not-stated', facts: {}, fields })
    assert.ok(said.zh.includes('甲不对。乙不对。丙不对。'))
    assert.ok(!said.zh.includes('丁'))
    assert.match(said.en, /丙 is wrong\.$/)
  })

  test('a process that stopped says what to do next', () => {
    assert.match(PROCESS_ENDED.zh, /重新运行/)
    assert.match(PROCESS_ENDED.en, /again/)
  })
})
