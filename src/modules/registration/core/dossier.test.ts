import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dossierSchema } from './dossier.ts'

const EMPTY = { employments: [], certificates: [], trainings: [], diplomas: [], apprenticeships: [], titles: [] }
const BIRTH = { on: '1990-05-01', evidenceId: 'id-card' }
const JOB = { from: '2015-01-01', until: null, occupation: 'own', mode: 'regular', evidenceId: null }
const CERTIFICATE = {
  occupation: 'own',
  level: 'L4',
  issuedOn: '2016-01-01',
  validUntil: null,
  revokedOn: null,
  number: 'A1',
  evidenceId: 'c1',
}
const TRAINING = { level: 'L4', editionId: 'ec-2005', hours: 240, completedOn: '2016-01-01', completionProofNumber: null, evidenceId: null }
const TITLE = { rank: 'junior', match: true, obtainedOn: '2016-01-01', evidenceId: null }

function faults(parts: Record<string, unknown>): string[] {
  const parsed = dossierSchema.safeParse({ birth: BIRTH, ...EMPTY, ...parts })
  return parsed.success ? [] : parsed.error.issues.map(issue => issue.path.join('.'))
}

describe('a dossier', () => {
  test('with every kind of fact is accepted as it is', () => {
    const dossier = {
      birth: BIRTH,
      employments: [JOB, { ...JOB, until: '2015-01-01' }],
      certificates: [CERTIFICATE],
      trainings: [TRAINING],
      titles: [TITLE],
      diplomas: [
        {
          degree: 'bachelor',
          major: 'own',
          aim: null,
          institution: '普通高等学校',
          recognisedBy: null,
          status: { kind: 'graduated', on: '2012-07-01' },
          evidenceId: 'd',
        },
      ],
      apprenticeships: [{ occupation: 'own', completedOn: null, evidenceId: null }],
    }
    assert.deepEqual(dossierSchema.parse(dossier), dossier)
  })

  test('names the field of a period that ends before it begins', () => {
    assert.deepEqual(faults({ employments: [JOB, { ...JOB, until: '2014-12-31' }] }), ['employments.1.until'])
    assert.deepEqual(faults({ certificates: [{ ...CERTIFICATE, validUntil: '2015-12-31' }] }), ['certificates.0.validUntil'])
    assert.deepEqual(faults({ certificates: [{ ...CERTIFICATE, revokedOn: '2015-12-31' }] }), ['certificates.0.revokedOn'])
  })

  test('holds no fact from before the birth', () => {
    const late = { birth: { ...BIRTH, on: '2018-01-01' } }
    assert.deepEqual(faults({ ...late, employments: [JOB], certificates: [CERTIFICATE], trainings: [TRAINING], titles: [TITLE] }), [
      'employments.0.from',
      'certificates.0.issuedOn',
      'trainings.0.completedOn',
      'titles.0.obtainedOn',
    ])
  })

  test('holds only days that exist, between 1900 and 2099', () => {
    for (const from of ['2015-02-29', '0215-01-01', '2105-01-01', '2015-1-1', ''])
      assert.deepEqual(faults({ employments: [{ ...JOB, from }] }), ['employments.0.from'])
  })

  test('refuses unknown words, unknown fields, empty numbers and too many facts', () => {
    assert.deepEqual(faults({ employments: [{ ...JOB, occupation: 'similar' }] }), ['employments.0.occupation'])
    assert.deepEqual(faults({ employments: [{ ...JOB, salary: 1 }] }), ['employments.0'])
    assert.deepEqual(faults({ certificates: [{ ...CERTIFICATE, number: '' }] }), ['certificates.0.number'])
    assert.deepEqual(faults({ trainings: [{ ...TRAINING, hours: 1.5 }] }), ['trainings.0.hours'])
    assert.deepEqual(faults({ employments: Array.from({ length: 61 }, () => JOB) }), ['employments'])
  })
})
