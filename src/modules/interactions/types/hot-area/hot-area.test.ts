import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { hotArea } from './hot-area.ts'

const rect = (x: number, y: number, width: number, height: number) => ({ kind: 'rect', x, y, width, height })
const areas = [
  { id: 'a', label: '左上', shape: rect(0, 0, 50, 50) },
  { id: 'b', label: '中间', shape: { kind: 'circle', x: 50, y: 50, radius: 10 } },
  {
    id: 'c',
    label: '右下',
    shape: {
      kind: 'polygon',
      points: [
        { x: 100, y: 100 },
        { x: 60, y: 100 },
        { x: 100, y: 60 },
      ],
    },
  },
]
const picture = { media: 'a'.repeat(64), alt: '示意图', width: 100, height: 100 }
const content = (changes: object = {}) => ({ version: 1, stem: '点选。', picture, areas, most: 2, ...changes })
const key = { version: 1, areaIds: ['a', 'b'] }
const scoreOf = (areaIds: readonly string[], rubric: unknown = {}) =>
  hotArea.score({ content: content(), key, response: { version: 1, areaIds }, rubric, max: hundredths(200) })

test('areas are a set: their order does not count, and no more than allowed are taken', () => {
  assert.deepEqual(scoreOf(['b', 'a']).outcome, 'full')
  assert.deepEqual(scoreOf(['a', 'c']).earned, 0)
  assert.equal(scoreOf(['a'], { credit: 'partial-no-wrong' }).earned, 100)
  assert.equal(scoreOf(['a', 'b', 'c']).outcome, 'invalid')
})

test('every area lies in the picture', () => {
  const withShape = (shape: object) => hotArea.parseContent(content({ areas: [{ ...areas[0], shape }, areas[1]] })).ok
  assert.equal(withShape(rect(50, 50, 50, 50)), true)
  assert.equal(withShape(rect(51, 50, 50, 50)), false)
  assert.equal(withShape({ kind: 'circle', x: 101, y: 5, radius: 5 }), false)
  assert.equal(
    withShape({
      kind: 'polygon',
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    }),
    false,
  )
  assert.equal(
    withShape({
      kind: 'polygon',
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
        { x: 0, y: 101 },
      ],
    }),
    false,
  )
})

test('a key names areas that are there and no more than may be chosen', () => {
  assert.equal(hotArea.parseKey(content(), key).ok, true)
  for (const areaIds of [[], ['z'], ['a', 'b', 'c'], ['a', 'a']])
    assert.equal(hotArea.parseKey(content(), { version: 1, areaIds }).ok, false)
})

test('what candidates get does not say how many areas are right', () => {
  assert.deepEqual(Object.keys(hotArea.strip(content())), ['version', 'stem', 'picture', 'areas', 'most'])
})
