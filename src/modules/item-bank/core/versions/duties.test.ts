import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Actor, Role, Scope } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { type VersionStanding, dutyFor, mayOpen, mayWrite, stepOf } from './duties.ts'
import { VERSION_EVENTS, VERSION_STATES, type VersionEvent, type VersionState } from './states.ts'

const NATION: Scope = { kind: 'nation' }
const FROM = localDate('2020-01-01')

function person(personId: string, roles: readonly Role[], scope: Scope = NATION): Actor {
  return {
    kind: 'person',
    personId,
    accountId: personId,
    name: personId,
    grants: roles.map(role => ({ role, scope, from: FROM, until: null })),
  }
}
function standing(changes: Partial<VersionStanding> = {}): VersionStanding {
  return { state: 'draft', writerId: 'writer', writerIds: ['writer'], reviewerId: null, ...changes }
}
const STEPS = VERSION_EVENTS.filter((event): event is Exclude<VersionEvent, 'replace'> => event !== 'replace')
const codeOf = (outcome: ReturnType<typeof stepOf>) => (outcome.ok ? outcome.value : outcome.refusal.code)

describe('whose duty a step is', () => {
  const table: readonly (readonly [state: VersionState, event: (typeof STEPS)[number], duty: Role])[] = [
    ['draft', 'send', 'item-writer'],
    ['draft', 'withdraw', 'item-writer'],
    ['item-review', 'withdraw', 'item-writer'],
    ['item-review', 'pass', 'item-reviewer'],
    ['item-review', 'return', 'item-reviewer'],
    ['passed', 'return', 'national-officer'],
    ['passed', 'approve', 'national-officer'],
    ['approved', 'return', 'national-officer'],
    ['approved', 'start-trial', 'national-officer'],
    ['trial', 'make-operational', 'national-officer'],
    ['operational', 'retire', 'national-officer'],
  ]
  for (const [state, event, duty] of table) {
    test(`${event} of ${state} is the duty of ${duty}, and of nobody else`, () => {
      assert.equal(dutyFor(event, state), duty)
      const others: readonly Role[] = ['item-writer', 'item-reviewer', 'national-officer', 'provincial-officer', 'assessor', 'auditor']
      const id = event === 'send' || event === 'withdraw' ? 'writer' : 'somebody'
      for (const role of others) {
        const code = codeOf(stepOf(standing({ state }), event, person(id, [role])))
        assert.equal(code === 'not-permitted', role !== duty, `${role}: ${code}`)
      }
    })
  }

  test('a duty within a province is none in the bank: it is one for the nation', () => {
    const provincial = person('somebody', ['item-reviewer'], { kind: 'province', province: '91' })
    assert.equal(codeOf(stepOf(standing({ state: 'item-review' }), 'pass', provincial)), 'not-permitted')
  })

  test('neither the public nor a task takes a step', () => {
    for (const actor of [{ kind: 'public' }, { kind: 'system', job: 'x' }] as const)
      assert.equal(codeOf(stepOf(standing({ state: 'passed' }), 'approve', actor)), 'not-permitted')
  })

  test('a step the state does not know is refused before anybody is asked who they are', () => {
    assert.equal(codeOf(stepOf(standing({ state: 'retired' }), 'approve', person('x', []))), 'wrong-state')
  })
})

