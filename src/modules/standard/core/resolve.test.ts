import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Edition, EditionId, InheritableField } from './edition.ts'
import { EDITIONS, EDITION_IDS, allEditions, editionOf } from './registry.ts'
import { type ResolvedEdition, originOf, overlay, resolve } from './resolve.ts'

const plain = (id: EditionId): ResolvedEdition => ({ ...EDITIONS[id], origins: [] })

test('an edition without a base is itself, and every part is its own', () => {
  for (const id of ['ec-2002-trial', 'ec-2005', 'ec-2022', 'cbec-ability-fujian-2020'] as const) {
    const { origins, ...rest } = editionOf(id)
    assert.deepEqual(rest, EDITIONS[id])
    assert.deepEqual(origins, [])
    assert.equal(originOf(editionOf(id), 'functions'), id)
  }
})

const CHAINS: readonly (readonly [EditionId, EditionId, readonly InheritableField[]])[] = [
  ['ec-2001-trial-early', 'ec-2002-trial', ['functions', 'weights', 'levels[].trainingHours', 'levels[].eligibility']],
  ['ec-2016-local-liaoning', 'ec-2005', ['levels[].trainingHours', 'basics', 'functions', 'weights', 'exam']],
  ['ec-2021-draft', 'ec-2022', ['basics', 'functions', 'weights']],
  ['ec-2025-eligibility', 'ec-2022', ['basics', 'functions', 'weights', 'exam', 'levels[].trainingHours']],
]
for (const [id, base, fields] of CHAINS) {
  test(`${id} takes from ${base}: ${fields.join(', ')}`, () => {
    assert.equal(EDITIONS[id].inheritsFrom?.value, base)
    assert.deepEqual(EDITIONS[id].inheritsFrom?.fields, fields)
    const edition = editionOf(id)
    for (const field of fields) assertTaken(edition, editionOf(base), field)
    assert.ok(edition.origins.every(origin => origin.from === base))
  })
}

function assertTaken(edition: ResolvedEdition, base: ResolvedEdition, field: InheritableField): void {
  if (field === 'basics' || field === 'functions' || field === 'weights' || field === 'exam') {
    assert.deepEqual(edition[field], base[field])
    assert.equal(originOf(edition, field), base.id)
    return
  }
  const key = field === 'levels[].trainingHours' ? 'trainingHours' : 'eligibility'
  for (const level of edition.levels) {
    const below = base.levels.find(candidate => candidate.code.value === level.code.value)
    assert.deepEqual(level[key], below?.[key], `${level.code.value} ${key}`)
    assert.equal(originOf(edition, `levels.${level.code.value}.${key}`), base.id)
  }
}

test('what an overlay says itself stays its own', () => {
  const local = editionOf('ec-2016-local-liaoning')
  assert.deepEqual(
    local.levels.map(level => level.name.value),
    ['电子商务师四级', '电子商务师三级', '电子商务师二级'],
  )
  assert.equal(originOf(local, 'levels.L4.name'), 'ec-2016-local-liaoning')
  assert.equal(originOf(local, 'levels.L4.eligibility.L4-4'), 'ec-2016-local-liaoning')
  assert.equal(originOf(local, 'levels.L4.trainingHours'), 'ec-2005')
})

test('a part below an inherited one has the same origin, a part that only begins alike has not', () => {
  const draft = editionOf('ec-2021-draft')
  assert.equal(originOf(draft, 'functions.L5.网商.网店开设'), 'ec-2022')
  assert.equal(originOf(draft, 'weights.L1.theory.职业道德'), 'ec-2022')
  assert.equal(originOf(draft, 'functionsOther'), 'ec-2021-draft')
  assert.equal(originOf(draft, 'levels.L5.trainingHours'), 'ec-2021-draft')
})

test('the draft keeps its own hours although they equal those of 2022', () => {
  const hours = editionOf('ec-2021-draft').levels.map(level => level.trainingHours)
  assert.deepEqual(
    hours.map(h => h.value),
    [80, 60, 60, 40, 40],
  )
  assert.ok(hours.every(h => h.provenance.startsWith('found:')))
})

test('the early trial fills its silent hours and clauses by national grade, whatever the levels are called', () => {
  const early = editionOf('ec-2001-trial-early')
  assert.deepEqual(
    early.levels.map(level => [level.code.value, level.name.value, level.trainingHours.value]),
    [
      ['L4', '助理电子商务师', 200],
      ['L3', '初级电子商务师', 230],
      ['L2', '中级电子商务师', 200],
      ['L1', '高级电子商务师', 180],
    ],
  )
  assert.deepEqual(
    early.levels.map(level => level.eligibility.length),
    [2, 3, 2, 2],
  )
})

