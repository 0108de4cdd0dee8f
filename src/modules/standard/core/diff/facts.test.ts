import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isProvenanceText } from '../provenance.ts'
import { allEditions, editionOf } from '../registry.ts'
import { SECTIONS, type SectionId, factsOf } from './facts.ts'

const at = (id: Parameters<typeof editionOf>[0], path: string) => factsOf(editionOf(id)).find(fact => fact.path.join('/') === path)

for (const edition of allEditions()) {
  test(`${edition.id}: each statement stands once in its section, with a provenance`, () => {
    const facts = factsOf(edition)
    const paths = facts.map(fact => `${fact.section}:${fact.path.join('/')}`)
    assert.deepEqual(
      paths.filter((path, index) => paths.indexOf(path) !== index),
      [],
    )
    for (const fact of facts) assert.ok(isProvenanceText(fact.provenance), fact.path.join('/'))
  })
}

test('a flat list loses nothing: every clause, task and weight is a statement', () => {
  for (const edition of allEditions()) {
    const count = (section: SectionId, head: string) =>
      factsOf(edition).filter(fact => fact.section === section && fact.path[0] === head).length
    assert.equal(
      count('eligibility', 'levels'),
      edition.levels.reduce((sum, level) => sum + level.eligibility.length, 0),
    )
    assert.equal(
      count('requirements', 'functions'),
      edition.functions.reduce((sum, f) => sum + 1 + f.tasks.length, 0),
    )
    const rows = Object.values(edition.weights).flatMap(tables => (tables ? [...tables.theory, ...tables.skill] : []))
    assert.equal(
      count('weights', 'weights'),
      rows.reduce((sum, row) => sum + 1 + (row.children?.length ?? 0), 0),
    )
    assert.equal(
      count('levels', 'levels'),
      edition.levels.reduce((sum, level) => sum + (level.note ? 4 : 3), 0),
    )
  }
})

test('statements keep value, provenance, level and the edition whose text it is', () => {
  assert.deepEqual(at('ec-2005', 'levels/L4/trainingHours'), {
    section: 'levels',
    path: ['levels', 'L4', 'trainingHours'],
    level: 'L4',
    value: 240,
    provenance: 'seed',
    from: 'ec-2005',
  })
  assert.equal(at('ec-2016-local-liaoning', 'levels/L4/trainingHours')?.from, 'ec-2005')
  assert.equal(at('ec-2016-local-liaoning', 'levels/L4/eligibility/L4-1')?.from, 'ec-2016-local-liaoning')
  assert.equal(at('ec-2025-eligibility', 'weights/L5/网商/theory/网店开设')?.from, 'ec-2022')
  assert.equal(at('ec-2025-eligibility', 'exam/passRule')?.from, 'ec-2022')
  assert.equal(at('ec-2001-trial-early', 'levels/L4/eligibility/L4-2')?.from, 'ec-2002-trial')
})

test('a statement inside a stated value is not one of its own', () => {
  assert.deepEqual(at('ec-2022', 'exam/ratios')?.value, editionOf('ec-2022').exam?.ratios?.value)
  assert.equal(at('ec-2022', 'exam/ratios/value'), undefined)
  assert.deepEqual(at('ec-2005', 'exam/process/modules')?.level, null)
})

test('children of a weight row stand below it', () => {
  assert.equal(at('ec-2005', 'weights/L3/theory/电子商务基础知识')?.value, 7)
  assert.equal(at('ec-2005', 'weights/L3/theory/电子商务基础知识/EDI基础知识')?.value, 0)
})

test('teachers are stated per level, although the text groups levels', () => {
  assert.equal(at('ec-2002-trial', 'teachers/L4')?.value, at('ec-2002-trial', 'teachers/L2')?.value)
  assert.equal(at('ec-2005', 'teachers/L1')?.value, '高级电子商务师资格满2年,或相关专业高级职称')
})

test('sections stand in the order of the printed text', () => {
  assert.deepEqual(
    SECTIONS.map(section => section.zh),
    ['职业概况', '等级与学时', '申报条件', '培训与鉴定', '工作要求', '比重表'],
  )
  const order = factsOf(editionOf('ec-2005')).map(fact => SECTIONS.findIndex(section => section.id === fact.section))
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  )
})
