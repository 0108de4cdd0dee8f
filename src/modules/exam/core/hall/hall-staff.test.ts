import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { candidatesPerPerson, REVIEW_STAFF, SKILL_STAFF, type StaffRule, staffNeeded, THEORY_STAFF } from './hall-staff.ts'

test('staff follow the ratio, the minimum and the odd number', () => {
  const table: readonly (readonly [StaffRule, number, number])[] = [
    [THEORY_STAFF, 0, 0],
    [THEORY_STAFF, 1, 2],
    [THEORY_STAFF, 30, 2],
    [THEORY_STAFF, 31, 3],
    [THEORY_STAFF, 60, 4],
    [SKILL_STAFF, 0, 0],
    [SKILL_STAFF, 5, 3],
    [SKILL_STAFF, 15, 3],
    [SKILL_STAFF, 16, 5],
    [SKILL_STAFF, 30, 7],
    [REVIEW_STAFF, 1, 3],
    [REVIEW_STAFF, 500, 3],
  ]
  for (const [rule, candidates, needed] of table) assert.equal(staffNeeded(candidates, rule), needed, `${candidates}`)
})

test('more candidates never need fewer people, and the ratio is always kept', () => {
  const rules = fc.record({
    candidatesPerPerson: fc.integer({ min: 1, max: 40 }),
    minimum: fc.integer({ min: 1, max: 5 }),
    odd: fc.boolean(),
  })
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 400 }), (rule, n) => {
      const needed = staffNeeded(n, rule)
      assert.ok(needed >= rule.minimum && needed * rule.candidatesPerPerson >= n)
      assert.ok(staffNeeded(n + 1, rule) >= needed)
      if (rule.odd) assert.equal(needed % 2, 1)
    }),
  )
})

test('ratios are read as editions write them', () => {
  assert.equal(candidatesPerPerson('1:15'), 15)
  for (const bad of ['15', '1:0', '2:15', '1:', '1：15']) assert.throws(() => candidatesPerPerson(bad), RangeError)
  for (const n of [-1, 1.5]) assert.throws(() => staffNeeded(n, THEORY_STAFF), RangeError)
})
