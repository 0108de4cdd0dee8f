import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import type { EducationPredicate } from '../../../standard/contract.ts'
import { type Person, person } from '../border-cases/person.ts'
import { judgePredicate } from '../judge-predicate.ts'
import { readDossier } from './reading.ts'

const ANY: EducationPredicate = {
  p: 'education',
  min: 'secondary',
  major: 'any',
  aim: null,
  institutions: null,
  approvedBy: null,
  status: 'graduate',
}
const judge = (asked: Partial<EducationPredicate>, p: Person, on = '2020-06-15') =>
  judgePredicate(
    { ...ANY, ...asked },
    readDossier(p.dossier(), [], () => null),
    localDate(on),
  ).finding

/** The parts in which the nearest diploma falls short; none when it does not. */
function parts(asked: Partial<EducationPredicate>, p: Person): readonly string[] {
  const finding = judge(asked, p)
  if (finding.verdict !== 'not-met') return []
  return finding.gap.p === 'education' && finding.gap.lacks === 'parts' ? finding.gap.parts : ['diploma']
}
const graduate = (
  ...[degree, major, school]: [Parameters<Person['graduated']>[0], Parameters<Person['graduated']>[1], Parameters<Person['graduated']>[3]?]
) => person().graduated(degree, major, '2018-07-01', school)

describe('a diploma', () => {
  const cases: readonly (readonly [rule: string, asked: Partial<EducationPredicate>, p: Person, short: readonly string[]])[] = [
    ['of a higher degree counts', { min: 'associate' }, graduate('master', 'own'), []],
    ['of a lower degree does not', { min: 'bachelor' }, graduate('associate', 'own'), ['degree']],
    ['of the own field: own counts', { major: 'own' }, graduate('bachelor', 'own'), []],
    ['of the own field: related does not', { major: 'own' }, graduate('bachelor', 'related'), ['major']],
    ['of another field: a related field is another', { major: 'other' }, graduate('bachelor', 'related'), []],
    ['of another field: the own field is not', { major: 'other' }, graduate('bachelor', 'own'), ['major']],
    ['of the own or a related field: related counts', { major: 'ownOrRelated' }, graduate('bachelor', 'related'), []],
    ['of the own or a related field: another does not', { major: 'ownOrRelated' }, graduate('bachelor', 'other'), ['major']],
    ['of any field', { major: 'any' }, graduate('bachelor', 'other'), []],
    ['aimed at advanced skill satisfies intermediate', { aim: 'intermediate' }, graduate('secondary', 'own', { aim: 'advanced' }), []],
    [
      'aimed at intermediate skill does not satisfy advanced',
      { aim: 'advanced' },
      graduate('secondary', 'own', { aim: 'intermediate' }),
      ['aim'],
    ],
    ['without an aim satisfies none', { aim: 'intermediate' }, graduate('secondary', 'own'), ['aim']],
    ['of a school that is named', { institutions: ['技工院校'] }, graduate('secondary', 'own', { at: '技师学院' }), []],
    ['of a school that is not named', { institutions: ['技工院校'] }, graduate('secondary', 'own'), ['institution']],
    ['recognised by the authority asked for', { approvedBy: 'evaluation' }, graduate('secondary', 'own', { by: 'evaluation' }), []],
    [
      'recognised by another authority',
      { approvedBy: 'evaluation' },
      graduate('secondary', 'own', { by: 'labourAuthority' }),
      ['approval'],
    ],
    ['recognised by nobody', { approvedBy: 'labourAuthority' }, graduate('secondary', 'own'), ['approval']],
    ['is missing', {}, person(), ['diploma']],
    [
      'must meet all parts by itself; the nearest is told',
      { min: 'bachelor', major: 'own', aim: 'advanced' },
      graduate('bachelor', 'other').graduated('associate', 'own', '2015-07-01', { aim: 'advanced' }),
      ['degree'],
    ],
    [
      'not yet obtained lacks the status beside the rest',
      { min: 'bachelor' },
      person().studies('associate', 'own', '2021-07-01'),
      ['degree', 'status'],
    ],
  ]
  for (const [rule, asked, p, short] of cases) test(rule, () => assert.deepEqual(parts(asked, p), short))
})

describe('a student who graduates on 1 July 2020', () => {
  const student = person().studies('bachelor', 'own', '2020-07-01')
  const verdicts = (status: EducationPredicate['status'], p: Person, ...days: string[]) =>
    days.map(day => judge({ status }, p, day).verdict)
  const BORDERS = ['2019-06-30', '2019-07-01', '2019-12-31', '2020-01-01', '2020-06-30', '2020-07-01'] as const

  test('is a graduate on that day, once the diploma is shown', () => {
    assert.deepEqual(verdicts('graduate', student, ...BORDERS), ['not-met', 'not-met', 'not-met', 'not-met', 'not-met', 'needs-evidence'])
  })
  test('is in the final year for the twelve months before', () => {
    assert.deepEqual(verdicts('graduateOrFinalYear', student, ...BORDERS), ['not-met', 'met', 'met', 'met', 'met', 'needs-evidence'])
  })
  test('is in the final term for the six months before', () => {
    assert.deepEqual(verdicts('graduateOrFinalTerm', student, ...BORDERS), [
      'not-met',
      'not-met',
      'not-met',
      'met',
      'met',
      'needs-evidence',
    ])
  })
  test('is a final-year student only until that day', () => {
    assert.deepEqual(verdicts('finalYear', student, ...BORDERS), ['not-met', 'met', 'met', 'met', 'met', 'not-met'])
  })
  test('was all this as well when judged afterwards with the diploma at hand', () => {
    const graduated = person().graduated('bachelor', 'own', '2020-07-01')
    assert.deepEqual(verdicts('graduateOrFinalYear', graduated, ...BORDERS), ['not-met', 'met', 'met', 'met', 'met', 'met'])
    assert.deepEqual(verdicts('finalYear', graduated, ...BORDERS), ['not-met', 'met', 'met', 'met', 'met', 'not-met'])
  })
  test('needs evidence throughout when the enrolment is only claimed', () => {
    const claimed = person().studies('bachelor', 'own', '2020-07-01').unproven()
    assert.deepEqual(verdicts('graduateOrFinalTerm', claimed, ...BORDERS), [
      'not-met',
      'not-met',
      'not-met',
      'needs-evidence',
      'needs-evidence',
      'needs-evidence',
    ])
    const finding = judge({ status: 'graduateOrFinalTerm' }, claimed, '2020-01-01')
    assert.deepEqual(finding.verdict === 'needs-evidence' && finding.unproven, [{ fact: 'diploma', on: '2020-07-01' }])
  })
})