test('times of a level travel with the exam, work types and totals with the weights, cumulation with the functions', () => {
  const overlayed = editionOf('ec-2025-eligibility')
  assert.deepEqual(
    overlayed.levels.map(level => level.theoryMinutes.value),
    [90, 90, 90, 90, 90],
  )
  assert.deepEqual(
    overlayed.levels.map(level => level.review?.minutes.value ?? null),
    [null, null, null, 15, 15],
  )
  assert.equal(overlayed.cumulative?.value, true)
  assert.equal(overlayed.weightsKey?.value, EDITIONS['ec-2022'].weightsKey?.value)
  for (const path of ['levels.L2.theoryMinutes', 'levels.L2.review', 'cumulative', 'weightsKey', 'levelsNote'])
    assert.equal(originOf(overlayed, path), 'ec-2022', path)
})

test('companions do not travel without their field', () => {
  const draft = editionOf('ec-2021-draft')
  assert.equal(draft.exam, undefined)
  assert.ok(draft.levels.every(level => level.theoryMinutes.value === null && level.review === undefined))
})

test('laying an edition over its base twice changes nothing', () => {
  for (const edition of allEditions()) {
    const base = edition.inheritsFrom && editionOf(edition.inheritsFrom.value)
    if (base) assert.deepEqual(overlay(edition, base), edition, edition.id)
  }
})

test('resolving is idempotent: resolved editions resolve to themselves', () => {
  const resolved = Object.fromEntries(allEditions().map(edition => [edition.id, edition])) as unknown as {
    [Id in EditionId]: ResolvedEdition
  }
  for (const id of EDITION_IDS) {
    const { origins: _, ...again } = resolve(id, resolved)
    const { origins: __, ...once } = editionOf(id)
    assert.deepEqual(again, once, id)
  }
})

test('over several steps each part remembers the edition whose text it is', () => {
  const far: Edition = {
    ...EDITIONS['ec-2025-eligibility'],
    id: 'ec-2021-draft',
    inheritsFrom: { value: 'ec-2025-eligibility', fields: ['functions', 'levels[].eligibility'], provenance: 'reconstructed' },
    functions: [],
    levels: EDITIONS['ec-2025-eligibility'].levels.map(level => ({ ...level, eligibility: [] })),
  }
  const edition = resolve('ec-2021-draft', { ...EDITIONS, 'ec-2021-draft': far })
  assert.equal(originOf(edition, 'functions'), 'ec-2022')
  assert.equal(originOf(edition, 'levels.L3.eligibility'), 'ec-2025-eligibility')
  assert.deepEqual(edition.functions, EDITIONS['ec-2022'].functions)
})

test('any choice of inherited fields is taken whole, and nothing else', () => {
  const silent: ResolvedEdition = {
    ...plain('ec-2025-eligibility'),
    levels: EDITIONS['ec-2025-eligibility'].levels.map(level => ({
      ...level,
      trainingHours: { value: null, provenance: 'reconstructed' },
      eligibility: [],
    })),
  }
  const all = ['basics', 'functions', 'weights', 'exam', 'levels[].trainingHours', 'levels[].eligibility'] as const
  fc.assert(
    fc.property(fc.shuffledSubarray([...all]), fields => {
      const own: ResolvedEdition = { ...silent, inheritsFrom: { value: 'ec-2022', fields, provenance: 'reconstructed' } }
      const laid = overlay(own, editionOf('ec-2022'))
      assert.deepEqual(overlay(laid, editionOf('ec-2022')), laid)
      for (const field of all) {
        if (fields.includes(field)) assertTaken(laid, editionOf('ec-2022'), field)
        else if (!field.startsWith('levels')) assert.deepEqual(laid[field as 'basics'], silent[field as 'basics'])
      }
    }),
    { numRuns: 60 },
  )
})

test('an edition that states a part and also inherits another wording of it is an error', () => {
  const own: ResolvedEdition = { ...plain('ec-2025-eligibility'), functions: EDITIONS['ec-2005'].functions }
  assert.throws(() => overlay(own, editionOf('ec-2022')), /states functions of its own and also inherits it/)
  const levels = own.levels.map(level => ({ ...level, trainingHours: { value: 7, provenance: 'seed' as const } }))
  assert.throws(() => overlay({ ...plain('ec-2025-eligibility'), levels }, editionOf('ec-2022')), /states trainingHours of its own/)
})

test('editions that inherit in a ring are an error that names the ring', () => {
  const inherits = (value: EditionId) => ({ value, fields: [] as InheritableField[], provenance: 'reconstructed' as const })
  const ring = {
    ...EDITIONS,
    'ec-2022': { ...EDITIONS['ec-2022'], inheritsFrom: inherits('ec-2025-eligibility') },
  }
  assert.throws(() => resolve('ec-2025-eligibility', ring), /ring: ec-2025-eligibility > ec-2022 > ec-2025-eligibility/)
})

test('a level that the base does not have is left as it is', () => {
  const base = { ...editionOf('ec-2022'), levels: editionOf('ec-2022').levels.filter(level => level.code.value !== 'L5') }
  const laid = overlay(plain('ec-2025-eligibility'), base)
  assert.deepEqual(laid.levels[0], EDITIONS['ec-2025-eligibility'].levels[0])
  assert.equal(originOf(laid, 'levels.L5.trainingHours'), 'ec-2025-eligibility')
  assert.equal(originOf(laid, 'levels.L4.trainingHours'), 'ec-2022')
})
