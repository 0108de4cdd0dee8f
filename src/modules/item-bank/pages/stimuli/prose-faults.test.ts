import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proseFaults } from './prose-faults.ts'

const told = (value: unknown) => proseFaults(value).map(fault => fault.zh.slice(0, 8))
const picture = { kind: 'picture', media: 'a'.repeat(64), width: 10, height: 10 }

test('a text is asked for, a picture needs words, and limits are told', () => {
  for (const empty of ['', '  ', null, undefined, []]) assert.deepEqual(told(empty), ['请写出材料正文。'])
  assert.deepEqual(told([{ ...picture, alt: ' ' }]), ['请用文字说明图片'])
  assert.deepEqual(told([{ kind: 'paragraph', text: 'x'.repeat(4001) }]), ['材料不完整或过长'])
  assert.deepEqual(
    told([
      { kind: 'paragraph', text: '某网店促销三天。' },
      { ...picture, alt: '销量图' },
    ]),
    [],
  )
})
