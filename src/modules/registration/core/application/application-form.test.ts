import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../../../kernel/local-date.ts'
import { aDraft, aJob } from '../../fixtures.ts'
import {
  type ApplicationDraft,
  FACT_SECTIONS,
  applicationDraftSchema,
  blankFact,
  draftAfter,
  emptyDraft,
  factOf,
  papersToSit,
} from './application-draft.ts'
import { factSchemas, formFaults } from './application-form.ts'
import { EDUCATIONS, NATIONS, SOURCES } from './personal-lists.ts'

const ground = { birth: localDate('1998-05-06'), on: localDate('2026-12-13'), partValidityMonths: 12 }
const paths = (draft: ApplicationDraft) => formFaults(draft, ground).map(f => f.path)
const first = { sitting: 'first', passedOn: '', ticketNumber: '' } as const
const exempt = { sitting: 'exempt', passedOn: '2026-06-28', ticketNumber: '261001001' } as const

test('the lists are whole: 56 nations, eight steps of education, six sources', () => {
  assert.equal(new Set(NATIONS).size, 58)
  assert.equal(EDUCATIONS.length, 8)
  assert.equal(SOURCES.length, 6)
})

test('a finished form has no fault', () => assert.deepEqual(formFaults(aDraft(), ground), []))

test('an empty form is told every field it needs, in Chinese and English', () => {
  const faults = formFaults(emptyDraft('L4'), ground)
  assert.deepEqual(
    faults.map(f => f.path).toSorted(),
    ['address', 'clauseId', 'education', 'nation', 'siteCode', 'source', 'yearsInOccupation'].toSorted(),
  )
  for (const fault of faults) {
    assert.match(fault.zh, /\p{Script=Han}/u)
    assert.doesNotMatch(fault.en, /\p{Script=Han}/u)
    assert.doesNotMatch(fault.zh, /\|/)
  }
})

test('one wrong field is one fault at its place', () => {
  const wrong: [Partial<ApplicationDraft>, string][] = [
    [{ email: 'a@b' }, 'email'],
    [{ address: '北京' }, 'address'],
    [{ nation: '火星族' }, 'nation'],
    [{ employer: '' }, 'employer'],
    [{ earlierCertificateNumber: '1234' }, 'earlierCertificateOccupation'],
    [{ employments: [{ ...aJob, factId: 'a', from: '2025-02-29' }] }, 'employments.0.from'],
    [{ employments: [{ ...aJob, factId: 'a', until: '2024-02-29' }] }, 'employments.0.until'],
    [{ employments: [{ ...aJob, factId: 'a', from: '1998-05-05' }] }, 'employments.0.from'],
    [{ employments: [{ ...aJob, factId: 'a', employer: ' ' }] }, 'employments.0.employer'],
    [{ papers: { theory: exempt, practical: exempt } }, 'papers.practical.sitting'],
  ]
  for (const [changes, path] of wrong) assert.deepEqual(paths(aDraft(changes)), [path])
})

test('somebody from the general public needs no employer', () => assert.deepEqual(paths(aDraft({ source: 'society', employer: '' })), []))

test('a passed paper is carried for twelve months to the reference date, and not a day longer', () => {
  const passed = (passedOn: string) => paths(aDraft({ papers: { theory: { ...exempt, passedOn }, practical: first } }))
  assert.deepEqual(passed('2025-12-13'), [])
  assert.deepEqual(passed('2025-12-12'), ['papers.theory.passedOn'])
  assert.deepEqual(passed('2026-12-14'), ['papers.theory.passedOn'])
  assert.deepEqual(passed(''), ['papers.theory.passedOn'])
  assert.deepEqual(papersToSit(aDraft({ papers: { theory: exempt, practical: first } })), ['practical'])
})

test('blank rows of every section are drafts and never complete facts', () => {
  for (const section of FACT_SECTIONS) {
    const draft = aDraft({ employments: [], [section]: [blankFact(section, 'row-1')] })
    assert.ok(applicationDraftSchema.safeParse(draft).success, section)
    assert.ok(!factSchemas[section].safeParse(blankFact(section, 'row-1')).success, section)
    assert.equal(factOf(draft, 'row-1')?.section, section)
  }
  assert.equal(factOf(aDraft(), 'row-1'), undefined)
})

test('a later application takes over the person, not the choice', () => {
  const taken = draftAfter(aDraft({ papers: { theory: exempt, practical: first } }), 'L3')
  assert.deepEqual([taken.level, taken.siteCode, taken.clauseId, taken.papers.theory.sitting], ['L3', '', '', 'first'])
  assert.deepEqual([taken.employments, taken.address], [aDraft().employments, aDraft().address])
})

test('nothing longer than its field is kept, and no row too many', () => {
  assert.ok(!applicationDraftSchema.safeParse(aDraft({ address: '长'.repeat(201) })).success)
  assert.ok(
    !applicationDraftSchema.safeParse(aDraft({ employments: Array.from({ length: 31 }, (_, i) => ({ ...aJob, factId: `job-${i}` })) }))
      .success,
  )
  assert.ok(!applicationDraftSchema.safeParse({ ...aDraft(), isApproved: true }).success)
})

test('any text in any field is kept or refused, never thrown on', () => {
  fc.assert(
    fc.property(fc.constantFrom('nation', 'address', 'email', 'clauseId', 'employer'), fc.string({ maxLength: 60 }), (field, text) => {
      formFaults(aDraft({ [field]: text }), ground)
    }),
  )
})
