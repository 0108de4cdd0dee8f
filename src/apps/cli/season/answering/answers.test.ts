import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { diceOf } from '../../../../kernel/dice.ts'
import { interactionOf } from '../../../../modules/interactions/contract.ts'
import { hundredths } from '../../../../kernel/marks.ts'
import { type PaperItem, chanceOfRight, isKnown, respond } from './answers.ts'
import { keyBook } from './key-book.ts'

const FILE = JSON.stringify({
  items: [
    {
      type: 'single-choice',
      stem: '哪一项是单选的答案？',
      options: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙' },
        { id: 'c', text: '丙' },
      ],
      key: ['b'],
      difficulty: 2,
    },
    {
      type: 'multiple-choice',
      stem: '哪几项对？',
      options: [
        { id: 'a', text: '甲' },
        { id: 'b', text: '乙' },
        { id: 'c', text: '丙' },
        { id: 'd', text: '丁' },
      ],
      key: ['a', 'd'],
      difficulty: 3,
    },
    { type: 'true-false', stem: '天是蓝的。', key: true, difficulty: 1 },
    { type: 'true-false', stem: '天是绿的。', key: false, difficulty: 1 },
  ],
})
const book = keyBook([FILE])
const paragraph = (text: string) => [{ kind: 'paragraph', text }]
const options = (pairs: Record<string, string>) => Object.entries(pairs).map(([id, text]) => ({ id, text, pinned: false }))
const single: PaperItem = {
  itemId: 's',
  type: 'single-choice',
  marks: 100,
  stimulusId: null,
  content: { version: 2, stem: paragraph('哪一项是单选的答案？'), options: options({ x3: '丙', x1: '甲', x2: '乙' }) },
}
const multiple: PaperItem = {
  itemId: 'm',
  type: 'multiple-choice',
  marks: 200,
  stimulusId: null,
  content: { version: 2, stem: paragraph('哪几项对？'), options: options({ y4: '丁', y2: '乙', y1: '甲', y3: '丙' }) },
}
const verdict = (text: string): PaperItem => ({
  itemId: 't',
  type: 'true-false',
  marks: 100,
  stimulusId: null,
  content: { version: 2, stem: paragraph(text) },
})

/** The response of somebody who knows everything, or nothing. */
const certain = (item: PaperItem, knows: boolean) => respond(item, knows ? 100 : -100, book, diceOf('certain'))

test('the chance of a right response grows with ability and falls with difficulty', () => {
  assert.ok(Math.abs(chanceOfRight(0, 3) - 1 / (1 + Math.exp(-0.8))) < 1e-12)
  assert.ok(Math.abs(chanceOfRight(1, 5) - 1 / (1 + Math.exp(-1.2))) < 1e-12)
  for (let ability = -3; ability < 3; ability += 0.5) {
    assert.ok(chanceOfRight(ability, 3) < chanceOfRight(ability + 0.5, 3))
    assert.ok(chanceOfRight(ability, 4) < chanceOfRight(ability, 3))
  }
})

test('who knows everything finds the right options under their new names and in any order', () => {
  assert.deepEqual(certain(single, true), { version: 1, optionId: 'x2' })
  assert.deepEqual(certain(multiple, true), { version: 1, optionIds: ['y1', 'y4'] })
  assert.deepEqual(certain(verdict('天是蓝的。'), true), { version: 1, verdict: 'true' })
  assert.deepEqual(certain(verdict('天是绿的。'), true), { version: 1, verdict: 'false' })
})

test('who knows nothing never hits the key, whatever the dice', () => {
  for (let seed = 0; seed < 200; seed++) {
    const dice = diceOf(String(seed))
    assert.notDeepEqual(respond(single, -100, book, dice), certain(single, true))
    assert.notDeepEqual(respond(multiple, -100, book, dice), certain(multiple, true))
    assert.notDeepEqual(respond(verdict('天是蓝的。'), -100, book, dice), certain(verdict('天是蓝的。'), true))
  }
})

test('every response is one that its interaction accepts', () => {
  for (const item of [single, multiple, verdict('天是蓝的。'), verdict('没有人知道。')]) {
    for (let seed = 0; seed < 50; seed++) {
      const response = respond(item, (seed % 7) - 3, book, diceOf(String(seed)))
      assert.ok(interactionOf(item.type).parseResponse(response).ok, JSON.stringify(response))
      assert.equal(interactionOf(item.type).answered(item.content, response).state, 'answered')
    }
  }
})

test('an item of no file is guessed', () => {
  const foreign: PaperItem = { ...single, content: { ...single.content, stem: paragraph('另一题。') } }
  assert.equal(isKnown(foreign, book), false)
  assert.equal(isKnown(single, book), true)
  const chosen = new Set(Array.from({ length: 60 }, (_, seed) => JSON.stringify(respond(foreign, 0, book, diceOf(String(seed))))))
  assert.equal(chosen.size, 3)
})

const CHOICES = ['single-choice', 'multiple-choice', 'true-false']

test('the item files of the seed country: every item is found again, and knowing everything earns full marks', () => {
  const root = new URL('../../../../../data/items/', import.meta.url)
  const texts = ['L4', 'L3'].flatMap(level =>
    readdirSync(new URL(`${level}/`, root))
      .filter(file => file.endsWith('.json'))
      .map(file => readFileSync(new URL(`${level}/${file}`, root), 'utf8')),
  )
  const all = keyBook(texts)
  let seen = 0
  for (const text of texts) {
    for (const raw of (
      JSON.parse(text) as {
        items: { type: PaperItem['type']; stem: string; options?: { id: string; text: string }[]; key: string[] | boolean }[]
      }
    ).items.filter(item => CHOICES.includes(item.type))) {
      const content = {
        version: 2,
        stem: raw.stem,
        ...(raw.options && { options: raw.options.map(o => ({ id: `o-${o.id}`, text: o.text, pinned: false })) }),
      }
      const key = Array.isArray(raw.key)
        ? raw.type === 'single-choice'
          ? { optionId: `o-${raw.key[0]}` }
          : { optionIds: raw.key.map(id => `o-${id}`) }
        : { verdict: String(raw.key) }
      const parsed = interactionOf(raw.type).parseContent(content)
      assert.ok(parsed.ok)
      const item: PaperItem = {
        itemId: 'i',
        type: raw.type,
        marks: 100,
        stimulusId: null,
        content: interactionOf(raw.type).strip(parsed.value),
      }
      assert.ok(isKnown(item, all), raw.stem)
      const response = respond(item, 100, all, diceOf('x'))
      const score = interactionOf(raw.type).score({ content, key: { version: 1, ...key }, response, max: hundredths(100) })
      assert.equal(score.outcome, 'full', raw.stem)
      seen += 1
    }
  }
  const others = texts
    .flatMap(text => (JSON.parse(text) as { items: { type: string }[] }).items)
    .filter(item => !CHOICES.includes(item.type))
  assert.equal(seen + others.length, all.size)
})
