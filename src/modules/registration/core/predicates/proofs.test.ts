import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import type { Predicate } from '../../../standard/contract.ts'
import { type Person, person } from '../border-cases/person.ts'
import { judgePredicate } from '../judge-predicate.ts'
import { readDossier } from './reading.ts'

const ON = localDate('2020-06-15')
const judge = (predicate: Predicate, p: Person, on = ON) =>
  judgePredicate(
    predicate,
    readDossier(p.dossier(), ['ec-2005', 'ec-2002-trial'], level => (level === 'L4' ? 240 : null)),
    on,
  ).finding

/** What is missing, and from when it is not. */
function gap(predicate: Predicate, p: Person): unknown {
  const finding = judge(predicate, p)
  return finding.verdict === 'not-met' ? { ...finding.gap, becomesTrueOn: finding.becomesTrueOn } : finding.verdict
}

describe('a certificate', () => {
  const L4: Predicate = { p: 'certificate', level: 'L4', scope: 'occupation' }
  const cases: readonly (readonly [rule: string, p: Person, gap: unknown])[] = [
    ['of the level counts from the day of issue', person().holds('L4', '2020-06-15'), 'met'],
    ['that is claimed needs evidence', person().holds('L4', '2020-06-15').unproven(), 'needs-evidence'],
    ['counts on its last day of validity', person().holds('L4', '2017-01-01', { until: '2020-06-15' }), 'met'],
    [
      'has lapsed the day after',
      person().holds('L4', '2017-01-01', { until: '2020-06-14' }),
      { p: 'certificate', lacks: 'validity', number: 'L4-2017-01-01', on: '2020-06-14', becomesTrueOn: null },
    ],
    [
      'does not stand from the day of revocation on',
      person().holds('L4', '2017-01-01', { revoked: '2020-06-15' }),
      { p: 'certificate', lacks: 'standing', number: 'L4-2017-01-01', on: '2020-06-15', becomesTrueOn: null },
    ],
    ['stands the day before its revocation', person().holds('L4', '2017-01-01', { revoked: '2020-06-16' }), 'met'],
    [
      'that was revoked gives way to one that stands',
      person().holds('L4', '2017-01-01', { revoked: '2018-01-01' }).holds('L4', '2019-01-01'),
      'met',
    ],
    [
      'that will be issued counts from then on',
      person().holds('L4', '2020-07-01'),
      { p: 'certificate', lacks: 'issue', number: 'L4-2020-07-01', on: '2020-07-01', becomesTrueOn: '2020-07-01' },
    ],
    [
      'of a related occupation does not count',
      person().holds('L4', '2017-01-01', { related: true }),
      { p: 'certificate', lacks: 'own-occupation', becomesTrueOn: null },
    ],
    [
      'of a higher level is not the level asked for',
      person().holds('L3', '2017-01-01'),
      { p: 'certificate', lacks: 'certificate', becomesTrueOn: null },
    ],
  ]
  for (const [rule, p, expected] of cases) test(rule, () => assert.deepEqual(gap(L4, p), expected))

  test('of a related occupation counts where the clause says so', () => {
    assert.equal(gap({ ...L4, scope: 'related' }, person().holds('L4', '2017-01-01', { related: true })), 'met')
  })
})

describe('training', () => {
  const L4: Predicate = { p: 'training', level: 'L4', hours: 'standard', completion: true }
  const cases: readonly (readonly [rule: string, p: Person, gap: unknown])[] = [
    ['of the standard hours counts from the day of completion', person().trained('L4', 240, '2020-06-15', 'ec-2005'), 'met'],
    ['under the edition an overlay takes its hours from counts', person().trained('L4', 240, '2020-06-15', 'ec-2002-trial'), 'met'],
    ['that is claimed needs evidence', person().trained('L4', 240, '2020-06-15', 'ec-2005').unproven(), 'needs-evidence'],
    [
      'one hour short does not count',
      person().trained('L4', 239, '2020-06-15', 'ec-2005'),
      { p: 'training', lacks: 'hours', have: 239, need: 240, becomesTrueOn: null },
    ],
    [
      'under another edition does not count',
      person().trained('L4', 240, '2020-06-15', 'ec-2022'),
      { p: 'training', lacks: 'edition', becomesTrueOn: null },
    ],
    [
      'without completion proof does not count',
      person().attended('L4', 240, '2020-06-15', 'ec-2005'),
      { p: 'training', lacks: 'proof', becomesTrueOn: null },
    ],
    [
      'that goes on counts from its end',
      person().trained('L4', 240, '2020-07-15', 'ec-2005'),
      { p: 'training', lacks: 'completion', on: '2020-07-15', becomesTrueOn: '2020-07-15' },
    ],
    [
      'of another level does not count',
      person().trained('L3', 240, '2020-06-15', 'ec-2005'),
      { p: 'training', lacks: 'training', becomesTrueOn: null },
    ],
    [
      'of two short classes does not add up; the longer is told',
      person().trained('L4', 120, '2020-01-15', 'ec-2005').trained('L4', 130, '2020-02-15', 'ec-2005'),
      { p: 'training', lacks: 'hours', have: 130, need: 240, becomesTrueOn: null },
    ],
    [
      'too short and still going on has no hours to show',
      person().trained('L4', 120, '2020-07-15', 'ec-2005'),
      { p: 'training', lacks: 'hours', have: 0, need: 240, becomesTrueOn: null },
    ],
  ]
  for (const [rule, p, expected] of cases) test(rule, () => assert.deepEqual(gap(L4, p), expected))

  test('of a level without stated hours needs the completion proof alone', () => {
    assert.equal(gap({ ...L4, level: 'L3' }, person().trained('L3', 1, '2020-01-01', 'ec-2005')), 'met')
    assert.deepEqual(gap({ ...L4, level: 'L3' }, person().attended('L3', 500, '2020-01-01', 'ec-2005')), {
      p: 'training',
      lacks: 'proof',
      becomesTrueOn: null,
    })
  })
})

