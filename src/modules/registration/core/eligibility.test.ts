import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../kernel/local-date.ts'
import { editionOf } from '../../standard/contract.ts'
import { person } from './border-cases/person.ts'
import { judgeEligibility, levelTerms } from './eligibility.ts'

const on = localDate('2010-01-01')

describe('the terms of a level', () => {
  test('are the clauses and hours of the edition, and training counts under it alone', () => {
    const terms = levelTerms(editionOf('ec-2005'), 'L3')
    assert.deepEqual(
      terms.clauses.map(c => c.id),
      ['L3-1', 'L3-2', 'L3-3', 'L3-4', 'L3-5', 'L3-6', 'L3-7'],
    )
    assert.deepEqual((['L4', 'L3', 'L2', 'L1'] as const).map(terms.standardHours), [240, 200, 200, 180])
    assert.equal(terms.standardHours('L5'), null)
    assert.deepEqual(terms.trainingUnder, ['ec-2005'])
  })
  test('of an overlay: training counts under the edition it takes the hours from as well', () => {
    assert.deepEqual(levelTerms(editionOf('ec-2016-local-liaoning'), 'L4').trainingUnder, ['ec-2016-local-liaoning', 'ec-2005'])
    assert.deepEqual(levelTerms(editionOf('ec-2001-trial-early'), 'L4').trainingUnder, ['ec-2001-trial-early', 'ec-2002-trial'])
    assert.equal(levelTerms(editionOf('ec-2001-trial-early'), 'L4').standardHours('L3'), 230)
  })
  test('of a level that the edition does not have are a fault', () => {
    assert.throws(() => levelTerms(editionOf('ec-2005'), 'L5'), /no level L5 in ec-2005/)
  })
})

describe('the answer for a level', () => {
  const terms = levelTerms(editionOf('ec-2005'), 'L4')
  const judge = (p: ReturnType<typeof person>) => judgeEligibility({ ...terms, dossier: p.dossier(), on })

  test('is the best of its clauses: met before claimed before not met', () => {
    assert.equal(judge(person().works('2005-01-01').trained('L4', 240, '2006-01-01', 'ec-2005').unproven()).verdict, 'met')
    assert.equal(judge(person().works('2009-06-01').trained('L4', 240, '2006-01-01', 'ec-2005').unproven()).verdict, 'needs-evidence')
    assert.equal(judge(person().works('2009-06-01')).verdict, 'not-met')
  })
  test('opens on the day of the first clause, on the day itself when one is true already, never when none will be', () => {
    assert.equal(judge(person().works('2009-06-01').trained('L4', 240, '2010-03-01', 'ec-2005')).opensOn, '2010-03-01')
    assert.equal(judge(person().works('2005-06-01').unproven()).opensOn, on)
    assert.equal(judge(person()).opensOn, null)
  })
  test('reports every clause with its number and words, also those after the first that is met', () => {
    const { findings } = judge(person().works('2005-01-01'))
    assert.deepEqual(
      findings.map(f => [f.number, f.clauseId, f.verdict]),
      [
        [1, 'L4-1', 'met'],
        [2, 'L4-2', 'not-met'],
        [3, 'L4-3', 'not-met'],
      ],
    )
    assert.equal(findings[0]?.text, '本职业连续工作1年以上')
  })
  test('of a level without clauses is open to nobody', () => {
    assert.deepEqual(judgeEligibility({ ...terms, clauses: [], dossier: person().dossier(), on }), {
      on,
      verdict: 'not-met',
      opensOn: null,
      findings: [],
    })
  })
  test('lists the evidence of a clause once and sorted', () => {
    const p = person().works('2000-01-01').worked('2004-01-01', '2006-12-31').holds('L4', '2005-01-01')
    const finding = judgeEligibility({ ...levelTerms(editionOf('ec-2005'), 'L3'), dossier: p.dossier(), on }).findings.find(
      f => f.clauseId === 'L3-3',
    )
    assert.deepEqual(finding?.evidenceIds, ['certificates-0', 'employments-0', 'employments-1'])
  })
})