describe('three people', () => {
  test('only its own writer sends and withdraws a version', () => {
    assert.equal(codeOf(stepOf(standing(), 'send', person('writer', ['item-writer']))), 'item-review')
    assert.equal(codeOf(stepOf(standing(), 'send', person('other', ['item-writer']))), 'not-own-version')
    assert.equal(codeOf(stepOf(standing({ state: 'passed' }), 'withdraw', person('other', ['item-writer']))), 'not-own-version')
  })

  test('a version that came by file has no writer here and is withdrawn by nobody', () => {
    const byFile = standing({ state: 'passed', writerId: null, writerIds: [] })
    assert.equal(codeOf(stepOf(byFile, 'withdraw', person('writer', ['item-writer']))), 'not-own-version')
  })

  test('the writer neither passes nor approves nor returns, whatever else they hold', () => {
    const all = person('writer', ['item-writer', 'item-reviewer', 'national-officer'])
    for (const [state, event] of [
      ['item-review', 'pass'],
      ['item-review', 'return'],
      ['passed', 'approve'],
      ['passed', 'return'],
      ['approved', 'start-trial'],
      ['trial', 'make-operational'],
    ] as const)
      assert.equal(codeOf(stepOf(standing({ state }), event, all)), 'own-item', event)
  })

  test('a former writer of the item is a writer still', () => {
    const later = standing({ state: 'item-review', writerId: 'second', writerIds: ['first', 'second'] })
    assert.equal(codeOf(stepOf(later, 'pass', person('first', ['item-reviewer']))), 'own-item')
  })

  test('who passed a version does not approve it, but may start its trial', () => {
    const both = person('reviewer', ['item-reviewer', 'national-officer'])
    assert.equal(codeOf(stepOf(standing({ state: 'passed', reviewerId: 'reviewer' }), 'approve', both)), 'passed-it-already')
    assert.equal(codeOf(stepOf(standing({ state: 'approved', reviewerId: 'reviewer' }), 'start-trial', both)), 'trial')
  })

  test('anybody of the centre may retire, their own items too: taking out of use favours nobody', () => {
    const own = person('writer', ['national-officer'])
    assert.equal(codeOf(stepOf(standing({ state: 'operational' }), 'retire', own)), 'retired')
  })

  test('whatever people try in whatever order, an approved version has three different ones behind it', () => {
    const people = ['p0', 'p1', 'p2', 'p3']
    const roles = fc.array(fc.subarray<Role>(['item-writer', 'item-reviewer', 'national-officer']), { minLength: 4, maxLength: 4 })
    const tries = fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...STEPS)), { maxLength: 40 })
    fc.assert(
      fc.property(roles, fc.nat(3), fc.subarray(people), tries, (held, first, former, taken) => {
        const writerId = people[first] ?? 'p0'
        let now = standing({ writerId, writerIds: [writerId, ...former] })
        const decided: { readonly event: string; readonly by: string }[] = []
        for (const [who, event] of taken) {
          const by = people[who] ?? 'p0'
          const next = stepOf(now, event, person(by, held[who] ?? []))
          if (!next.ok) continue
          if (event !== 'retire') decided.push({ event, by })
          now = { ...now, state: next.value, reviewerId: event === 'pass' ? by : now.reviewerId }
        }
        const approval = decided.find(step => step.event === 'approve')
        if (approval === undefined) return
        const passing = decided.find(step => step.event === 'pass')
        assert.ok(passing)
        assert.equal(new Set([approval.by, passing.by, writerId]).size, 3)
        assert.ok(!former.includes(approval.by) && !former.includes(passing.by))
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('who sees and who writes', () => {
  test('a draft and what was withdrawn are the writer’s own and the centre’s; the rest is the bank’s', () => {
    const others = [person('other', ['item-writer']), person('other', ['item-reviewer'])]
    for (const state of VERSION_STATES) {
      const hidden = state === 'draft' || state === 'withdrawn'
      for (const actor of others) assert.equal(mayOpen(standing({ state }), actor).ok, !hidden, state)
      assert.ok(mayOpen(standing({ state }), person('writer', ['item-writer'])).ok)
      assert.ok(mayOpen(standing({ state }), person('officer', ['national-officer'])).ok)
    }
  })

  test('what one may not see is told as unknown, so that its being there is not told', () => {
    const outcome = mayOpen(standing(), person('other', ['item-writer']))
    assert.equal(!outcome.ok && outcome.refusal.code, 'item-unknown')
  })

  test('a draft is written by its writer alone, and only while it is one', () => {
    assert.ok(mayWrite(standing(), person('writer', ['item-writer'])).ok)
    for (const state of VERSION_STATES.filter(each => each !== 'draft')) {
      const outcome = mayWrite(standing({ state }), person('writer', ['item-writer']))
      assert.deepEqual(outcome, { ok: false, refusal: { code: 'version-fixed', facts: { state } } })
    }
    const other = mayWrite(standing(), person('officer', ['national-officer']))
    assert.equal(!other.ok && other.refusal.code, 'not-own-version')
  })
})
