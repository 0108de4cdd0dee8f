import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant } from '../../../../kernel/instant.ts'
import { coverageOf } from './coverage.ts'
import { LESSON_BOUNDS, judgeLesson } from './judge-lesson.ts'
import { type Lesson, type LessonBlock, LessonHead, countHan, wordsOf } from './lesson.ts'
import { searchLessons } from './search-lessons.ts'
import { MOST_TRIES_A_DAY, mayTryAgain } from './tries.ts'

const say = (text: string): LessonBlock => ({ kind: 'paragraph', spans: [{ text, style: 'plain' }] })
const head = (text: string, anchor = 's1'): LessonBlock => ({ kind: 'heading', depth: 2, text, anchor })
const figure: LessonBlock = { kind: 'figure', file: 'a.svg', alt: '一幅说明交易三个阶段的图', caption: '图1 交易的阶段' }
const items = Array.from({ length: LESSON_BOUNDS.leastActivities }, (_, n) => `L4-01-Q${n + 1}`)
const sound: LessonBlock[] = [
  head('起头'),
  say('字'.repeat(LESSON_BOUNDS.leastHan)),
  figure,
  ...items.map((itemId): LessonBlock => ({ kind: 'item', itemId })),
]
const facts = LessonHead.parse({
  id: 'L4-01',
  title: '交易的阶段',
  level: 'L4',
  function: '交易过程',
  order: 1,
  points: ['A-D-A-001'],
  minutes: 45,
  summary: '能说出交易的三个阶段。',
  goals: ['能说', '能认', '能做'],
  keywords: ['交易', '阶段', '担保交易'],
})
const lesson = (blocks: readonly LessonBlock[] = sound, changes: Partial<Lesson> = {}): Lesson => ({
  ...facts,
  editionId: 'ec-2005',
  blocks,
  ...changes,
})
const around = {
  itemIds: new Set(items),
  figures: new Set(['a.svg']),
  tasks: new Set(['L4-10']),
  points: new Set(['A-D-A-001']),
}
const codesOf = (one: Lesson, changes: Partial<typeof around> = {}) => judgeLesson(one, { ...around, ...changes }).map(fault => fault.code)

describe('what keeps a lesson from being published', () => {
  test('a sound one has no fault', () => assert.deepEqual(codesOf(lesson()), []))

  const without = (kind: LessonBlock['kind']) => sound.filter(block => block.kind !== kind)
  for (const [what, one, changes, codes] of [
    ['too short', lesson([...without('paragraph'), say('短')]), {}, ['length']],
    ['too long', lesson([...sound, say('长'.repeat(2_000))]), {}, ['length']],
    ['no figure', lesson(without('figure')), {}, ['figures']],
    ['a figure that is not there', lesson(), { figures: new Set<string>() }, ['figure-unknown']],
    ['a figure nobody describes', lesson([...without('figure'), { ...figure, alt: '图' }]), {}, ['figure-alt']],
    ['too few exercises', lesson(sound.slice(0, -1)), { itemIds: new Set(items.slice(0, -1)) }, ['activities']],
    ['an item without a file', lesson(), { itemIds: new Set(items.slice(1)) }, ['item-unknown']],
    ['an item left out', lesson(), { itemIds: new Set([...items, 'L4-01-Q9']) }, ['item-unused']],
    ['an item twice', lesson([...sound, { kind: 'item', itemId: 'L4-01-Q1' }]), {}, ['item-twice']],
    ['no such task', lesson([...sound, { kind: 'lab', task: 'L4-99', mode: 'guided' }]), {}, ['task-unknown']],
    ['a point the table does not have', lesson(), { points: new Set<string>() }, ['point-unknown']],
    ['no heading first', lesson([...sound.slice(1), head('迟')]), {}, ['opening']],
  ] as const)
    test(what, () => assert.deepEqual(codesOf(one, changes), [...codes]))
})

test('only Chinese characters count, wherever they stand', () => {
  assert.equal(countHan('EDI 报文 2026，完'), 3)
  const blocks: LessonBlock[] = [
    { kind: 'case', title: '案', blocks: [{ kind: 'list', ordered: false, entries: [[{ text: '一', style: 'strong' }]] }] },
    { kind: 'table', head: [[{ text: '表', style: 'plain' }]], rows: [[[{ text: '格', style: 'code' }]]] },
    { kind: 'note', blocks: [{ kind: 'code', text: '码' }] },
    figure,
  ]
  assert.equal(countHan(blocks.map(wordsOf).join('')), 5 + countHan(wordsOf(figure)))
})

