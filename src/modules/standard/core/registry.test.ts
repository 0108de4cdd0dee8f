import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { must, refusalOf } from '../fixtures.ts'
import { parseProvenance } from './provenance.ts'
import { EDITIONS, EDITION_IDS, allEditions, editionOf, findEdition, isEditionId } from './registry.ts'

const SOURCE = new URL('../../../../data/standards.json', import.meta.url)
const FOLDER = new URL('../editions/', import.meta.url)
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
const source = JSON.parse(readFileSync(SOURCE, 'utf8')) as readonly ({ readonly id: string } & { readonly [key: string]: Json })[]
const golden = JSON.parse(readFileSync(new URL('hashes.json', FOLDER), 'utf8')) as Record<string, string>
const sha256 = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** Calls back for every provenance mark in a tree, with its path. */
function marks(value: unknown, path: string, visit: (mark: string, path: string) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    if (key.endsWith('rovenance')) visit(child as string, `${path}.${key}`)
    else marks(child, `${path}.${key}`, visit)
  }
}

test('the editions are those of data/standards.json, in the same order', () => {
  assert.deepEqual(
    [...EDITION_IDS],
    source.map(edition => edition.id),
  )
})

for (const edition of source) {
  test(`${edition.id} equals data/standards.json field by field`, () => {
    assert.ok(isEditionId(edition.id))
    const typed = EDITIONS[edition.id] as unknown as { readonly [key: string]: Json }
    assert.deepEqual(Object.keys(typed).sort(), Object.keys(edition).sort())
    for (const field of Object.keys(edition)) assert.deepEqual(typed[field], edition[field], `${edition.id}.${field}`)
  })
}

for (const id of EDITION_IDS) {
  test(`${id} is published and frozen: a correction is a new edition`, () => {
    assert.equal(sha256(EDITIONS[id]), golden[id], `${id} was changed after publication; publish a new edition instead`)
  })
}

test('a hash stands for every edition and for no other', () => {
  assert.deepEqual(Object.keys(golden).sort(), [...EDITION_IDS].sort())
})

test('the hash notices the smallest change of a published edition', () => {
  const { cumulative, ...rest } = EDITIONS['ec-2005']
  assert.notEqual(sha256(rest), golden['ec-2005'])
  assert.notEqual(sha256({ ...rest, cumulative: { ...cumulative, provenance: 'seed' } }), golden['ec-2005'])
  assert.equal(sha256({ cumulative, ...rest }), golden['ec-2005'], 'order of keys does not matter')
})

test('nobody can change an edition while the program runs', () => {
  const level = EDITIONS['ec-2022'].levels[0]
  assert.ok(level)
  assert.throws(() => Object.assign(level.trainingHours, { value: 1 }), TypeError)
  assert.throws(() => Object.assign(editionOf('ec-2025-eligibility').levels, { length: 0 }), TypeError)
  assert.throws(() => Object.assign(editionOf('ec-2025-eligibility').weights, { L9: null }), TypeError)
})

test('every value carries a provenance mark that can be read', () => {
  const kinds = { seed: 0, found: 0, reconstructed: 0 }
  marks(EDITIONS, 'editions', (mark, path) => {
    assert.doesNotThrow(() => parseProvenance(mark), path)
    kinds[parseProvenance(mark).kind] += 1
  })
  assert.deepEqual(kinds, { seed: 113, found: 282, reconstructed: 594 })
})

test('no stated value lacks its provenance', () => {
  const naked: string[] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('value' in value && !('provenance' in value)) naked.push(path)
    for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`)
  }
  walk(EDITIONS, 'editions')
  assert.deepEqual(naked, [])
})

test('within an edition, levels and clauses are named once and clauses belong to their level', () => {
  for (const edition of allEditions()) {
    const codes = edition.levels.map(level => level.code.value)
    assert.equal(new Set(codes).size, codes.length, edition.id)
    const clauses = edition.levels.flatMap(level => level.eligibility.map(clause => ({ level: level.code.value, id: clause.id })))
    assert.equal(new Set(clauses.map(clause => clause.id)).size, clauses.length, edition.id)
    for (const clause of clauses) assert.ok(clause.id.startsWith(`${clause.level}-`), `${edition.id} ${clause.id}`)
  }
})

test('the code of a graded level carries its national grade', () => {
  for (const edition of allEditions())
    for (const level of edition.levels)
      assert.equal(level.code.value, level.nationalGrade.value === null ? 'S' : `L${level.nationalGrade.value}`, edition.id)
})

test('every edition folder tells where its text stands', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isDirectory())
  assert.deepEqual(folders.map(folder => folder.name).sort(), [...EDITION_IDS].sort())
  for (const { name } of folders) {
    const text = readFileSync(new URL(`${name}/SOURCE.md`, FOLDER), 'utf8')
    assert.ok(text.startsWith(`# ${name}\n`), name)
    assert.match(text, /^## Open doubts$/m, name)
  }
})

test('edition folders are data: they import types and their own files only', () => {
  for (const folder of readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isDirectory()))
    for (const file of readdirSync(new URL(`${folder.name}/`, FOLDER)).filter(name => name.endsWith('.ts'))) {
      const text = readFileSync(new URL(`${folder.name}/${file}`, FOLDER), 'utf8')
      for (const [line] of text.matchAll(/^import .*$/gm))
        assert.match(line, /^import (type .* from '\.\.\/\.\.\/core\/|.* from '\.\/)/, `${folder.name}/${file}`)
      assert.ok(text.split('\n').length <= 400, `${folder.name}/${file} is too long to read`)
    }
})

test('an edition is found by its id, and an unknown id is refused with the id', () => {
  assert.equal(must(findEdition('ec-2005')).id, 'ec-2005')
  for (const text of ['', 'ec-2006', 'EC-2005', 'constructor', '__proto__']) {
    assert.deepEqual(refusalOf(findEdition(text)), { code: 'edition-unknown', facts: { edition: text } })
  }
})
