import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instantOf } from '../../../../kernel/instant.ts'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'
import { aDraft } from '../../fixtures.ts'
import { type DraftFacts, checkDraft, placingsOf } from './check-draft.ts'
import { CHECKLIST, CHECKLIST_POINTS, openPoints } from './checklist.ts'
import { DAYS_TO_DECIDE, dueAt } from './deadlines.ts'
import { DraftBody, DraftPlace } from './draft.ts'
import { VERSION_STATES } from './states.ts'

const HOME = { editionId: 'ec-2005', level: 'L4' }
const TABLE = new Map([
  ['B-A-A-001', { areaPath: '网络营销/', importance: 'X' }],
  ['B-A-A-002', { areaPath: '网络营销/', importance: 'Y' }],
  ['B-B-A-001', { areaPath: '电子交易/', importance: 'X' }],
])
const OTHER = new Map([['C-A-A-007', { areaPath: '营销推广/', importance: 'Z' }]])

function facts(changes: Partial<DraftFacts> = {}): DraftFacts {
  return { place: HOME, knowsArea: (_place, path) => path[0] === '网络营销', pointsOf: () => undefined, ...changes }
}
const withTables = facts({ pointsOf: place => (place.level === 'L4' ? TABLE : place.level === 'L3' ? OTHER : undefined) })
const pathsOf = (draft: DraftBody, against = facts()) => checkDraft(draft, against).faults.map(fault => fault.path)

describe('a draft that is judged', () => {
  test('a sound one has no fault, and its documents come back in the newest form of their type', () => {
    const { faults, secret } = checkDraft(aDraft(), facts())
    assert.deepEqual(faults, [])
    assert.deepEqual(secret?.content['stem'], [{ kind: 'paragraph', text: aDraft().content['stem'] }])
    assert.equal(secret?.rubric, undefined)
  })

  test('faults of the content are told below content, with no secret and no findings', () => {
    const check = checkDraft(aDraft({ content: { version: 2, stem: '', options: [] } }), facts())
    assert.ok(check.faults.every(fault => fault.path.startsWith('content')))
    assert.ok(check.faults.some(fault => fault.path === 'content.stem'))
    assert.deepEqual([check.secret, check.findings], [undefined, []])
  })

  test('a key that names nothing is told below key', () => {
    assert.deepEqual(pathsOf(aDraft({ key: { version: 1, optionId: 'nobody', explanation: '解析。' } })), ['key'])
  })

  test('a rubric of another type is told below rubric, a sound one is kept', () => {
    const options = (aDraft().content['options'] as { id: string }[]).map(option => option.id)
    const multiple = aDraft({
      type: 'multiple-choice',
      marks: 200,
      key: { version: 1, optionIds: options.slice(0, 2), explanation: '前两项都使访客增加，其余与材料无关。' },
    })
    assert.ok(pathsOf({ ...multiple, rubric: { credit: 'luck' } }).some(path => path.startsWith('rubric')))
    assert.equal(checkDraft({ ...multiple, rubric: { credit: 'per-option' } }, facts()).secret?.rubric?.['credit'], 'per-option')
  })

  test('an area outside the weight table is a fault, and so is none', () => {
    assert.deepEqual(pathsOf(aDraft({ area: ['天文'] })), ['area'])
    assert.deepEqual(pathsOf(aDraft({ area: [] })), ['area'])
  })

  test('types with usual marks carry those', () => {
    assert.deepEqual(pathsOf(aDraft({ marks: 200 })), ['marks'])
  })

  test('what the machine calls an error keeps it from being sent, what it calls a warning does not', () => {
    const { options } = aDraft().content as { options: { id: string; text: string }[] }
    const all = options.map((option, at) => (at === 3 ? { ...option, text: '以上都对' } : option))
    assert.deepEqual(pathsOf(aDraft({ content: { ...aDraft().content, options: all } })), ['options.4'])
    const check = checkDraft(aDraft({ content: { ...aDraft().content, stem: '没有标点的题干' } }), facts())
    assert.deepEqual(check.faults, [])
    assert.ok(check.findings.some(finding => finding.code === 'stem-unmarked'))
  })
})

