import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Clause, Predicate } from '../clause.ts'
import { allEditions, editionOf } from '../registry.ts'
import { EVIDENCE_WORDS, evidenceFor, levelsNeeded, reachableLevels } from './evidence.ts'
import { levelCodes } from './levels.ts'

/** What the registration forms collect and what the system itself records. */
const PRODUCIBLE = new Set(Object.keys(EVIDENCE_WORDS))
const clausesOf = () =>
  allEditions().flatMap(edition => edition.levels.flatMap(level => level.eligibility.map(clause => ({ edition, level, clause }))))

const EXAMPLES: readonly (readonly [string, Predicate, readonly (readonly string[])[]])[] = [
  [
    'years of work',
    { p: 'work', minYears: 6, continuous: true, scope: 'occupation', since: null, mode: 'regular' },
    [['employment-statement']],
  ],
  [
    'years after a certificate',
    { p: 'work', minYears: 3, continuous: true, scope: 'occupation', since: 'cert:L4', mode: 'regular' },
    [['employment-statement', 'certificate-record']],
  ],
  [
    'years after a title',
    { p: 'work', minYears: 1, continuous: false, scope: 'related', since: 'title:junior', mode: 'regular' },
    [['employment-statement', 'title-certificate']],
  ],
  ['a certificate', { p: 'certificate', level: 'L4', scope: 'occupation' }, [['certificate-record']]],
  ['training', { p: 'training', level: 'L4', hours: 'standard', completion: true }, [['completion-proof']]],
  ['a finished apprenticeship', { p: 'apprenticeship', scope: 'related', completed: true }, [['apprenticeship-proof']]],
  ['a title', { p: 'title', rank: 'senior', match: 'profession' }, [['title-certificate']]],
  ['an age', { p: 'age', min: 16 }, [['identity-document']]],
]
for (const [what, predicate, expected] of EXAMPLES) {
  test(`${what} is proved by ${expected.flat().join(' and ')}`, () => assert.deepEqual(evidenceFor(predicate), expected))
}

const STATUS = [
  ['graduate', [['diploma']]],
  ['finalYear', [['enrolment-proof']]],
  ['graduateOrFinalYear', [['diploma'], ['enrolment-proof']]],
  ['graduateOrFinalTerm', [['diploma'], ['enrolment-proof']]],
] as const
for (const [status, expected] of STATUS) {
  test(`a school clause for ${status} accepts ${expected.map(way => way.join()).join(' or ')}`, () => {
    const predicate = { p: 'education', min: 'associate', major: 'own', aim: null, institutions: null, approvedBy: null, status } as const
    assert.deepEqual(evidenceFor(predicate), expected)
  })
}

test('every fact that any clause names can be produced', () => {
  for (const { edition, clause } of clausesOf())
    for (const predicate of clause.all) {
      const ways = evidenceFor(predicate)
      assert.ok(ways.length > 0, `${edition.id} ${clause.id}`)
      for (const way of ways) for (const kind of way) assert.ok(PRODUCIBLE.has(kind), `${edition.id} ${clause.id} ${kind}`)
    }
})

test('a clause names only levels its own edition has, and never its own or a higher one', () => {
  for (const { edition, level, clause } of clausesOf()) {
    const codes = levelCodes(edition)
    const below = codes.slice(0, codes.indexOf(level.code.value))
    for (const needed of levelsNeeded(clause)) assert.ok(below.includes(needed), `${edition.id} ${clause.id} needs ${needed}`)
  }
})

test('work counted after a certificate goes with that certificate in the same clause', () => {
  for (const { edition, clause } of clausesOf())
    for (const predicate of clause.all)
      if (predicate.p === 'work' && predicate.since?.startsWith('cert:'))
        assert.ok(
          clause.all.some(other => other.p === 'certificate' && `cert:${other.level}` === predicate.since),
          `${edition.id} ${clause.id}`,
        )
})

test('training that a clause asks for is training of the clause’s own level, with hours the edition states', () => {
  for (const { edition, level, clause } of clausesOf())
    for (const predicate of clause.all)
      if (predicate.p === 'training') {
        assert.equal(predicate.level, level.code.value, `${edition.id} ${clause.id}`)
        assert.notEqual(level.trainingHours.value, null, `${edition.id} ${clause.id}`)
      }
})

test('every level of every edition can be reached from nothing', () => {
  for (const edition of allEditions()) assert.deepEqual([...reachableLevels(edition)].sort(), [...levelCodes(edition)].sort(), edition.id)
})

test('a level whose clauses all need an unreachable certificate is not reachable, nor what builds on it', () => {
  const base = editionOf('ec-2002-trial')
  const levels = base.levels.map(level =>
    level.code.value === 'L3' ? { ...level, eligibility: level.eligibility.filter(clause => levelsNeeded(clause).length > 0) } : level,
  )
  assert.deepEqual(reachableLevels({ ...base, levels: levels.filter(level => level.code.value !== 'L4') }), [])
  assert.deepEqual(reachableLevels({ ...base, levels }), ['L4', 'L3', 'L2', 'L1'])
})

test('levels that need each other are reachable by nobody', () => {
  const base = editionOf('ec-2002-trial')
  const need = (id: string, level: 'L4' | 'L3'): Clause => ({
    id,
    text: '',
    all: [{ p: 'certificate', level, scope: 'occupation' }],
    provenance: 'seed',
  })
  const levels = base.levels.slice(0, 2).map(level => ({
    ...level,
    eligibility: [{ ...need(`${level.code.value}-1`, level.code.value === 'L4' ? 'L3' : 'L4'), provenance: 'seed' as const }],
  }))
  assert.deepEqual(reachableLevels({ ...base, levels }), [])
})

test('levels needed are listed once, from certificates and from the date after which work counts', () => {
  const clause: Clause = {
    id: 'L2-9',
    text: '',
    provenance: 'seed',
    all: [
      { p: 'certificate', level: 'L3', scope: 'occupation' },
      { p: 'work', minYears: 2, continuous: true, scope: 'occupation', since: 'cert:L3', mode: 'regular' },
      { p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: 'title:junior', mode: 'regular' },
      { p: 'work', minYears: 1, continuous: true, scope: 'occupation', since: 'cert:L4', mode: 'regular' },
    ],
  }
  assert.deepEqual(levelsNeeded(clause), ['L3', 'L4'])
})
