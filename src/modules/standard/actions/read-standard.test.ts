import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { compareEditionsAction } from './compare-editions.ts'
import { listEditionsAction } from './list-editions.ts'
import { showEditionAction } from './show-edition.ts'
import { EDITION_IDS, compareEditions, editionOf, listEditions, mayReadStandard, showEdition, standardRefusals } from '../contract.ts'
import { must, refusalOf } from '../fixtures.ts'

const endpoints = [listEditions, showEdition, compareEditions]
const show = (editionId: string) => showEditionAction({ params: { editionId }, query: undefined, body: undefined })
const compare = (from: string, to: string) => compareEditionsAction({ params: undefined, query: { from, to }, body: undefined })

test('three endpoints read the standard and none writes', () => {
  assert.deepEqual(
    endpoints.map(endpoint => `${endpoint.method} ${endpoint.path}`),
    ['GET /api/standard/editions', 'GET /api/standard/editions/:editionId', 'GET /api/standard/diff'],
  )
})

test('every endpoint can be told as JSON Schema, and its refusals stand in the catalogue', () => {
  for (const endpoint of endpoints) {
    const told = z.toJSONSchema(endpoint.reply, { io: 'output' })
    assert.ok(told.type === 'object' && Object.keys(told.properties ?? {}).length > 0, endpoint.path)
    for (const code of endpoint.refusals) assert.ok(code in standardRefusals, code)
  }
})

test('anybody may read the standard, signed in or not', () => {
  const person: Actor = { kind: 'person', personId: 'p', accountId: 'a', name: '李明', grants: [] }
  for (const actor of [{ kind: 'public' } as const, person, { kind: 'system', job: 'j' } as const])
    assert.equal(must(mayReadStandard(actor)), true)
})

test('the list has one line for each edition, oldest first, with levels low to high', async () => {
  const { editions } = must(await listEditionsAction())
  assert.deepEqual(
    editions.map(edition => edition.id),
    [...EDITION_IDS],
  )
  assert.deepEqual(
    editions.find(edition => edition.id === 'ec-2022'),
    {
      id: 'ec-2022',
      title: editionOf('ec-2022').title,
      year: editionOf('ec-2022').year,
      status: { value: 'inForce', provenance: 'reconstructed' },
      inheritsFrom: null,
      levels: ['L5', 'L4', 'L3', 'L2', 'L1'].map((code, i) => ({ code, name: editionOf('ec-2022').levels[i]?.name })),
      workTypes: ['网商', '跨境电子商务师'],
    },
  )
  assert.equal(editions.find(edition => edition.id === 'ec-2016-local-liaoning')?.inheritsFrom, 'ec-2005')
})

test('one edition comes resolved, with the origin of each inherited part', async () => {
  const edition = must(await show('ec-2025-eligibility'))
  assert.deepEqual(edition, editionOf('ec-2025-eligibility'))
  assert.ok(edition.origins.some(origin => origin.path === 'functions' && origin.from === 'ec-2022'))
})

test('an edition that does not exist is refused in reading and on either side of a comparison', async () => {
  for (const result of [await show('x'), await compare('x', 'ec-2005'), await compare('ec-2005', 'x')])
    assert.deepEqual(refusalOf(result), { code: 'edition-unknown', facts: { edition: 'x' } })
})

test('a comparison names both editions and only sections that differ', async () => {
  const diff = must(await compare('ec-2002-trial', 'ec-2005'))
  assert.deepEqual([diff.from, diff.to], ['ec-2002-trial', 'ec-2005'])
  assert.ok(diff.sections.every(section => section.changes.length > 0))
  assert.deepEqual(must(await compare('ec-2005', 'ec-2005')).sections, [])
})

test('whatever the actions answer is let through whole by the reply schemas', async () => {
  const list = must(await listEditionsAction())
  assert.deepEqual(listEditions.reply.parse(list), list)
  for (const from of EDITION_IDS) {
    const edition = must(await show(from))
    assert.deepEqual(showEdition.reply.parse(edition), edition)
    for (const to of EDITION_IDS) {
      const diff = must(await compare(from, to))
      assert.deepEqual(compareEditions.reply.parse(diff), diff)
    }
  }
})

test('a request with fields the endpoint does not know is refused by its schema', () => {
  assert.equal(showEdition.params.safeParse({ editionId: 'x'.repeat(101) }).success, false)
  assert.equal(compareEditions.query.safeParse({ from: 'ec-2005' }).success, false)
  assert.equal(compareEditions.query.safeParse({ from: 'ec-2005', to: 'ec-2022', also: '1' }).success, false)
})
