import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must, refusalOf } from '../../../standard/fixtures.ts'
import { type Predicate, allEditions, evidenceFor } from '../../../standard/contract.ts'
import { aDraft, aJob } from '../../fixtures.ts'
import { FACT_SECTIONS, blankFact } from './application-draft.ts'
import { DOCUMENT_KINDS, MOST_DOCUMENTS, kindProving, mayAttach, missingDocuments, predicatesProvenBy } from './evidence.ts'

const everyPredicate: Predicate[] = allEditions().flatMap(e => e.levels.flatMap(l => l.eligibility.flatMap(c => c.all)))
const exempt = { sitting: 'exempt', passedOn: '2026-06-28', ticketNumber: '261001001' } as const
const first = { sitting: 'first', passedOn: '', ticketNumber: '' } as const

test('every predicate of every edition can be proven by documents the form offers', () => {
  for (const predicate of everyPredicate)
    for (const way of evidenceFor(predicate)) for (const kind of way) assert.ok(DOCUMENT_KINDS.includes(kind), kind)
})

test('which predicates a kind proves agrees with the standard in both directions', () => {
  for (const kind of DOCUMENT_KINDS) {
    const proven = predicatesProvenBy(kind, everyPredicate)
    for (const p of everyPredicate)
      assert.equal(
        proven.includes(p),
        evidenceFor(p)
          .flat()
          .some(k => k === kind),
      )
  }
  assert.deepEqual(predicatesProvenBy('result-notice', everyPredicate), [])
  assert.ok(predicatesProvenBy('title-certificate', everyPredicate).every(p => p.p === 'title' || p.p === 'work'))
})

test('each kind of fact has its own proof; a student shows enrolment instead of a diploma', () => {
  const kinds = FACT_SECTIONS.map(section => kindProving(section, blankFact(section, 'a')))
  assert.deepEqual(kinds, [
    'employment-statement',
    'diploma',
    'certificate-record',
    'completion-proof',
    'apprenticeship-proof',
    'title-certificate',
  ])
  assert.equal(kindProving('diplomas', { ...blankFact('diplomas', 'a'), studying: true }), 'enrolment-proof')
})

test('a document belongs to a saved row and is of its kind', () => {
  const attach = (kind: (typeof DOCUMENT_KINDS)[number], factId: string | null, held = 0) => mayAttach(aDraft(), held, { kind, factId })
  assert.equal(must(attach('employment-statement', 'job-1')), true)
  assert.equal(must(attach('identity-document', null)), true)
  assert.equal(refusalOf(attach('employment-statement', 'job-2')).code, 'fact-unknown')
  assert.equal(refusalOf(attach('employment-statement', null)).code, 'fact-unknown')
  assert.deepEqual(refusalOf(attach('diploma', 'job-1')).facts, {
    wanted: '工作年限证明',
    wantedEn: "employer's statement of years of work",
  })
  assert.equal(refusalOf(attach('identity-document', null, MOST_DOCUMENTS)).code, 'documents-too-many')
})

test('the ID document is always needed, the notice of results only by who is exempt', () => {
  assert.deepEqual(missingDocuments(aDraft(), []), ['identity-document'])
  assert.deepEqual(missingDocuments(aDraft(), [{ kind: 'identity-document' }]), [])
  assert.deepEqual(
    missingDocuments(aDraft({ papers: { theory: exempt, practical: first }, employments: [{ ...aJob, factId: 'a' }] }), [
      { kind: 'identity-document' },
    ]),
    ['result-notice'],
  )
})