describe('points', () => {
  test('are asked for once a table has been entered', () => {
    assert.deepEqual(pathsOf(aDraft(), facts()), [])
    assert.deepEqual(pathsOf(aDraft(), withTables), ['points'])
    assert.deepEqual(pathsOf(aDraft({ points: ['B-A-A-001'] }), withTables), [])
  })

  test('are known, and the first lies in the area with the item’s importance', () => {
    assert.deepEqual(pathsOf(aDraft({ points: ['B-A-A-009'] }), withTables), ['points'])
    assert.deepEqual(pathsOf(aDraft({ points: ['B-B-A-001'] }), withTables), ['points'])
    assert.deepEqual(pathsOf(aDraft({ points: ['B-A-A-002'] }), withTables), ['importance'])
  })

  test('of other editions and levels are known there; without a table there is nothing to be placed at', () => {
    const elsewhere = (level: string, code: string) =>
      aDraft({ points: ['B-A-A-001'], placings: [{ editionId: 'ec-2005', level, points: [code] }] })
    assert.deepEqual(pathsOf(elsewhere('L3', 'C-A-A-007'), withTables), [])
    assert.deepEqual(pathsOf(elsewhere('L3', 'C-A-A-008'), withTables), ['placings.0.points'])
    assert.deepEqual(pathsOf(elsewhere('L1', 'C-A-A-007'), withTables), ['placings.0.points'])
  })

  test('of the item’s own place, or of one place twice, are told', () => {
    const at = (level: string, code: string) => ({ editionId: 'ec-2005', level, points: [code] })
    const placed = (...placings: ReturnType<typeof at>[]) => aDraft({ points: ['B-A-A-001'], placings })
    assert.deepEqual(pathsOf(placed(at('L4', 'B-A-A-001')), withTables), ['placings.0'])
    assert.deepEqual(pathsOf(placed(at('L3', 'C-A-A-007'), at('L3', 'C-A-A-007')), withTables), ['placings.1'])
  })

  test('become placings with the area and importance of their own table', () => {
    const draft = aDraft({ points: ['B-A-A-001'], placings: [{ editionId: 'ec-2005', level: 'L3', points: ['C-A-A-007'] }] })
    assert.deepEqual(placingsOf(draft, withTables), [
      { ...HOME, code: 'B-A-A-001', areaPath: '网络营销/', importance: 'X', isHome: true },
      { editionId: 'ec-2005', level: 'L3', code: 'C-A-A-007', areaPath: '营销推广/', importance: 'Z', isHome: false },
    ])
  })

  test('without a table at home are placed by what the draft itself states', () => {
    const [placing] = placingsOf(aDraft({ points: ['B-A-A-001'], importance: 'Y' }), facts())
    assert.deepEqual([placing?.areaPath, placing?.importance], ['网络营销/', 'Y'])
  })
})

describe('what a writer sends', () => {
  test('may be unfinished in content and key, but not in the facts a row needs', () => {
    assert.ok(DraftBody.safeParse(aDraft({ content: {}, key: {} })).success)
    for (const wrong of [
      { difficulty: 6 },
      { marks: 0 },
      { importance: 'W' },
      { points: ['A1'] },
      { seconds: 0 },
      { type: 'riddle' },
      { extra: 1 },
    ])
      assert.equal(DraftBody.safeParse({ ...aDraft(), ...wrong }).success, false, JSON.stringify(wrong))
  })

  test('is not nested without end', () => {
    let deep: unknown = 'x'
    for (let layer = 0; layer < 20_000; layer++) deep = [deep]
    assert.equal(DraftBody.safeParse(aDraft({ content: { stem: deep } })).success, false)
  })

  test('names a type the interactions know', () => {
    for (const type of INTERACTION_TYPES) assert.ok(DraftBody.safeParse(aDraft({ type })).success)
  })

  test('has a code of the usual form', () => {
    assert.ok(DraftPlace.safeParse({ ...HOME, code: 'L4-EC-001' }).success)
    assert.equal(DraftPlace.safeParse({ ...HOME, code: 'l4-1' }).success, false)
  })
})

describe('deciding', () => {
  test('the checklist is open until every point of it is confirmed', () => {
    assert.deepEqual(openPoints(CHECKLIST_POINTS), [])
    assert.deepEqual(openPoints([]), CHECKLIST_POINTS)
    assert.deepEqual(openPoints([...CHECKLIST_POINTS.slice(1), 'something-else']), CHECKLIST_POINTS.slice(0, 1))
    for (const { zh, en } of Object.values(CHECKLIST)) assert.ok(/\p{Script=Han}/u.test(zh) && /[a-z]/.test(en))
  })

  test('each desk has its days; what waits for nobody has none', () => {
    const since = instantOf('2026-11-23T01:00:00Z')
    assert.equal(dueAt('item-review', since), instantOf('2026-11-30T01:00:00Z'))
    assert.equal(dueAt('passed', since), instantOf('2026-11-28T01:00:00Z'))
    for (const state of VERSION_STATES) assert.equal(dueAt(state, since) === null, DAYS_TO_DECIDE[state] === undefined, state)
  })
})
