import fc from 'fast-check'
import { localDate, plusDays } from '../../../../kernel/local-date.ts'
import type { Clause, Predicate, WorkPredicate } from '../../../standard/contract.ts'
import { type Dossier, dossierSchema } from '../dossier.ts'
import type { LevelTerms } from '../eligibility.ts'

/* Any person and any clauses, for the properties. Periods and years are short, so that most borders are crossed. */
const START = localDate('2015-01-01')

/** Days over seven years; every third at a border of a month or year, where calendars go wrong. */
export const day = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2_600 }).map(n => plusDays(START, n)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('2016-02-28', '2016-02-29', '2016-03-01', '2017-02-28', '2018-12-31', '2019-01-01', '2020-02-29', '2021-02-28')
      .map(localDate),
  },
)
const scope = fc.constantFrom('occupation', 'related')
const level = fc.constantFrom('L4', 'L3')
const rank = fc.constantFrom('junior', 'intermediate', 'senior')
const occupation = fc.constantFrom('own', 'own', 'related')
let paper = 0
const evidenceId = fc.constantFrom(true, true, true, false).map(shown => (shown ? `e${paper++}` : null))

export const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    birth: fc.record({
      on: fc.integer({ min: 0, max: 2_500 }).map(n => plusDays(localDate('2000-01-01'), n)),
      evidenceId: fc.constantFrom('id', null),
    }),
    employments: fc.array(
      fc
        .record({
          from: day,
          length: fc.option(fc.integer({ min: 0, max: 900 }), { freq: 3 }),
          occupation: fc.constantFrom('own', 'own', 'related', 'other'),
          mode: fc.constantFrom('regular', 'regular', 'probation'),
          evidenceId,
        })
        .map(({ length, ...e }) => ({ ...e, until: length === null ? null : plusDays(e.from, length) })),
      { maxLength: 4 },
    ),
    certificates: fc.array(
      fc
        .record({
          occupation,
          level,
          issuedOn: day,
          life: fc.option(fc.nat(1_500)),
          stands: fc.option(fc.nat(1_500)),
          number: fc.stringMatching(/^[A-Z]\d{3}$/),
          evidenceId,
        })
        .map(({ life, stands, ...c }) => ({
          ...c,
          validUntil: life === null ? null : plusDays(c.issuedOn, life),
          revokedOn: stands === null ? null : plusDays(c.issuedOn, stands),
        })),
      { maxLength: 3 },
    ),
    trainings: fc.array(
      fc.record({
        level,
        editionId: fc.constantFrom('ed', 'base', 'old'),
        hours: fc.constantFrom(199, 200, 240),
        completedOn: day,
        completionProofNumber: fc.constantFrom('J1', 'J2', null),
        evidenceId,
      }),
      { maxLength: 2 },
    ),
    diplomas: fc.array(
      fc.record({
        degree: fc.constantFrom('secondary', 'associate', 'bachelor', 'master'),
        major: fc.constantFrom('own', 'related', 'other'),
        aim: fc.constantFrom(null, 'intermediate', 'advanced'),
        institution: fc.constantFrom('技师学院', '普通高等学校'),
        recognisedBy: fc.constantFrom(null, 'labourAuthority', 'evaluation'),
        status: fc.oneof(
          day.map(on => ({ kind: 'graduated', on })),
          day.map(expectedOn => ({ kind: 'studying', expectedOn })),
        ),
        evidenceId,
      }),
      { maxLength: 2 },
    ),
    apprenticeships: fc.array(fc.record({ occupation, completedOn: fc.option(day), evidenceId }), { maxLength: 2 }),
    titles: fc.array(fc.record({ rank, match: fc.boolean(), obtainedOn: day, evidenceId }), { maxLength: 2 }),
  })
  .map(d => dossierSchema.parse(d))

export const work: fc.Arbitrary<WorkPredicate> = fc.record({
  p: fc.constant('work'),
  minYears: fc.integer({ min: 0, max: 3 }),
  continuous: fc.boolean(),
  scope,
  since: fc.constantFrom(null, null, 'cert:L4', 'title:junior'),
  mode: fc.constantFrom('regular', 'probation'),
})
const others = fc.oneof(
  fc.record({ p: fc.constant('certificate'), level, scope }),
  fc.record({ p: fc.constant('training'), level, hours: fc.constant('standard'), completion: fc.constant(true) }),
  fc.record({
    p: fc.constant('education'),
    min: fc.constantFrom('secondary', 'associate', 'master'),
    major: fc.constantFrom('own', 'other', 'ownOrRelated', 'any'),
    aim: fc.constantFrom(null, null, 'intermediate', 'advanced'),
    institutions: fc.constantFrom(null, null, ['技工院校']),
    approvedBy: fc.constantFrom(null, null, 'labourAuthority', 'evaluation'),
    status: fc.constantFrom('graduate', 'graduateOrFinalYear', 'graduateOrFinalTerm', 'finalYear'),
  }),
  fc.record({ p: fc.constant('apprenticeship'), scope, completed: fc.constant(true) }),
  fc.record({ p: fc.constant('title'), rank, match: fc.constant('profession') }),
  fc.record({ p: fc.constant('age'), min: fc.constantFrom(16, 18) }),
)
const predicate = fc.oneof({ weight: 3, arbitrary: work }, { weight: 4, arbitrary: others }).map(p => ({ ...p }) as Predicate)
export const terms: fc.Arbitrary<LevelTerms> = fc
  .array(fc.array(predicate, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map(all => ({
    clauses: all.map((p, i): Clause => ({ id: `L3-${i + 1}`, text: '款', all: p, provenance: 'seed' })),
    standardHours: code => (code === 'L4' ? null : 200),
    trainingUnder: ['ed', 'base'],
  }))
