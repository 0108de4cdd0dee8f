import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import type { BankItem } from '../../../item-bank/contract.ts'
import { aBankItem } from '../../../item-bank/fixtures.ts'
import { NOW, aBody, aSmallBody, anOrder, bankFactsOf } from '../../fixtures.ts'
import { fieldPath } from '../blueprint/blueprint-field.ts'
import type { BlueprintBody } from '../blueprint/blueprint.ts'
import { checkAssembly } from '../check/check-assembly.ts'
import { problemFaults } from '../problem/problem.ts'
import type { TranslationOrder } from './order.ts'
import { problemOf } from './problem-of.ts'

const DAY = 86_400_000
const item = (code: string, changes: Partial<BankItem> = {}) => aBankItem({ code, area: ['A'], seconds: 60, ...changes })
const two = { type: 'multiple-choice', marks: hundredths(200) } as const
/** A1…A4 in area A with 1 mark each, B1 and B2 in area B/x with 2 marks. */
const items = [
  item('A1', { difficulty: 1, stimulusVersionId: 'S' }),
  item('A2', { difficulty: 2, stimulusVersionId: 'S' }),
  item('A3', { importance: 'Y', exposure: 3 }),
  item('A4', { importance: 'Z', lastUsedAt: (NOW - 5 * DAY) as typeof NOW }),
  item('B1', { area: ['B', 'x'], ...two }),
  item('B2', { area: ['B', 'x'], ...two, difficulty: 5, level: 'L5' }),
]
const SOUND = ['A1', 'A2', 'A3', 'B1'] as const

/** Ids of the constraints that a form breaks, under a blueprint and an order changed as told. */
function broken(form: readonly string[], body: Partial<BlueprintBody> = {}, order: Partial<TranslationOrder> = {}): readonly string[] {
  const { problem } = problemOf(anOrder(items, { body: aSmallBody(body), levels: ['L4', 'L5'], ...order }))
  assert.deepEqual(problemFaults(problem), [])
  return [...new Set(checkAssembly(problem, [form]).findings.flatMap(finding => (finding.holds ? [] : [finding.constraintId])))]
}

test('each area brings exactly its marks', () => {
  assert.deepEqual(broken(SOUND), [])
  assert.deepEqual(broken(['A1', 'A2', 'B1']), ['area:1'])
  assert.deepEqual(broken(['A1', 'A2', 'A3', 'A4', 'B1']), ['area:1'])
  assert.deepEqual(broken(['A1', 'A2', 'A3', 'B1', 'B2']), ['area:2'])
  assert.deepEqual(broken([]), ['area:1', 'area:2'])
})

const open = { least: null, most: null }
const TABLE: readonly (readonly [what: string, body: Partial<BlueprintBody>, form: readonly string[], breaks: readonly string[]])[] = [
  ['number of items kept', { items: { least: 4, most: 4 } }, SOUND, []],
  ['too many items', { items: { least: null, most: 3 } }, SOUND, ['items']],
  ['difficulty kept', { difficulty: { least: 200, most: 300 } }, SOUND, []],
  ['too easy', { difficulty: { least: 250, most: null } }, SOUND, ['difficulty']],
  ['time kept', { seconds: { least: 240, most: 240 } }, SOUND, []],
  ['too long', { seconds: { least: null, most: 239 } }, SOUND, ['seconds']],
  ['importance kept', { importance: [{ importance: 'X', least: 8000, most: 8000 }] }, SOUND, []],
  ['too little of an importance', { importance: [{ importance: 'X', least: 8001, most: null }] }, SOUND, ['importance:X']],
  ['too much of an importance', { importance: [{ importance: 'Y', least: null, most: 1999 }] }, SOUND, ['importance:Y']],
  ['information kept', { information: [{ theta: 0, least: 700, most: 900 }] }, SOUND, []],
  ['too little information', { information: [{ theta: 0, least: 900, most: null }] }, SOUND, ['information:0']],
  ['stimuli kept', { stimuli: { count: { least: 1, most: 1 }, itemsOfEach: { least: 2, most: 2 } } }, SOUND, []],
  ['no stimulus', { stimuli: { count: { least: 1, most: null }, itemsOfEach: open } }, ['A3', 'A4', 'B1'], ['area:1', 'stimuli']],
  ['half a stimulus', { stimuli: { count: open, itemsOfEach: { least: 2, most: null } } }, ['A1', 'A3', 'A4', 'B1'], ['stimulus-items']],
  ['an item that must stand there', { lists: [{ kind: 'include', codes: ['A4'] }] }, SOUND, ['list:1']],
  ['an item that must not', { lists: [{ kind: 'exclude', codes: ['A1', 'A9'] }] }, SOUND, ['list:1']],
  ['all of some', { lists: [{ kind: 'all-or-none', codes: ['A1', 'A2'] }] }, SOUND, []],
  ['one of some', { lists: [{ kind: 'all-or-none', codes: ['A1', 'A4'] }] }, SOUND, ['list:1']],
  ['exposure', { exposure: { most: 3, restDays: null } }, SOUND, ['exposure']],
  ['exposure that is left', { exposure: { most: 4, restDays: null } }, SOUND, []],
  ['an item that rests', { exposure: { most: null, restDays: 6 } }, ['A1', 'A2', 'A4', 'B1'], ['rest']],
  ['an item that has rested', { exposure: { most: null, restDays: 5 } }, ['A1', 'A2', 'A4', 'B1'], []],
  ['a lower level that lends too much', { lowerLevels: 100 }, ['A1', 'A2', 'A3', 'B2'], ['lower-levels']],
  ['a lower level that may lend', { lowerLevels: 200 }, ['A1', 'A2', 'A3', 'B2'], []],
]
for (const [what, body, form, breaks] of TABLE) test(`checked: ${what}`, () => assert.deepEqual(broken(form, body), breaks))