test('coverage names the lessons of each point and counts the open ones', () => {
  const point = (code: string) => ({ code, name: code, importance: 'X', area: ['交易'] })
  const covered = coverageOf(
    'L4',
    [point('A-D-A-001'), point('A-D-A-002')],
    [lesson(), lesson([], { id: 'L3-01', level: 'L3', points: ['A-D-A-002'] })],
  )
  assert.deepEqual([covered.uncovered, covered.points.map(one => one.lessons)], [1, [['L4-01'], []]])
})

describe('search', () => {
  const other = lesson([head('定价'), say('担保交易见另一课')], { id: 'L4-02', title: '定价', keywords: ['定价'], summary: '能定价。' })
  const all = [other, lesson([head('阶段', 's7'), say(`${'前面的话。'.repeat(20)}买家付款后由平台担保`)])]
  test('keywords weigh more than text, and the place is the heading above', () => {
    assert.deepEqual(
      searchLessons(all, '担保交易').map(hit => hit.lessonId),
      ['L4-01', 'L4-02'],
    )
    const [hit] = searchLessons(all, '平台')
    assert.deepEqual([hit?.lessonId, hit?.anchor, hit?.excerpt.includes('平台担保')], ['L4-01', 's7', true])
  })
  test('every word must be there; nothing asked finds nothing', () => {
    assert.deepEqual(searchLessons(all, '担保 没有的词'), [])
    assert.deepEqual(searchLessons(all, '  '), [])
    assert.equal(searchLessons([lesson([say('EDI报文')])], 'edi').length, 1)
  })
})

test('so many tries a day, and the next day again', () => {
  const noon = instant(Date.parse('2026-11-28T04:00:00Z'))
  const many = Array.from({ length: MOST_TRIES_A_DAY }, () => noon)
  assert.equal(mayTryAgain(many.slice(1), noon), true)
  assert.equal(mayTryAgain(many, noon), false)
  assert.equal(mayTryAgain(many, instant(noon + 24 * 3_600_000)), true)
})

describe('the head of a lesson', () => {
  const parse = (changes: object) => LessonHead.safeParse({ ...facts, ...changes }).success
  test('is whole or refused', () => {
    assert.equal(parse({}), true)
    for (const wrong of [
      { id: 'L5-01' },
      { id: 'L4-1' },
      { level: 'L5' },
      { points: [] },
      { points: ['A-1'] },
      { minutes: 5 },
      { minutes: 45.5 },
      { goals: ['一', '二'] },
      { keywords: ['一'] },
      { summary: '' },
      { summary: '长'.repeat(81) },
      { unknown: 1 },
    ])
      assert.equal(parse(wrong), false, JSON.stringify(wrong))
  })
})

test('the words of every kind of block are found by search', () => {
  const word = '独特'
  const within: LessonBlock[] = [
    head(word),
    say(word),
    { kind: 'quote', spans: [{ text: word, style: 'plain' }] },
    { kind: 'list', ordered: true, entries: [[{ text: word, style: 'plain' }]] },
    { kind: 'table', head: [[{ text: '头', style: 'plain' }]], rows: [[[{ text: word, style: 'plain' }]]] },
    { kind: 'code', text: word },
    { ...figure, caption: word },
    { kind: 'note', blocks: [{ kind: 'paragraph', spans: [{ text: word, style: 'plain' }] }] },
    { kind: 'case', title: word, blocks: [] },
  ]
  for (const block of within) {
    const [hit] = searchLessons([lesson([head('一', 's1'), block])], word)
    assert.ok(hit?.excerpt.includes(word) === true, block.kind)
    assert.equal(hit?.anchor, 's1', block.kind)
  }
  for (const block of [{ kind: 'item', itemId: word } as const, { kind: 'lab', task: word, mode: 'guided' } as const])
    assert.deepEqual(searchLessons([lesson([block])], word), [], block.kind)
})
