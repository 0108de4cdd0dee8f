import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allEditions, editionOf, factsOf } from '../../contract.ts'
import { countsOf, factIndex, inherited, kindOf, passes, sourcesOf } from './fact-index.ts'
import { blocksOf, COLOPHON_PATHS, LEVEL_FIELDS, levelsOf, OCCUPATION_LINES, pathsOf, REVIEW_FIELDS, TIME_FIELDS } from './outline.ts'
import { pieces, searchRequirements } from './requirement-search.ts'

test('the reading view shows every statement of every edition once', () => {
  for (const edition of allEditions()) {
    const levels = levelsOf(edition)
    const shown = [
      ...OCCUPATION_LINES.flatMap(line => pathsOf(line, levels)),
      ...COLOPHON_PATHS,
      ...levels.flatMap(level => [...LEVEL_FIELDS, ...TIME_FIELDS].map(field => ['levels', level, field])),
      ...levels.flatMap(level => REVIEW_FIELDS.map(field => ['levels', level, 'review', field])),
    ].map(path => path.join('.'))
    assert.equal(new Set(shown).size, shown.length)
    const elsewhere = /^(basics|functions|weights|weightsNote|weightsKey|cumulative)(\.|$)|\.eligibility\./
    for (const { path } of factsOf(edition)) assert.ok(elsewhere.test(path.join('.')) || shown.includes(path.join('.')), path.join('.'))
  }
})

test('the blocks of work requirements hold every function once, low levels first', () => {
  const edition = editionOf('ec-2022')
  const blocks = blocksOf(edition)
  assert.equal(blocks.flatMap(block => block.functions).length, edition.functions.length)
  assert.deepEqual(
    blocks.slice(0, 3).map(block => block.key),
    ['L5:网商', 'L5:跨境电子商务师', 'L4:网商'],
  )
  assert.equal(blocks.at(-1)?.key, 'L1')
})

test('counts add up to all statements, and the filter lets exactly those through', () => {
  const { all } = factIndex(editionOf('ec-2005'))
  const counts = countsOf(all)
  assert.equal(counts.seed + counts.found + counts.reconstructed, all.length)
  assert.equal(all.filter(fact => passes(fact.provenance, 'reconstructed')).length, counts.reconstructed)
  assert.ok(all.every(fact => passes(fact.provenance, null)))
  assert.equal(kindOf('found:https://x.test/'), 'found')
})

test('sources are named once, readable, the most used first', () => {
  const sources = sourcesOf(factIndex(editionOf('ec-2022')).all)
  assert.equal(new Set(sources.map(one => one.source)).size, sources.length)
  assert.ok(sources.every((one, at) => at === 0 || one.count <= (sources[at - 1]?.count ?? 0)))
  assert.ok(sources.some(one => one.source.includes('电子商务师')))
})

test('an overlay names the edition it takes from, a base edition none', () => {
  assert.deepEqual(inherited(factIndex(editionOf('ec-2025-eligibility')).all, 'ec-2025-eligibility'), ['ec-2022'])
  assert.deepEqual(inherited(factIndex(editionOf('ec-2005')).all, 'ec-2005'), [])
})

test('a search keeps the numbers of the text, and marks where its words stand', () => {
  const functions = editionOf('ec-2005').functions.filter(one => one.level === 'L4')
  const all = searchRequirements(functions, '', null)
  const found = searchRequirements(functions, '邮件', null)
  assert.ok(found.length > 0 && found.length < all.length)
  for (const one of found) assert.equal(all[one.number - 1]?.function, one.function)
  assert.deepEqual(searchRequirements(functions, '没有这个词', null), [])
  assert.deepEqual(pieces('设置浏览器', '浏览 (x'), [
    { text: '设置', hit: false },
    { text: '浏览', hit: true },
    { text: '器', hit: false },
  ])
})
