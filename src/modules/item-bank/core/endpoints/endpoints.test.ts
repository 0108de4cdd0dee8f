import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as bank from '../../contract.ts'
import { itemBankRefusals } from '../refusals.ts'

type Declared = {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly refusals: readonly string[]
  readonly reply: unknown
  readonly body: unknown
}
const ENDPOINTS = Object.values(bank).filter(
  (each): each is typeof each & Declared => typeof each === 'object' && each !== null && 'path' in each && 'method' in each,
)
type Schema = { safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown } }
const bodyOf = (endpoint: { readonly body: unknown }) => endpoint.body as Schema

test('every endpoint lies in the bank, says in both languages what it does, and stands once', () => {
  assert.ok(ENDPOINTS.length >= 30)
  for (const { path, summary } of ENDPOINTS) {
    assert.match(path, /^\/api\/item-bank\//)
    assert.match(summary, /\p{Script=Han}.*\/ .*[a-z]/u)
  }
  assert.equal(new Set(ENDPOINTS.map(({ method, path }) => `${method} ${path}`)).size, ENDPOINTS.length)
})

test('every refusal an endpoint names has its text here, in the interactions, the standard, or with the general ones', () => {
  const elsewhere =
    /^(?:edition|level|work-type|weights)-|^(?:wrong-state|changed-meanwhile|item-content-invalid|picture-too-large|file-.*)$/
  for (const { refusals, path } of ENDPOINTS)
    for (const code of refusals) assert.ok(code in itemBankRefusals || elsewhere.test(code), `${path}: ${code}`)
})

test('what is read of contents is asked for by POST, because the reading is written down', () => {
  for (const { method, path, reply } of ENDPOINTS) {
    const fields = Object.keys((reply as { shape?: object } | undefined)?.shape ?? {})
    if (fields.includes('content') || fields.includes('prose') || fields.includes('key')) assert.equal(method, 'POST', path)
  }
})

describe('a search', () => {
  const body = bodyOf(bank.searchItems)

  test('asks for everything unless told otherwise', () => {
    const read = body.safeParse({})
    assert.ok(read.success)
    assert.deepEqual(read.data, {
      editionId: '',
      level: '',
      area: [],
      point: '',
      type: '',
      states: [],
      difficulty: { least: 1, most: 5 },
      importance: '',
      writer: '',
      code: '',
      used: '',
      text: '',
      from: 0,
      most: 50,
    })
  })

  const wrong: readonly object[] = [
    { type: 'riddle' },
    { states: ['lost'] },
    { most: 201 },
    { from: -1 },
    { difficulty: { least: 0, most: 5 } },
    { used: 'maybe' },
    { importance: 'W' },
    { text: 'x'.repeat(201) },
    { order: 'code' },
  ]
  for (const each of wrong) test(`refuses ${JSON.stringify(each).slice(0, 40)}`, () => assert.equal(body.safeParse(each).success, false))
})

describe('a verdict', () => {
  const body = bodyOf(bank.giveVerdict)

  test('passes with a checklist or returns with a remark, never the one with the other’s', () => {
    assert.ok(body.safeParse({ verdict: 'passed', guard: 1, checklist: [] }).success)
    assert.ok(body.safeParse({ verdict: 'returned', guard: 1, note: '干扰项太弱' }).success)
    assert.equal(body.safeParse({ verdict: 'returned', guard: 1, note: ' ' }).success, false)
    assert.equal(body.safeParse({ verdict: 'returned', guard: 1, note: '弱', checklist: [] }).success, false)
    assert.equal(body.safeParse({ verdict: 'passed', guard: 1, checklist: ['everything'] }).success, false)
    assert.equal(body.safeParse({ verdict: 'passed', guard: 0, checklist: [] }).success, false)
  })
})

describe('figures and pictures', () => {
  test('figures of a session come from the session, not from a person', () => {
    const body = bodyOf(bank.enterStatistic)
    assert.ok(body.safeParse({ source: 'writer-estimate', difficultyP: 600 }).success)
    assert.equal(body.safeParse({ source: 'session', difficultyP: 600 }).success, false)
    assert.equal(body.safeParse({ source: 'trial', difficultyP: 1001 }).success, false)
  })

  test('a picture comes with its licence, holder, source and words', () => {
    const body = bodyOf(bank.addMedia)
    const sound = { licence: 'own-work', holder: '命题员', source: '自绘', alt: '店铺首页' }
    assert.ok(body.safeParse(sound).success)
    for (const field of Object.keys(sound)) assert.equal(body.safeParse({ ...sound, [field]: '' }).success, false, field)
  })

  test('a stimulus is prose: plain text becomes paragraphs', () => {
    const read = bodyOf(bank.createStimulus).safeParse({ editionId: 'ec-2005', level: 'L4', caption: '材料一', prose: '第一段\n第二段' })
    assert.ok(read.success)
    assert.equal((read.data as { prose: unknown[] }).prose.length, 2)
  })
})

describe('a specification table on its way in', () => {
  const body = bodyOf(bank.importSpecification)
  const place = { editionId: 'ec-2005', level: 'L4' }

  test('is of theory and entered for good unless told otherwise', () => {
    assert.deepEqual(body.safeParse(place).data, { ...place, part: 'theory', dryRun: false })
    assert.deepEqual(body.safeParse({ ...place, part: 'practice', dryRun: 'true' }).data, { ...place, part: 'practice', dryRun: true })
  })

  for (const wrong of [{ part: 'both' }, { dryRun: 'perhaps' }, { level: '' }, { editionId: 'x'.repeat(65) }, { force: 'true' }])
    test(`is refused with ${JSON.stringify(wrong)}`, () => assert.equal(body.safeParse({ ...place, ...wrong }).success, false))
})

describe('a stimulus', () => {
  test('names the version it was written from, and has words', () => {
    const body = bodyOf(bank.addStimulusVersion)
    assert.ok(body.safeParse({ newest: 1, prose: '材料' }).success)
    for (const wrong of [{ prose: '材料' }, { newest: 0, prose: '材料' }, { newest: 1, prose: ' ' }, { newest: 1, prose: [] }])
      assert.equal(body.safeParse(wrong).success, false, JSON.stringify(wrong))
  })

  test('has a name, a place and no source unless it is stated', () => {
    const body = bodyOf(bank.createStimulus)
    const stated = { editionId: 'ec-2005', level: 'L4', caption: ' 数据 ', prose: '材料' }
    assert.deepEqual(body.safeParse(stated).data, {
      ...stated,
      caption: '数据',
      prose: [{ kind: 'paragraph', text: '材料' }],
      source: null,
    })
    assert.equal(body.safeParse({ ...stated, caption: ' ' }).success, false)
  })
})
