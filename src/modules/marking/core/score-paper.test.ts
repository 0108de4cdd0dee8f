import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { instantOf } from '../../../kernel/instant.ts'
import { type Attempt, type PackageItem, itemsOf } from '../../delivery/contract.ts'
import { aPackage, aPlacing } from '../../delivery/fixtures.ts'
import { interactionOf } from '../../interactions/contract.ts'
import type { ItemSecret } from '../../item-bank/contract.ts'
import { endedWork, scorePaper } from './score-paper.ts'

const paper = aPackage(text => createHash('sha256').update(text).digest('hex'), { single: 6, multiple: 4, trueFalse: 5 })
const items = itemsOf(paper)
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** First option right; of a multiple choice the first two; every statement true. */
function secretOf({ type, content }: PackageItem): ItemSecret {
  const ids = ((content['options'] ?? []) as { id: string }[]).map(option => option.id)
  const explanation = null
  if (type === 'single-choice') return { content, key: { version: 1, optionId: ids[0], explanation } }
  if (type === 'multiple-choice') return { content, key: { version: 1, optionIds: ids.slice(0, 2), explanation } }
  return { content, key: { version: 1, verdict: 'true', explanation } }
}
const secrets = new Map(items.map(item => [item.itemVersionId, secretOf(item)]))
const rightOf = (item: PackageItem) => interactionOf(item.type).keyResponse(secretOf(item).content, secretOf(item).key)
const wrongOf = (item: PackageItem) =>
  item.type === 'true-false'
    ? { version: 1, verdict: 'false' }
    : item.type === 'single-choice'
      ? { version: 1, optionId: `option-${item.itemId.replace(/\D/g, '')}-3` }
      : { version: 1, optionIds: [`option-${item.itemId.replace(/\D/g, '')}-3`] }

