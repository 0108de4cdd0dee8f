import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { writeKeyText } from '../../../contract.ts'
import { drillActs } from './drill-acts.ts'
import { GROUPS, judgeGroups, symbolsOf, withTyped } from './key-groups.ts'
import { type Arming, siteSteps } from './site-steps.ts'

const KEY = writeKeyText(Uint8Array.from({ length: 16 }, (_, at) => at * 13 + 7)).split('-')
const EMPTY = Array.from({ length: GROUPS }, () => '')

describe('an opening key, group by group', () => {
  test('whole and right: every group says so', () => {
    const verdict = judgeGroups(KEY)
    assert.equal(KEY.length, GROUPS)
    assert.deepEqual([verdict.right, new Set(verdict.states)], [true, new Set(['right'])])
  })

  test('one misheard symbol is traced to its group, in each of the seven', () => {
    for (let at = 0; at < GROUPS; at++) {
      const group = KEY[at] ?? ''
      const spoilt = KEY.with(at, (group.startsWith('7') ? '8' : '7') + group.slice(1))
      const verdict = judgeGroups(spoilt)
      assert.deepEqual(
        [verdict.right, verdict.states.indexOf('wrong'), verdict.states.filter(state => state === 'wrong').length],
        [false, at, 1],
      )
    }
  })

  test('two wrong symbols are never taken for right; two that changed places are in no single group, and that is said', () => {
    const change = (group: string) => (group.startsWith('A') ? 'B' : 'A') + group.slice(1)
    for (let at = 0; at < GROUPS - 1; at++)
      assert.equal(judgeGroups(KEY.with(at, change(KEY[at] ?? '')).with(at + 1, change(KEY[at + 1] ?? ''))).right, false)
    const [first = '', last = ''] = [KEY[0], KEY[5]]
    const exchanged = KEY.with(0, last.charAt(0) + first.slice(1)).with(5, first.charAt(0) + last.slice(1))
    assert.deepEqual([judgeGroups(exchanged).spoilt, judgeGroups(exchanged).states.includes('wrong')], [true, false])
  })

  test('nothing is judged before all groups are there, except signs that no key has', () => {
    assert.deepEqual(judgeGroups(KEY.with(3, (KEY[3] ?? '').slice(0, 3))).states[3], 'open')
    assert.deepEqual(judgeGroups(EMPTY.with(2, '1U3')).states[2], 'foreign')
    assert.equal(judgeGroups(EMPTY).spoilt, false)
  })

  test('what is typed is read as people write it: small letters, wide forms, O for 0, I and L for 1', () => {
    assert.equal(symbolsOf(' ｏil-9ａ '), '0119A')
  })

  test('a pasted key fills all groups; typing goes on into the next one when a group is full', () => {
    assert.deepEqual(withTyped(EMPTY, 0, KEY.join(' ').toLowerCase()).groups, KEY)
    assert.deepEqual(withTyped(EMPTY, 0, 'ABC'), { groups: EMPTY.with(0, 'ABC'), at: 0 })
    assert.deepEqual(withTyped(EMPTY, 1, 'ABCD'), { groups: EMPTY.with(1, 'ABCD'), at: 2 })
    assert.deepEqual(withTyped(EMPTY, 6, 'ABCDE').groups[6], 'ABCD', 'nothing runs over the last group')
    assert.deepEqual(withTyped(KEY, 2, '').groups[2], '')
  })
})

const finding = (code: string, verdict: Arming['findings'][number]['verdict']) => ({ code, verdict, zh: '', en: '' })
const arming = (mayArm: boolean, ...findings: Arming['findings']): Arming => ({ mayArm, findings, diskFreeBytes: null })

describe('the steps of a site', () => {
  test('each state of the site stands at its step', () => {
    const steps = (state: Parameters<typeof siteSteps>[0]['state'], told?: Arming) =>
      siteSteps({ state, arming: told, offsetMs: 0, peer: 'none' })
    assert.deepEqual([steps('empty').package, steps('empty').papers], ['now', 'ahead'])
    assert.deepEqual(
      [steps('roster-installed').roster, steps('roster-installed').papers, steps('roster-installed').checks],
      ['done', 'now', 'ahead'],
    )
    assert.equal(steps('papers-opened', arming(true, finding('staff', 'fulfilled'))).arm, 'now')
    assert.equal(steps('armed').arm, 'done')
  })

  test('shut papers are their own step: the checks are open then, not wrong; once they are open everything counts', () => {
    const shut = arming(false, finding('papers-opened', 'in-the-way'), finding('staff', 'fulfilled'))
    assert.equal(siteSteps({ state: 'roster-installed', arming: shut, offsetMs: 0, peer: 'none' }).checks, 'ahead')
    const lacking = arming(false, finding('papers-opened', 'in-the-way'), finding('staff', 'in-the-way'))
    assert.equal(siteSteps({ state: 'roster-installed', arming: lacking, offsetMs: 0, peer: 'none' }).checks, 'blocked')
    assert.equal(siteSteps({ state: 'papers-opened', arming: shut, offsetMs: 0, peer: 'none' }).checks, 'blocked')
  })

  test('a missing drill blocks its step; where none is asked for it is done; spare seats only want a look; a clock that is off as well', () => {
    const told = arming(false, finding('drill', 'in-the-way'), finding('spare-seats', 'look'))
    const steps = siteSteps({ state: 'papers-opened', arming: told, offsetMs: 5_000, peer: 'none' })
    assert.deepEqual([steps.drill, steps.checks, steps.server, steps.arm], ['blocked', 'look', 'look', 'ahead'])
    assert.equal(siteSteps({ state: 'armed', arming: undefined, offsetMs: 0, peer: 'away' }).server, 'look')
    assert.equal(siteSteps({ state: 'armed', arming: undefined, offsetMs: 0, peer: 'behind' }).server, 'done')
    assert.equal(siteSteps({ state: 'papers-opened', arming: arming(true), offsetMs: 0, peer: 'none' }).drill, 'done')
  })
})

describe('a step of the drill', () => {
  const step = (state: Parameters<typeof drillActs>[0]['state'], more: object = {}) => ({
    stepId: 'power',
    state,
    faults: [],
    maySkip: false,
    ...more,
  })
  const missed = { faults: [{ path: 'power.battery', zh: '', en: '' }] }

  test('is begun, then confirmed; over, nothing is left to do', () => {
    assert.deepEqual(drillActs(step('open')), { begin: 'first', load: false, confirm: false, skip: false })
    assert.deepEqual(drillActs(step('running')), { begin: null, load: false, confirm: true, skip: false })
    const over = { begin: null, load: false, confirm: false, skip: false }
    assert.deepEqual([drillActs(step('confirmed')), drillActs(step('skipped', { maySkip: true }))], [over, over])
  })

  test('missed, its watch starts again, because one that runs on could never keep the limit', () =>
    assert.deepEqual(drillActs(step('confirmed', missed)), { begin: 'again', load: false, confirm: false, skip: false }))

  test('the load is simulated again within the same drill, and never confirmed while it runs', () => {
    const load = (state: Parameters<typeof drillActs>[0]['state'], more = {}) => drillActs(step(state, { stepId: 'load', ...more }))
    assert.deepEqual([load('open').load, load('running').confirm, load('measured').confirm], [true, false, true])
    assert.deepEqual(load('confirmed', missed), { begin: null, load: true, confirm: false, skip: false })
  })

  test('what this site does not have may be left out until it is done', () =>
    assert.deepEqual(
      ['open', 'running'].map(state => drillActs(step(state as 'open', { maySkip: true })).skip),
      [true, true],
    ))
})
