import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { EditionId } from '../edition.ts'
import { EDITION_IDS, allEditions, editionOf } from '../registry.ts'
import type { ResolvedEdition } from '../resolve.ts'
import { type Change, type EditionDiff, diffEditions } from './diff.ts'
import { SECTIONS, type SectionId, factsOf } from './facts.ts'

const between = (from: EditionId, to: EditionId) => diffEditions(editionOf(from), editionOf(to))
const changes = (diff: EditionDiff) => diff.sections.flatMap(section => section.changes.map(change => ({ section: section.id, ...change })))
const changeAt = (diff: EditionDiff, path: string) => changes(diff).find(change => change.path.join('/') === path)
const anyId = fc.constantFrom(...EDITION_IDS)
const sorted = (list: readonly { section: SectionId; path: readonly string[] }[]) =>
  [...list].sort((a, b) => (`${a.section}/${a.path.join('/')}` < `${b.section}/${b.path.join('/')}` ? -1 : 1))

function mirrored(change: Change): Change {
  switch (change.kind) {
    case 'added':
      return { kind: 'removed', path: change.path, from: change.to }
    case 'removed':
      return { kind: 'added', path: change.path, to: change.from }
    case 'changed':
      return { kind: 'changed', path: change.path, from: change.to, to: change.from }
  }
}

test('an edition does not differ from itself', () => {
  for (const edition of allEditions()) assert.deepEqual(diffEditions(edition, edition), { from: edition.id, to: edition.id, sections: [] })
})

test('the comparison backwards mirrors the comparison forwards', () => {
  fc.assert(
    fc.property(anyId, anyId, (a, b) => {
      const forward = changes(between(a, b)).map(({ section, ...change }) => ({ section, ...mirrored(change) }))
      assert.deepEqual(sorted(forward), sorted(changes(between(b, a))))
    }),
    { numRuns: 64 },
  )
})

test('the differences turn the statements of one edition into those of the other', () => {
  fc.assert(
    fc.property(anyId, anyId, (a, b) => {
      const key = (section: SectionId, path: readonly string[]) => `${section}:${path.join('/')}`
      const values = (edition: ResolvedEdition) => new Map(factsOf(edition).map(fact => [key(fact.section, fact.path), fact.value]))
      const patched = values(editionOf(a))
      for (const change of changes(between(a, b)))
        if (change.kind === 'removed') patched.delete(key(change.section, change.path))
        else patched.set(key(change.section, change.path), change.to.value)
      const wanted = values(editionOf(b))
      assert.deepEqual([...patched.keys()].sort(), [...wanted.keys()].sort())
      for (const [path, value] of wanted) assert.deepEqual(patched.get(path), value, path)
    }),
    { numRuns: 64 },
  )
})

test('a single change of one value is a single difference at its path', () => {
  const base = editionOf('ec-2005')
  const levels = base.levels.map(level =>
    level.code.value === 'L3' ? { ...level, trainingHours: { value: 199, provenance: 'reconstructed' as const } } : level,
  )
  assert.deepEqual(changes(diffEditions(base, { ...base, levels })), [
    {
      section: 'levels',
      kind: 'changed',
      path: ['levels', 'L3', 'trainingHours'],
      from: { value: 200, provenance: 'seed', edition: 'ec-2005' },
      to: { value: 199, provenance: 'reconstructed', edition: 'ec-2005' },
    },
  ])
})

test('the same value from another source is no difference', () => {
  const base = editionOf('ec-2005')
  const levels = base.levels.map(level => ({ ...level, trainingHours: { ...level.trainingHours, provenance: 'reconstructed' as const } }))
  assert.deepEqual(diffEditions(base, { ...base, levels }).sections, [])
})

test('a renamed weight area is one taken away and one added', () => {
  const base = editionOf('cbec-ability-fujian-2020')
  const skill = (base.weights.S?.skill ?? []).map((row, index) => (index === 0 ? { ...row, area: '账号' } : row))
  const diff = diffEditions(base, { ...base, weights: { S: { theory: [], skill } } })
  assert.deepEqual(
    changes(diff).map(change => [change.kind, change.path.at(-1)]),
    [
      ['removed', '跨境平台账号申请'],
      ['added', '账号'],
    ],
  )
})

test('from the trial to 2005: hours, clauses and times change with both values and both provenances', () => {
  const diff = between('ec-2002-trial', 'ec-2005')
  const hours = changeAt(diff, 'levels/L4/trainingHours')
  assert.ok(hours?.kind === 'changed')
  assert.deepEqual([hours.from.value, hours.to.value, hours.to.provenance], [200, 240, 'seed'])
  assert.match(hours.from.provenance, /^found:/)
  const skill = changeAt(diff, 'levels/L4/skillMinutes')
  assert.ok(skill?.kind === 'changed')
  assert.deepEqual([skill.from.value, skill.to.value], [90, 120])
  assert.equal(changeAt(diff, 'levels/L4/eligibility/L4-3')?.kind, 'added')
  assert.equal(changeAt(diff, 'exam/process/gate')?.kind, 'removed')
  assert.equal(changeAt(diff, 'exam/reviewLevels')?.kind, 'added')
  assert.equal(changeAt(diff, 'levels/L3/trainingHours')?.section, 'levels')
  assert.equal(changeAt(diff, 'levels/L4/name'), undefined, 'the names are the same')
})

test('an eligibility overlay differs from its base in clauses, not in requirements, exam or weights', () => {
  const diff = between('ec-2022', 'ec-2025-eligibility')
  const sections = diff.sections.map(section => section.id)
  assert.ok(sections.includes('eligibility'))
  for (const id of ['requirements', 'training-and-assessment', 'weights'] as const) assert.ok(!sections.includes(id), id)
})

test('each side tells whose text it is, inherited parts included', () => {
  const diff = between('ec-2016-local-liaoning', 'ec-2022')
  const weight = changeAt(diff, 'weights/L4/theory/网络营销')
  assert.ok(weight?.kind === 'removed')
  assert.equal(weight.from.edition, 'ec-2005')
  const clause = changeAt(diff, 'levels/L4/eligibility/L4-1')
  assert.ok(clause?.kind === 'changed')
  assert.deepEqual([clause.from.edition, clause.to.edition], ['ec-2016-local-liaoning', 'ec-2022'])
})

test('sections stand in printed order, and within one the levels rise', () => {
  const order = SECTIONS.map(section => section.id)
  for (const edition of allEditions()) {
    const diff = diffEditions(editionOf('ec-2022'), edition)
    const ids = diff.sections.map(section => order.indexOf(section.id))
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => a - b),
    )
    for (const { id, changes: list } of diff.sections) {
      if (id !== 'eligibility' && id !== 'weights') continue
      const ranks = list
        .filter(change => /^(L\d|S)$/.test(change.path[1] ?? ''))
        .map(change => ['S', 'L5', 'L4', 'L3', 'L2', 'L1'].indexOf(change.path[1] ?? ''))
      assert.deepEqual(
        ranks,
        [...ranks].sort((a, b) => a - b),
        `${edition.id} ${id}`,
      )
    }
  }
})