function scored(responses: ReadonlyMap<string, unknown>) {
  const result = scorePaper({ paper, responses, secrets })
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

test('the keys earn the whole paper, wrong and missing responses nothing', () => {
  assert.equal(scored(new Map(items.map(item => [item.itemId, rightOf(item)]))).score, total(items.map(item => item.marks)))
  assert.equal(scored(new Map(items.map(item => [item.itemId, wrongOf(item)]))).score, 0)
  const blank = scored(new Map())
  assert.equal(blank.score, 0)
  assert.ok(blank.items.every(item => item.outcome === 'unanswered'))
})

test('malformed and foreign responses earn nothing and break nothing', () => {
  const odd = [
    null,
    'a',
    7,
    [],
    { version: 9 },
    { version: 1, optionId: 'nobody' },
    { version: 1, optionIds: ['nobody'] },
    { version: 1, verdict: 'perhaps' },
  ]
  for (const value of odd) assert.equal(scored(new Map(items.map(item => [item.itemId, value]))).score, 0, JSON.stringify(value))
})

test('a hand-checked paper: marks by item, by area and in all', () => {
  const right = new Set(['item-s1', 'item-s2', 'item-m1', 'item-t1', 'item-t2', 'item-t3'])
  const result = scored(new Map(items.flatMap(item => (right.has(item.itemId) ? [[item.itemId, rightOf(item)] as const] : []))))
  assert.equal(result.score, 550)
  assert.deepEqual(result.areas, [
    { area: 'A1', score: 400, maximum: 1400, items: 10 },
    { area: 'A2', score: 150, maximum: 250, items: 5 },
  ])
})

test('whatever is answered, items, areas and paper hold the same sums', () => {
  const choice = fc.constantFrom('right', 'wrong', 'blank', 'odd')
  fc.assert(
    fc.property(fc.array(choice, { minLength: items.length, maxLength: items.length }), choices => {
      const responses = new Map(
        items.flatMap((item, at) =>
          choices[at] === 'blank'
            ? []
            : [[item.itemId, choices[at] === 'right' ? rightOf(item) : choices[at] === 'wrong' ? wrongOf(item) : { odd: true }] as const],
        ),
      )
      const result = scored(responses)
      const expected = total(items.filter((_item, at) => choices[at] === 'right').map(item => item.marks))
      assert.equal(result.score, expected)
      assert.equal(total(result.items.map(item => item.score)), expected)
      assert.equal(total(result.areas.map(area => area.score)), expected)
      assert.equal(result.maximum, total(items.map(item => item.marks)))
    }),
  )
})

test('an item without a key stops the scoring and is named', () => {
  const [first] = items
  assert.ok(first)
  const result = scorePaper({ paper, responses: new Map(), secrets: new Map([...secrets].filter(([id]) => id !== first.itemVersionId)) })
  assert.deepEqual(result, { ok: false, refusal: { code: 'item-not-scored', facts: { items: [first.itemId] } } })
})

test('an item that a person marks keeps the paper without a score until the marks are there, and an empty response waits for nobody', () => {
  const [section] = paper.sections
  const essay: PackageItem = {
    itemId: 'item-e1',
    itemVersionId: 'item-e1-v1',
    type: 'essay',
    marks: 1000,
    area: 'A3',
    stimulusId: null,
    content: { version: 1, stem: [{ kind: 'paragraph', text: '论述。' }], words: { least: null, most: 500 } },
  }
  const criteria = [{ id: 'c1', text: '要点', marks: 1000 }]
  const secret = { content: essay.content, key: { version: 1, reference: '要点如下。', criteria } }
  assert.ok(section)
  const facts = {
    paper: { ...paper, sections: [{ ...section, items: [...section.items.slice(0, 1), essay] }] },
    secrets: new Map([...secrets, [essay.itemVersionId, secret]]),
  }
  const written = new Map([[essay.itemId, { version: 1, text: '我认为……' }]])
  const refused = scorePaper({ ...facts, responses: written })
  assert.deepEqual(refused, { ok: false, refusal: { code: 'item-needs-person', facts: { items: [essay.itemId] } } })
  const evidence = new Map([[essay.itemId, { version: 1, criteria: [{ id: 'c1', marks: 650 }] }]])
  const marked = scorePaper({ ...facts, responses: written, evidence })
  assert.ok(marked.ok)
  assert.deepEqual([marked.value.score, marked.value.maximum, marked.value.items.at(-1)?.outcome], [650, 1100, 'partial'])
  const blank = scorePaper({ ...facts, responses: new Map() })
  assert.deepEqual(blank.ok && [blank.value.score, blank.value.items.at(-1)?.outcome], [0, 'unanswered'])
})

test('only finished work of the asked paper is scored, and absence is no work', () => {
  const at = instantOf('2026-11-29T10:00:00+08:00')
  const ready: Attempt = { ...aPlacing(), state: 'ready' }
  const running: Attempt = { ...aPlacing(), state: 'running', startedAt: at, startRef: 'r' }
  const handedIn: Attempt = { ...aPlacing(), state: 'handed-in', startedAt: at, endedAt: at, by: 'candidate', receiptCode: 'r' }
  const closed = (reason: 'absent' | 'stopped' | 'time-up' | 'malpractice'): Attempt => ({
    ...aPlacing(),
    state: 'closed',
    startedAt: at,
    endedAt: at,
    reason,
    receiptCode: 'r',
  })
  const codeOf = (attempt: Attempt | undefined, paper: 'theory' | 'practical' = 'theory') => {
    const work = endedWork(attempt, paper)
    return work.ok ? 'ok' : work.refusal.code
  }
  assert.deepEqual(
    [undefined, ready, running, handedIn, closed('absent'), closed('stopped'), closed('time-up'), closed('malpractice')].map(attempt =>
      codeOf(attempt),
    ),
    ['attempt-unknown', 'attempt-not-ended', 'attempt-not-ended', 'ok', 'nothing-to-score', 'ok', 'ok', 'ok'],
  )
  assert.equal(codeOf(handedIn, 'practical'), 'attempt-unknown')
})
