import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { DUTIES, type Duty } from '../site/site-package.ts'
import { HALL_ACTS, type HallAct, type Keeper, judgeKeepers, needsSecond } from './duties.ts'

const codeOf = (result: ReturnType<typeof judgeKeepers>) => (result.ok ? 'ok' : result.refusal.code)
const person = (staffId: string, ...duties: Duty[]): Keeper => ({ staffId, duties })
const manager = person('m', 'site-manager')
const engineer = person('e', 'site-engineer')
const keeper = person('k', 'invigilator')
const under = { minutes: 10, threshold: 10 }
const over = { minutes: 11, threshold: 10 }

/** Who may do it alone (`m`, `e`, `k`), and which pairs where one does not suffice: read off design §2.7, not off the table in the code. */
const TABLE: Readonly<Record<string, { readonly alone: string; readonly pairs: string }>> = {
  watch: { alone: 'm e k', pairs: '' },
  'check-in': { alone: 'm k', pairs: '' },
  'mark-absent': { alone: 'm k', pairs: '' },
  'swap-seat': { alone: 'm e k', pairs: '' },
  record: { alone: 'm e k', pairs: '' },
  pause: { alone: 'm k', pairs: '' },
  'hand-in': { alone: 'm k', pairs: '' },
  close: { alone: 'm', pairs: '' },
  arm: { alone: '', pairs: 'me em' },
  credit: { alone: '', pairs: 'mk km' },
  resume: { alone: '', pairs: 'mk km' },
  malpractice: { alone: '', pairs: 'mk km' },
  stop: { alone: '', pairs: 'mk km' },
  'open-papers': { alone: '', pairs: 'me em' },
  import: { alone: 'm e', pairs: '' },
  'take-result': { alone: 'm e', pairs: '' },
  'build-result': { alone: '', pairs: 'me em' },
  purge: { alone: '', pairs: 'me em' },
  'decide-late': { alone: '', pairs: 'mk km' },
  unlock: { alone: '', pairs: 'mk km' },
  'without-seb': { alone: '', pairs: 'mk km' },
  'seb-file': { alone: 'm e', pairs: '' },
  drill: { alone: 'm e', pairs: '' },
  'drill-step': { alone: 'm e k', pairs: '' },
  'drill-step-by-two': { alone: '', pairs: 'me mk em ek km ke' },
  certify: { alone: '', pairs: 'me em' },
}
const PEOPLE: Readonly<Record<string, Keeper>> = { m: manager, e: engineer, k: keeper }

describe('who may do what', () => {
  for (const [act, { alone, pairs }] of Object.entries(TABLE))
    test(`${act}: alone ${alone || 'nobody'}, together ${pairs || 'no need'}`, () => {
      for (const [name, first] of Object.entries(PEOPLE)) {
        assert.equal(judgeKeepers(act as HallAct, first, null, over).ok, alone.split(' ').includes(name), name)
        for (const [other, second] of Object.entries(PEOPLE)) {
          const expected = pairs === '' ? alone.split(' ').includes(name) : pairs.split(' ').includes(name + other)
          assert.equal(judgeKeepers(act as HallAct, first, second, over).ok, expected, name + other)
        }
      }
    })

  test('the table names every act', () => assert.deepEqual(Object.keys(TABLE).toSorted(), Object.keys(HALL_ACTS).toSorted()))

  test('two of one kind: invigilators may record malpractice together, and neither stop nor credit beyond the threshold', () => {
    const other = person('k2', 'invigilator')
    assert.equal(codeOf(judgeKeepers('malpractice', keeper, other)), 'ok')
    assert.equal(codeOf(judgeKeepers('stop', keeper, other)), 'second-person-lacks-duty')
    assert.equal(codeOf(judgeKeepers('credit', keeper, other, over)), 'second-person-lacks-duty')
    assert.equal(codeOf(judgeKeepers('credit', manager, person('m2', 'site-manager'), over)), 'ok')
  })

  test('below the threshold one invigilator gives time back, and a second name does no harm', () => {
    assert.equal(codeOf(judgeKeepers('credit', keeper, null, under)), 'ok')
    assert.equal(codeOf(judgeKeepers('credit', keeper, engineer, under)), 'ok')
    assert.equal(codeOf(judgeKeepers('credit', engineer, manager, under)), 'not-permitted')
  })
})

describe('whatever duties people hold', () => {
  const act = fc.constantFrom(...(Object.keys(HALL_ACTS) as HallAct[]))
  const duties = fc.subarray([...DUTIES])
  const stake = fc.record({ minutes: fc.nat(60), threshold: fc.nat(60) })

  test('one person alone never does what needs two, not under a second name of their own either', () => {
    fc.assert(
      fc.property(act, duties, stake, (what, held, minutes) => {
        const one = person('x', ...held)
        if (!needsSecond(what, minutes)) return
        assert.equal(judgeKeepers(what, one, null, minutes).ok, false)
        assert.equal(judgeKeepers(what, one, { ...one }, minutes).ok, false)
      }),
    )
  })

  test('who holds no duty is refused before anything is said of a second person', () => {
    fc.assert(
      fc.property(act, duties, (what, held) => {
        assert.equal(codeOf(judgeKeepers(what, person('x'), person('y', ...held))), 'not-permitted')
      }),
    )
  })

  test('another duty never takes a permission away', () => {
    const both = fc.tuple(duties, duties, fc.constantFrom(...DUTIES))
    fc.assert(
      fc.property(act, both, stake, (what, [held, others, more], minutes) => {
        const judged = (first: Keeper, second: Keeper) => judgeKeepers(what, first, second, minutes).ok
        const [first, second] = [person('x', ...held), person('y', ...others)]
        if (!judged(first, second)) return
        assert.ok(judged(person('x', ...held, more), second))
        assert.ok(judged(first, person('y', ...others, more)))
      }),
    )
  })

  test('papers are opened by a manager and an engineer who are two persons, in either order', () => {
    fc.assert(
      fc.property(duties, duties, (held, others) => {
        const [first, second] = [person('x', ...held), person('y', ...others)]
        const can = (a: readonly Duty[], b: readonly Duty[]) => a.includes('site-manager') && b.includes('site-engineer')
        assert.equal(judgeKeepers('open-papers', first, second).ok, can(held, others) || can(others, held))
      }),
    )
  })
})
