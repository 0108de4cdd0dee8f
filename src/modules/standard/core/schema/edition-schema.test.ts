import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { EDITIONS, allEditions } from '../registry.ts'
import { editionSchema, resolvedEditionSchema, statedSchema } from './edition-schema.ts'

type Tree = Record<string, unknown>
const source = JSON.parse(readFileSync(new URL('../../../../../data/standards.json', import.meta.url), 'utf8')) as readonly Tree[]
const copy = (id: keyof typeof EDITIONS) => structuredClone(EDITIONS[id]) as unknown as Tree

/** Paths of all objects in a tree, the root included. */
function objects(tree: unknown, found: Tree[] = []): Tree[] {
  if (typeof tree !== 'object' || tree === null) return found
  if (!Array.isArray(tree)) found.push(tree as Tree)
  for (const child of Object.values(tree)) objects(child, found)
  return found
}

test('the import source is read, and nothing in it is lost', () => {
  for (const edition of source) assert.deepEqual(editionSchema.parse(edition), edition)
})

test('resolved editions fit the reply of the interface, and nothing in them is lost', () => {
  for (const edition of allEditions()) assert.deepEqual(resolvedEditionSchema.parse(edition), edition)
})

test('the forms can be told as JSON Schema', () => {
  for (const schema of [editionSchema, resolvedEditionSchema]) {
    const told = z.toJSONSchema(schema, { io: 'input' }) as { properties: Tree; required: readonly string[] }
    for (const field of ['id', 'title', 'levels', 'functions', 'weights'])
      assert.ok(field in told.properties && told.required.includes(field))
  }
})

test('a misspelt or new field is refused wherever it stands', () => {
  const total = objects(copy('ec-2005')).length
  fc.assert(
    fc.property(fc.nat(total - 1), index => {
      const edition = copy('ec-2005')
      const node = objects(edition)[index]
      assert.ok(node)
      node['provenence'] = 'seed'
      assert.equal(editionSchema.safeParse(edition).success, false)
    }),
    { numRuns: 60 },
  )
})

test('a lost provenance is refused wherever it stands', () => {
  const withMark = (edition: Tree) => objects(edition).filter(node => 'provenance' in node)
  const total = withMark(copy('ec-2022')).length
  fc.assert(
    fc.property(fc.nat(total - 1), fc.constantFrom(undefined, '', 'official', 'found:'), (index, mark) => {
      const edition = copy('ec-2022')
      const node = withMark(edition)[index]
      assert.ok(node)
      if (mark === undefined) delete node['provenance']
      else node['provenance'] = mark
      assert.equal(editionSchema.safeParse(edition).success, false)
    }),
    { numRuns: 60 },
  )
})

/** Changes one field of the first object of a tree that fits. */
const change = (edition: Tree, fits: (node: Tree) => boolean, field: string, value: unknown): void => {
  const node = objects(edition).find(fits)
  assert.ok(node)
  node[field] = value
}

const WRONG: readonly (readonly [string, (edition: Tree) => void])[] = [
  ['an unknown edition id', edition => (edition['id'] = 'ec-1999')],
  ['no levels at all', edition => (edition['levels'] = [])],
  ['an unknown level code', edition => change(edition, node => node['value'] === 'L4', 'value', 'L6')],
  ['an unknown predicate', edition => change(edition, node => node['p'] === 'work', 'p', 'luck')],
  ['negative years', edition => change(edition, node => node['p'] === 'work', 'minYears', -1)],
  ['a weight above 100', edition => change(edition, node => 'weight' in node, 'weight', 101)],
  ['a weight that is no whole percent', edition => change(edition, node => 'weight' in node, 'weight', 12.5)],
  ['a clock time in another form', edition => change(edition, node => node['value'] === '08:30-10:00', 'value', '8:30–10:00')],
  ['zero training hours', edition => change(edition, node => node['value'] === 240, 'value', 0)],
  ['a clause that demands nothing', edition => change(edition, node => Array.isArray(node['all']), 'all', [])],
  [
    'inheriting a field that cannot be inherited',
    edition => (edition['inheritsFrom'] = { value: 'ec-2022', fields: ['title'], provenance: 'seed' }),
  ],
  ['a weight key without a level', edition => (edition['weights'] = { 网商: { theory: [], skill: [] } })],
  ['a thirteenth month', edition => change(edition, node => 'months' in node, 'months', [13])],
]
for (const [what, spoil] of WRONG) {
  test(`${what} is refused`, () => {
    const edition = copy('ec-2005')
    assert.ok(editionSchema.safeParse(edition).success)
    spoil(edition)
    assert.equal(editionSchema.safeParse(edition).success, false)
  })
}

test('a single stated value is described alike', () => {
  const hours = statedSchema(z.int())
  assert.deepEqual(hours.parse({ value: 240, provenance: 'seed' }), { value: 240, provenance: 'seed' })
  for (const wrong of [240, { value: 240 }, { value: '240', provenance: 'seed' }, { value: 240, provenance: 'sead' }])
    assert.equal(hours.safeParse(wrong).success, false)
})
