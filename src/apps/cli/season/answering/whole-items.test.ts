import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { diceOf } from '../../../../kernel/dice.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { INTERACTION_TYPES, type InteractionType, type ItemDocument, interactionOf } from '../../../../modules/interactions/contract.ts'
import { type PaperItem, isKnown, respond } from './answers.ts'
import { keyBook } from './key-book.ts'
import { mistakenResponse } from './mistakes.ts'

type Example = { content: ItemDocument; key: ItemDocument }
function exampleOf(type: InteractionType, name = 'easy'): Example {
  const place = new URL(`../../../../modules/interactions/types/${type}/examples/${name}.json`, import.meta.url)
  const { content, key } = JSON.parse(readFileSync(place, 'utf8')) as Example
  return { content, key }
}
const examples = INTERACTION_TYPES.map(type => ({ type, ...exampleOf(type) }))
const book = keyBook([JSON.stringify({ items: examples.map(({ type, content, key }) => ({ type, content, key })) })])
const machineMarked = examples.filter(({ type }) => interactionOf(type).markedBy === 'machine')

/** The item as it stands on a paper, its options shuffled. */
function onPaper({ type, content }: (typeof examples)[number], seed: string): PaperItem {
  const kind = interactionOf(type)
  const shown = kind.shuffle(kind.strip(content), diceOf(seed))
  return { itemId: type, type, marks: 1000, stimulusId: null, content: { ...shown } }
}
const outcomeOf = (item: (typeof examples)[number], response: ItemDocument | null) =>
  interactionOf(item.type).score({ ...item, response, max: hundredths(1000) }).outcome

test('every item of the book is found again on a shuffled paper', () => {
  assert.equal(book.size, INTERACTION_TYPES.length)
  for (const example of examples) for (const seed of ['a', 'b', 'c']) assert.ok(isKnown(onPaper(example, seed), book), example.type)
  const [first] = examples
  assert.ok(first)
  const other = onPaper(first, 'a')
  assert.equal(isKnown({ ...other, content: { ...other.content, stem: [{ kind: 'paragraph', text: '另一题。' }] } }, book), false)
})

for (const example of machineMarked) {
  test(`${example.type}: who knows everything earns everything, who knows nothing gets some of it wrong, and all of it belongs to the item`, () => {
    for (let seed = 0; seed < 100; seed++) {
      const item = onPaper(example, String(seed))
      assert.equal(outcomeOf(example, respond(item, 100, book, diceOf(`r${seed}`))), 'full')
      const wrong = respond(item, -100, book, diceOf(`w${seed}`))
      assert.match(outcomeOf(example, wrong), /^(none|partial)$/, JSON.stringify(wrong))
      assert.equal(interactionOf(item.type).answered(item.content, wrong).state, 'answered')
    }
  })

  test(`${example.type}: mistakes differ from person to person where there is more than one to make`, () => {
    const made = new Set(Array.from({ length: 60 }, (_, seed) => JSON.stringify(mistakenResponse(example, diceOf(String(seed))))))
    assert.ok(made.size >= (example.type === 'true-false' ? 1 : 3), [...made].join('\n'))
  })
}

test('in between, some respond rightly and some do not', () => {
  for (const example of machineMarked) {
    const outcomes = Array.from({ length: 200 }, (_, seed) =>
      outcomeOf(example, respond(onPaper(example, String(seed)), 0, book, diceOf(`m${seed}`))),
    )
    const right = outcomes.filter(outcome => outcome === 'full').length
    assert.ok(right > 100 && right < 180, `${example.type}: ${right} of 200`)
  }
})

test('parts of a case are known or not one by one, and its written parts wait for a person', () => {
  const example = examples.find(({ type }) => type === 'case')
  assert.ok(example)
  const kind = interactionOf('case')
  const evidence = kind.fullEvidence(example.content, example.key)
  const earned = new Set(
    Array.from({ length: 60 }, (_, seed) => {
      const response = respond(onPaper(example, String(seed)), 0, book, diceOf(String(seed)))
      assert.equal(outcomeOf(example, response), 'pending')
      return kind.score({ ...example, response, evidence, max: hundredths(1000) }).earned
    }),
  )
  assert.ok(earned.size >= 3, [...earned].join(' '))
})

test('nobody responds with a pen where a file or the laboratory is asked for', () => {
  for (const type of ['file-answer', 'lab-task'] as const) {
    const example = examples.find(one => one.type === type)
    assert.ok(example)
    assert.equal(respond(onPaper(example, 'a'), 100, book, diceOf('a')), null)
  }
})

test('an item of another type that stands in no file stays empty', () => {
  const item = onPaper({ type: 'matching', ...exampleOf('matching', 'edge-reuse') }, 'a')
  assert.equal(respond(item, 100, keyBook([]), diceOf('a')), null)
})