test('types keep their bounds on items and on marks', () => {
  const types = (changes: object): Partial<BlueprintBody> => ({
    types: aSmallBody().types.map(each => (each.type === 'single-choice' ? { ...each, ...changes } : each)),
  })
  assert.deepEqual(broken(SOUND, types({ items: { least: 3, most: 3 }, marks: { least: 300, most: 300 } })), [])
  assert.deepEqual(broken(SOUND, types({ items: { least: 4, most: null } })), ['type-items:single-choice'])
  assert.deepEqual(broken(SOUND, types({ marks: { least: null, most: 250 } })), ['type-marks:single-choice'])
})

test('enemies are kept apart, unless the blueprint lets them', () => {
  const enemies = new Map([
    ['A1', ['A3', 'elsewhere']],
    ['A3', ['A1']],
  ])
  const facts = bankFactsOf(items, { enemies })
  assert.deepEqual(broken(SOUND, {}, { facts }), ['enemies:A1/A3'])
  assert.deepEqual(broken(SOUND, { enemies: false }, { facts }), [])
})

test('items that candidates have met before stay out', () => {
  const seen = new Set([items[0]?.itemId ?? '', 'unknown'])
  assert.deepEqual(broken(SOUND, {}, { seen }), ['seen'])
  assert.deepEqual(broken(['A2', 'A3', 'A4', 'B1'], {}, { seen }), [])
})

test('forms share no more with the last forms than the blueprint allows', () => {
  const recent = [['A1', 'A2', 'gone'], ['B2'], ['A3', 'A4', 'B1']]
  const overlap = { betweenForms: null, recentForms: 3, withRecent: 1 }
  assert.deepEqual(broken(SOUND, { overlap }, { recent }), ['recent:1', 'recent:3'])
  assert.deepEqual(broken(SOUND, { overlap: { ...overlap, withRecent: 2 } }, { recent }), [])
})

test('the overlap of forms matters only where there are several', () => {
  const ids = (forms: number) => {
    const body = aSmallBody({ overlap: { betweenForms: 2, recentForms: 0, withRecent: 0 } })
    return problemOf(anOrder(items, { body, forms })).problem.constraints.map(each => each.id)
  }
  assert.ok(!ids(1).includes('between-forms'))
  assert.ok(ids(2).includes('between-forms'))
})

test('what cannot stand in a form is not in the pool', () => {
  const more = [item('R', { state: 'retired' }), item('T', { type: 'essay' }), item('C', { area: ['C'] }), item('L', { level: 'L3' })]
  const codes = (lowerLevels: number | null) =>
    problemOf(anOrder([...items, ...more], { levels: ['L4', 'L5'], body: aSmallBody({ lowerLevels }) })).problem.pool.items.map(
      each => each.id,
    )
  assert.deepEqual(codes(null), ['A1', 'A2', 'A3', 'A4', 'B1', 'B2'])
  assert.deepEqual(codes(0), ['A1', 'A2', 'A3', 'A4', 'B1'])
})

/** An order in which every kind of constraint of a blueprint stands. */
function everyKind() {
  const body = aSmallBody({
    items: { least: 3, most: 5 },
    importance: [{ importance: 'X', least: 5000, most: null }],
    difficulty: { least: null, most: 350 },
    seconds: { least: 100, most: null },
    information: [{ theta: 500, least: 100, most: 900 }],
    stimuli: { count: { least: 0, most: 2 }, itemsOfEach: { least: 1, most: 3 } },
    lists: [{ kind: 'exclude', codes: ['A4'] }],
    exposure: { most: 9, restDays: 30 },
    lowerLevels: 200,
    overlap: { betweenForms: 3, recentForms: 1, withRecent: 0 },
    types: aSmallBody().types.map(each => ({ ...each, items: { least: 0, most: 9 }, marks: { least: 0, most: 900 } })),
  })
  return anOrder(items, {
    body,
    forms: 2,
    levels: ['L4', 'L5'],
    seen: new Set([items[1]?.itemId ?? '']),
    recent: [['A3']],
    facts: bankFactsOf(items, { enemies: new Map([['A1', ['A2']]]) }),
  })
}

