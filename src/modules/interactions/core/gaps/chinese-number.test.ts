import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leadingNoughts, noughtsOf, readChineseNumber, splitNoughts } from './chinese-number.ts'

const valueOf = (text: string) => {
  const read = readChineseNumber(text)
  return read === undefined ? null : [Number(read.digits), read.scale]
}

test('numbers by their places, short forms, capitals and single digits', () => {
  for (const [text, digits, scale] of [
    ['十', 10, 0],
    ['十五', 15, 0],
    ['二十', 20, 0],
    ['一百一十', 110, 0],
    ['一百一', 110, 0],
    ['三千五', 3500, 0],
    ['三千零五', 3005, 0],
    ['九千九百九十九', 9999, 0],
    ['一万二', 12_000, 0],
    ['一万零二', 10_002, 0],
    ['十万', 100_000, 0],
    ['一千二百万', 12_000_000, 0],
    ['两亿', 200_000_000, 0],
    ['一万亿', 1_000_000_000_000, 0],
    ['壹仟零贰拾', 1020, 0],
    ['貳萬參仟', 23_000, 0],
    ['〇', 0, 0],
    ['一九九八', 1998, 0],
    ['零点五', 5, 1],
    ['三点一四', 314, 2],
    ['十二点零五', 1205, 2],
    ['一点二五万', 12_500, 0],
    ['零点零零零一二万', 12, 1],
  ] as const)
    assert.deepEqual(valueOf(text), [digits, scale], text)
})

test('what nobody would say is no number', () => {
  for (const text of [
    '',
    '百',
    '千三',
    '一十百',
    '五六十',
    '三百二百',
    '一万二万',
    '点五',
    '五点',
    '一点二点三',
    '一点十',
    '十点百',
    '零点',
  ])
    assert.equal(valueOf(text), null, text)
})

test('words for noughts are counted from either end', () => {
  assert.deepEqual(splitNoughts('五百万'), { stem: '五', noughts: 6 })
  assert.deepEqual(splitNoughts('五'), { stem: '五', noughts: 0 })
  assert.equal(leadingNoughts('百万元'), '百万')
  assert.equal(leadingNoughts('元'), '')
  assert.deepEqual([noughtsOf('万亿'), noughtsOf('')], [12, 0])
})
