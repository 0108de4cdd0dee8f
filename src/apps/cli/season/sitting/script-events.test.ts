import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diceOf } from '../../../../kernel/dice.ts'
import { EMPTY_SET, type PaperView, append, fold, storedThrough } from '../../../../modules/delivery/contract.ts'
import { keyBook } from '../answering/key-book.ts'
import { batchesOf, planScript } from './script-events.ts'

const stem = (n: number) => `第${n}题对不对？`
const book = keyBook([
  JSON.stringify({ items: Array.from({ length: 90 }, (_, n) => ({ type: 'true-false', stem: stem(n), key: n % 2 === 0, difficulty: 3 })) }),
])
const items = Array.from({ length: 90 }, (_, n) => ({
  itemId: `i${n}`,
  type: 'true-false' as const,
  marks: 100,
  stimulusId: null,
  content: { version: 2, stem: [{ kind: 'paragraph', text: stem(n) }] },
}))
const paper: PaperView = {
  packageId: 'p',
  title: '卷',
  sections: [{ sectionId: 's', title: '', instructions: '', items }],
  media: [],
  stimuli: [],
}
const earns = (item: { itemId: string }, value: object) =>
  'verdict' in value && value.verdict === String(Number(item.itemId.slice(1)) % 2 === 0) ? 100 : 0
const plan = (ability: number, seed: string) =>
  planScript({ paper, ability, book, diceFor: item => diceOf(`${seed}|${item.itemId}`), earns })

test('the events are gapless from one, and folding them gives the answered items and the deserved score', () => {
  for (let seed = 0; seed < 30; seed++) {
    const { events, answered, deserved } = plan((seed % 5) - 2, String(seed))
    assert.deepEqual(
      events.map(e => e.seq),
      events.map((_, i) => i + 1),
    )
    let set = EMPTY_SET
    for (const event of events) {
      const added = append(set, { ...event, epoch: 1 })
      assert.ok(added.ok)
      set = added.value
    }
    assert.equal(storedThrough(set, 1), events.length)
    const folded = fold(set.values())
    assert.equal(folded.responses.size, answered)
    const score = [...folded.responses].reduce((sum, [itemId, { value }]) => sum + earns({ itemId }, value ?? {}), 0)
    assert.equal(score, deserved)
  }
})

test('who knows everything earns every item not skipped, who knows nothing earns none', () => {
  const best = plan(100, 'best')
  assert.equal(best.deserved, best.answered * 100)
  assert.ok(best.answered >= 80)
  assert.equal(plan(-100, 'worst').deserved, 0)
})

test('another order of the paper leaves every response as it is', () => {
  const turned: PaperView = { ...paper, sections: paper.sections.map(s => ({ ...s, items: s.items.toReversed() })) }
  const [one, other] = [paper, turned].map(p =>
    planScript({ paper: p, ability: 0.3, book, diceFor: item => diceOf(`x|${item.itemId}`), earns }),
  )
  assert.deepEqual([one?.deserved, one?.answered], [other?.deserved, other?.answered])
})

test('some items are changed, some marked, some left blank', () => {
  const { events, answered } = plan(0, 'habits')
  const responded = events.filter(e => e.kind === 'respond').map(e => e.itemId)
  assert.ok(new Set(responded).size < responded.length)
  assert.ok(events.some(e => e.kind === 'mark'))
  assert.ok(answered < items.length)
})

test('batches hold all events in order, three to ten each', () => {
  const { events } = plan(0, 'batches')
  const batches = batchesOf(events, diceOf('b'))
  assert.deepEqual(batches.flat(), events)
  assert.ok(batches.slice(0, -1).every(b => b.length >= 3 && b.length <= 10))
})
