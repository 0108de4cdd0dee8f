import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { HotAreaContent } from '../type.ts'
import { SHAPE_KINDS, draggedShape, middleShape, movedShape, readPoints, rightAreas, shapeOf, sizeOf, writePoints } from './area-draft.ts'

const size = { width: 800, height: 450 }
const content = (shape: unknown) => ({
  version: 1,
  stem: '题',
  picture: { media: 'a'.repeat(64), alt: '图', ...size },
  areas: ['a', 'b'].map(id => ({ id, label: id, shape })),
})

describe('shapes drawn on a picture', () => {
  test('dragging in any direction gives a rectangle between the points, or a circle around the first', () => {
    assert.deepEqual(draggedShape('rect', { x: 50, y: 60 }, { x: 10, y: 20 }, size), { kind: 'rect', x: 10, y: 20, width: 40, height: 40 })
    assert.deepEqual(draggedShape('circle', { x: 50, y: 50 }, { x: 53, y: 54 }, size), { kind: 'circle', x: 50, y: 50, radius: 5 })
  })
  test('whatever is drawn and moved stays sound', () => {
    const point = fc.record({ x: fc.integer({ min: -200, max: 1000 }), y: fc.integer({ min: -200, max: 1000 }) })
    fc.assert(
      fc.property(point, point, point, fc.constantFrom('rect', 'circle'), (from, to, by, kind) => {
        const drawn = draggedShape(kind, from, to, size)
        const room = drawn.kind === 'rect' && (drawn.x === size.width || drawn.y === size.height)
        for (const shape of [movedShape(drawn, { x: -1, y: -1 }, size), movedShape(middleShape('polygon', size), by, size)])
          assert.ok(room || HotAreaContent.safeParse(content(shape)).success, JSON.stringify(shape))
      }),
    )
  })
  test('a new area of each kind lies in the picture', () => {
    for (const kind of SHAPE_KINDS) assert.ok(HotAreaContent.safeParse(content(middleShape(kind, size))).success, kind)
  })
})

test('shapes of drafts are read as far as they can be drawn', () => {
  const polygon = {
    kind: 'polygon',
    points: [
      { x: 1, y: 1 },
      { x: 2, y: 2 },
      { x: 3, y: 1 },
    ],
  }
  assert.deepEqual(shapeOf({ shape: polygon }), polygon)
  assert.deepEqual(shapeOf({ shape: { kind: 'circle', x: '1', y: 2, radius: 3 } }), { kind: 'circle', x: 1, y: 2, radius: 3 })
  fc.assert(fc.property(fc.jsonValue(), shape => void shapeOf({ shape } as never)))
  for (const shape of [
    null,
    {},
    { kind: 'rect', x: 1 },
    { kind: 'polygon', points: [] },
    { kind: 'star', x: 1, y: 1, width: 1, height: 1 },
  ])
    assert.equal(shapeOf({ shape } as never), null)
})

test('points, sizes and right areas are read from anything', () => {
  assert.deepEqual(readPoints('1,2\nnichts\n３，４\n5 6'), [
    { x: 1, y: 2 },
    { x: 3, y: 4 },
    { x: 5, y: 6 },
  ])
  assert.equal(writePoints([{ x: 1, y: 2 }, {}]), '1,2\n,')
  assert.deepEqual([sizeOf({ width: 8, height: '4' }), sizeOf({ width: 0, height: 1 }), sizeOf({})], [{ width: 8, height: 4 }, null, null])
  assert.deepEqual(rightAreas(['a', 'z'], [{ id: 'a' }]), ['a'])
})