test('every constraint has a sentence in both languages, with the numbers of the bank', () => {
  const { problem, said } = problemOf(everyKind())
  const ids = problem.constraints.map(each => each.id)
  assert.equal(new Set(ids).size, ids.length, 'ids are names')
  for (const id of ids) {
    const sentence = said.get(id)
    assert.match(sentence?.zh ?? '', /^[^。]*\p{Script=Han}[^。]*。$/u, id)
    assert.match(sentence?.en ?? '', /^[^.].*\.$/, id)
    assert.doesNotMatch(sentence?.en ?? '', /[分题]/, id)
  }
  assert.equal(said.get('area:1')?.zh, '“A”须恰为3分；题库可用2题，共2分。')
  assert.equal(said.get('area:1')?.en, '"A" brings exactly 3 marks; the bank has 2 items with 2 marks.')
  assert.equal(said.get('importance:X')?.zh, '重要程度X的试题不少于2.5分；题库可用3题，共5分。')
  assert.equal(said.get('type-marks:matching')?.en, 'Matching: between 0 and 9 marks; the bank has 0 items with 0 marks.')
  assert.equal(said.get('seen')?.zh, '考生此前见过的1题不得选入。')
  assert.equal(said.get('information:500')?.zh, '能力0.5处的信息量须在0.1至0.9之间。')
})

test('every constraint names the single field of the blueprint it comes from; what the order of a run adds names none', () => {
  const { problem, fields } = problemOf(everyKind())
  const paths = problem.constraints.map(({ id }) => {
    const field = fields.get(id)
    return [id, field === undefined ? null : fieldPath(field)]
  })
  const types = ['single-choice', 'multiple-choice', 'matching'].flatMap(type => [
    [`type-items:${type}`, `types.${type}.items`],
    [`type-marks:${type}`, `types.${type}.marks`],
  ])
  assert.deepEqual(paths, [
    ['area:1', 'areas.A'],
    ['area:2', 'areas.B／x'],
    ...types,
    ['importance:X', 'importance.X'],
    ['items', 'items'],
    ['difficulty', 'difficulty'],
    ['seconds', 'seconds'],
    ['information:500', 'information.500'],
    ['stimuli', 'stimuli.count'],
    ['stimulus-items', 'stimuli.itemsOfEach'],
    ['lower-levels', 'lowerLevels'],
    ['list:1', 'lists.0'],
    ['enemies:A1/A2', 'enemies'],
    ['exposure', 'exposure.most'],
    ['rest', 'exposure.restDays'],
    ['seen', null],
    ['between-forms', 'overlap.betweenForms'],
    ['recent:1', 'overlap.withRecent'],
  ])
})

test('an area that asks for no marks moves no other to a wrong field', () => {
  const areas = [{ path: ['A'], marks: 0 }, ...aSmallBody().areas.slice(1)]
  const { fields } = problemOf(anOrder(items, { body: aSmallBody({ areas }) }))
  assert.deepEqual(fields.get('area:1'), { field: 'areas', path: ['B', 'x'] })
})

test('a list too long for a sentence is cut short', () => {
  const codes = Array.from({ length: 9 }, (_, n) => `A${n}`)
  const { said } = problemOf(anOrder(items, { body: aSmallBody({ lists: [{ kind: 'exclude', codes }] }) }))
  assert.equal(said.get('list:1')?.zh, '不得选入A0、A1、A2、A3、A4、A5…（9）。')
})

test('each goal of a blueprint is one of the engine', () => {
  const goals: readonly (readonly [BlueprintBody['goal'], object])[] = [
    [{ kind: 'none' }, { kind: 'none' }],
    [{ kind: 'least-exposure' }, { kind: 'least-of', attribute: 'COST' }],
    [
      { kind: 'target-difficulty', mean: 320 },
      { kind: 'target-mean', attribute: 'DIFFICULTY', target: 320 },
    ],
    [
      { kind: 'target-information', targets: [{ theta: -500, target: 8000 }] },
      { kind: 'target-information', targets: [{ theta: -0.5, target: 8 }] },
    ],
    [
      { kind: 'most-information', abilities: [0] },
      { kind: 'most-information', abilities: [{ theta: 0, weight: 1 }] },
    ],
    [
      { kind: 'maximin-information', abilities: [-1000, 1000] },
      {
        kind: 'maximin-information',
        abilities: [
          { theta: -1, weight: 1 },
          { theta: 1, weight: 1 },
        ],
      },
    ],
  ]
  for (const [goal, expected] of goals) assert.deepEqual(problemOf(anOrder(items, { body: aSmallBody({ goal }) })).problem.goal, expected)
})

test('the same order gives the same problem, whatever the order of the items', () => {
  const order = anOrder(items, { body: aBody({ ...aSmallBody() }) })
  const turned = { ...order, facts: bankFactsOf(items.toReversed()) }
  assert.deepEqual(problemOf(turned).problem.pool, problemOf(order).problem.pool)
})
