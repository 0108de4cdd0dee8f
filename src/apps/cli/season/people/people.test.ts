import assert from 'node:assert/strict'
import { test } from 'node:test'
import { birthDateOf, parseIdNumber } from '../../../../kernel/id-number.ts'
import { localDate, plusDays, plusYears } from '../../../../kernel/local-date.ts'
import { mobileNumber, newPassword, personName } from '../../../../modules/identity/contract.ts'
import { formFaults } from '../../../../modules/registration/core/application/application-form.ts'
import { assembleDossier } from '../../../../modules/registration/core/application/facts.ts'
import { judgeEligibility, levelTerms } from '../../../../modules/registration/core/eligibility.ts'
import { editionOf } from '../../../../modules/standard/contract.ts'
import { CLAUSE_PLANS } from './clause-facts.ts'
import { isSeated, planCounts } from './plan.ts'
import { type SyntheticPerson, peopleOf } from './people.ts'

const ON = localDate('2026-12-13')
const LEVELS = ['L4', 'L3']
const order = (count: number, seed = '1', on = ON) => ({ count, seed, on, levels: LEVELS })
const crowd = peopleOf(order(1000))

/** What the rule engine says to the clause a person chose, every fact proven or none. */
function findingOf(person: SyntheticPerson, proven: boolean, on = ON) {
  const { draft } = person
  const rows = [...draft.employments, ...draft.diplomas, ...draft.certificates, ...draft.trainings]
  const seenOnSite = proven ? rows.map(row => row.factId) : []
  const register = { personId: 'p', birth: person.birth, certificates: [], completions: [] }
  const { dossier, incomplete } = assembleDossier({ draft, register, evidence: [], seenOnSite, editionId: 'ec-2005' })
  assert.deepEqual(incomplete, [])
  const { findings } = judgeEligibility({ ...levelTerms(editionOf('ec-2005'), person.level), dossier, on })
  const found = findings.find(f => f.clauseId === person.plan.clauseId)
  assert.ok(found)
  return found
}

test('the rule engine agrees with every plan: met to the day, or missed with the planted day', () => {
  for (const person of crowd) {
    const found = findingOf(person, true)
    const who = `${person.index} ${person.plan.kind} ${person.plan.clauseId}`
    assert.equal(found.verdict, person.plan.kind === 'short' ? 'not-met' : 'met', who)
    if (person.plan.kind === 'short' && found.verdict === 'not-met') assert.equal(found.metOn, person.plan.metOn, who)
  }
})

test('a clause met without documents waits for evidence', () => {
  for (const person of crowd.filter(p => p.plan.kind === 'missing')) assert.equal(findingOf(person, false).verdict, 'needs-evidence')
})

test('every clause of both levels is met by somebody and missed by somebody', () => {
  const clauses = CLAUSE_PLANS.map(c => c.clauseId).sort()
  const used = (kind: string) => [...new Set(crowd.filter(p => p.plan.kind === kind).map(p => p.plan.clauseId))].sort()
  const stated = LEVELS.flatMap(level => levelTerms(editionOf('ec-2005'), level as 'L4').clauses.map(c => c.id)).sort()
  assert.deepEqual(clauses, stated)
  for (const kind of ['eligible', 'short', 'contradicted', 'disguised', 'missing']) assert.deepEqual(used(kind), clauses, kind)
})

test('some meet the years to the very day, also when the day is a 29 February or follows one', () => {
  for (const on of ['2026-12-13', '2028-02-29', '2028-03-01', '2027-02-28']) {
    const day = localDate(on)
    const people = peopleOf({ ...order(400, 'edge', day) })
    for (const person of people)
      assert.equal(findingOf(person, true, day).verdict, person.plan.kind === 'short' ? 'not-met' : 'met', `${on} ${person.plan.clauseId}`)
  }
  assert.ok(crowd.some(p => p.plan.clauseId === 'L4-1' && p.plan.kind === 'eligible' && p.draft.employments[0]?.from === plusYears(ON, -1)))
  assert.ok(crowd.some(p => p.plan.kind === 'short' && p.plan.clauseId === 'L4-1' && p.plan.metOn === plusDays(ON, 1)))
})

test('three quarters are seated in the end and the shares add up for any number', () => {
  assert.equal(crowd.filter(p => isSeated(p.plan)).length, 750)
  for (let n = 1; n <= 200; n++) {
    const counts = planCounts(n)
    assert.equal(
      Object.values(counts).reduce((a, b) => a + b, 0),
      n,
    )
    assert.ok(counts.eligible >= Math.floor(n * 0.7))
  }
})

test('a form is complete but for its site, and every field passes the form of the registration', () => {
  for (const person of crowd) {
    const faults = formFaults({ ...person.draft, siteCode: '91012001' }, { birth: person.birth, on: ON, partValidityMonths: 12 })
    assert.deepEqual(faults, [], `${person.index} ${person.plan.clauseId}`)
  }
})

test('names, numbers, mobiles and passwords are those the registration of accounts accepts, and none comes twice', () => {
  for (const person of crowd) {
    assert.equal(personName.parse(person.name), person.name)
    assert.equal(mobileNumber.parse(person.mobile), person.mobile)
    newPassword.parse(person.password)
    assert.ok(parseIdNumber(person.idNumber).ok)
    assert.equal(birthDateOf(person.idNumber), person.birth)
    assert.ok(person.idNumber.startsWith('110199'))
  }
  assert.equal(new Set(crowd.map(p => p.idNumber)).size, crowd.length)
  assert.equal(new Set(crowd.map(p => p.mobile)).size, crowd.length)
})

test('there are middle dots, rare signs beyond the basic plane, and people who try things twice', () => {
  assert.ok(crowd.some(p => p.name.includes('·')))
  assert.ok(crowd.some(p => [...p.name].some(sign => (sign.codePointAt(0) ?? 0) > 0xffff)))
  for (const twice of ['application', 'account']) assert.ok(crowd.some(p => p.twice === twice))
})

test('abilities look standard normal', () => {
  const mean = crowd.reduce((sum, p) => sum + p.ability, 0) / crowd.length
  const variance = crowd.reduce((sum, p) => sum + (p.ability - mean) ** 2, 0) / crowd.length
  assert.ok(Math.abs(mean) < 0.12 && Math.abs(variance - 1) < 0.15, `${mean} ${variance}`)
})

test('equal orders give equal people, another seed others', () => {
  assert.deepEqual(peopleOf(order(50)), peopleOf(order(50)))
  const other = new Set(peopleOf(order(50, '2')).map(p => p.idNumber))
  assert.ok(peopleOf(order(50)).every(p => !other.has(p.idNumber)))
})

test('people made after others avoid their numbers', () => {
  const taken = new Set<string>()
  const both = [...peopleOf(order(50), taken), ...peopleOf(order(50), taken)]
  assert.equal(new Set(both.map(p => p.idNumber)).size, 100)
  assert.equal(new Set(both.map(p => p.mobile)).size, 100)
})

test('levels that no clause is known for are a bug', () => {
  assert.throws(() => peopleOf({ ...order(5), levels: ['L1'] }), RangeError)
})