describe('a title', () => {
  const INTERMEDIATE: Predicate = { p: 'title', rank: 'intermediate', match: 'profession' }
  const cases: readonly (readonly [rule: string, p: Person, gap: unknown])[] = [
    ['of the rank counts from the day it was obtained', person().titled('intermediate', '2020-06-15'), 'met'],
    ['of a higher rank counts', person().titled('senior', '2019-06-15'), 'met'],
    ['that is claimed needs evidence', person().titled('senior', '2019-06-15').unproven(), 'needs-evidence'],
    [
      'of a lower rank does not count',
      person().titled('junior', '2019-06-15'),
      { p: 'title', lacks: 'rank', have: 'junior', on: '2019-06-15', becomesTrueOn: null },
    ],
    [
      'of another profession does not count',
      person().titled('senior', '2019-06-15', false),
      { p: 'title', lacks: 'match', becomesTrueOn: null },
    ],
    [
      'to be obtained counts from then on',
      person().titled('senior', '2020-06-16'),
      { p: 'title', lacks: 'award', have: 'senior', on: '2020-06-16', becomesTrueOn: '2020-06-16' },
    ],
    ['is missing', person(), { p: 'title', lacks: 'title', becomesTrueOn: null }],
  ]
  for (const [rule, p, expected] of cases) test(rule, () => assert.deepEqual(gap(INTERMEDIATE, p), expected))
})

describe('an apprenticeship', () => {
  const OWN: Predicate = { p: 'apprenticeship', scope: 'occupation', completed: true }
  const cases: readonly (readonly [rule: string, p: Person, gap: unknown])[] = [
    ['counts from the day it is finished', person().apprenticed('2020-06-15'), 'met'],
    ['that is claimed needs evidence', person().apprenticed('2020-06-15').unproven(), 'needs-evidence'],
    ['that goes on does not count', person().apprenticed(null), { p: 'apprenticeship', lacks: 'completion', becomesTrueOn: null }],
    [
      'with a known last day counts from then on',
      person().apprenticed('2020-07-01'),
      { p: 'apprenticeship', lacks: 'completion', becomesTrueOn: '2020-07-01' },
    ],
    [
      'in a related occupation does not count',
      person().apprenticed('2019-01-01', 'related'),
      { p: 'apprenticeship', lacks: 'own-occupation', becomesTrueOn: null },
    ],
    ['is missing', person(), { p: 'apprenticeship', lacks: 'apprenticeship', becomesTrueOn: null }],
  ]
  for (const [rule, p, expected] of cases) test(rule, () => assert.deepEqual(gap(OWN, p), expected))

  test('in a related occupation counts where the clause says so', () => {
    assert.equal(gap({ ...OWN, scope: 'related' }, person().apprenticed(null).apprenticed('2019-01-01', 'related')), 'met')
  })
})

describe('age', () => {
  const SIXTEEN: Predicate = { p: 'age', min: 16 }
  test('is reached on the birthday, not the day before', () => {
    assert.equal(gap(SIXTEEN, person().born('2004-06-15')), 'met')
    assert.deepEqual(gap(SIXTEEN, person().born('2004-06-16')), {
      p: 'age',
      lacks: 'years',
      have: 15,
      need: 16,
      becomesTrueOn: '2020-06-16',
    })
  })
  test('of who was born on 29 February is reached on 28 February of a common year', () => {
    assert.equal(judge({ p: 'age', min: 17 }, person().born('2004-02-29'), localDate('2021-02-28')).verdict, 'met')
    assert.equal(judge({ p: 'age', min: 17 }, person().born('2004-02-29'), localDate('2021-02-27')).verdict, 'not-met')
  })
  test('needs evidence when the birthday is only claimed', () => {
    assert.equal(gap(SIXTEEN, person().born('2004-06-15').unproven()), 'needs-evidence')
  })
})
