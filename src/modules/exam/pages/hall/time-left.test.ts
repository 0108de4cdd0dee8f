import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeLeft } from './time-left.ts'
import { zh } from './words.zh.ts'

const left = (ms: number) => timeLeft(0, ms, zh.hall.left)

test('begun minutes count, and an hour is told as one', () => {
  assert.equal(left(1), '1分钟')
  assert.equal(left(59 * 60_000), '59分钟')
  assert.equal(left(60 * 60_000), '1小时00分')
  assert.equal(left(95 * 60_000), '1小时35分')
})

test('what is past is zero, never negative', () => assert.equal(left(-90_000), '0分钟'))
