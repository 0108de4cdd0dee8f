import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../../../interactions/contract.ts'
import { Notes } from '../notes.ts'
import { lineOfBlocks } from './line-of-blocks.ts'

const TABLE: Block = {
  kind: 'table',
  head: ['品名', '单价'],
  rows: [
    ['茶叶', '30'],
    ['茶杯', '12'],
  ],
}

test('paragraphs and every row of a table stand under each other', () => {
  const notes = new Notes('X')
  const blocks: Block[] = [{ kind: 'paragraph', text: ' 报价' }, TABLE]
  assert.equal(lineOfBlocks(blocks, 'answer', notes), '报价\n品名 单价\n茶叶 30\n茶杯 12')
  assert.deepEqual(notes.losses, [])
})

test('of a picture the description stays, and that it is lost is told', () => {
  const notes = new Notes('X')
  const picture: Block = { kind: 'picture', media: '0'.repeat(64), alt: '订单页', width: 10, height: 10 }
  assert.equal(lineOfBlocks([picture], 'answer', notes), '订单页')
  assert.deepEqual(
    notes.losses.map(loss => [loss.element, loss.kind]),
    [['answer img', 'lost']],
  )
})
