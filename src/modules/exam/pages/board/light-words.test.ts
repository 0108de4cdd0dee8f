import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from '../../../../kernel/instant.ts'
import { wordFaults } from '../../../../ui/words.ts'
import type { BoardRowView, Light } from '../../contract.ts'
import { LIGHT_CODES } from '../../core/sealing/board.ts'
import { boardOrder, lightText } from './light-words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const now = instantOf('2026-12-26T08:20:00+08:00')
const light = (code: Light['code'], value: number | null = null): Light => ({ standing: 'done', code, value })
const said = (column: 'heard' | 'drill' | 'enrolment' | 'disk', one: Light, language: 'zh' | 'en' = 'zh') =>
  lightText(column, one, { now, language })

test('every light has its words in both languages', () => {
  assert.deepEqual(Object.keys(zh.lights).toSorted(), [...LIGHT_CODES].toSorted())
  assert.deepEqual(wordFaults(zh, en), [])
})

test('moments of today are clock times, others carry their day', () => {
  assert.equal(said('heard', light('heard', instantOf('2026-12-26T08:05:00+08:00'))), '08:05')
  assert.equal(said('heard', light('silent', instantOf('2026-12-25T22:10:00+08:00'))), '12-25 22:10后无报告')
})

test('counts are told, and what is not there is told by what it is', () => {
  assert.equal(said('drill', light('drill-ends', 12)), '12天前，将到期')
  assert.equal(said('disk', light('disk-low', 7), 'en'), 'Only 7% free')
  assert.equal(said('enrolment', light('none')), '没有登记')
  assert.equal(said('heard', light('none')), '没有报告过')
  assert.equal(said('disk', light('none')), '—')
})

test('trouble stands first, then tasks; within them the code of the site', () => {
  const row = (siteCode: string, standing: BoardRowView['standing']) => ({ siteCode, standing }) as BoardRowView
  const rows = [row('3', 'done'), row('2', 'failing'), row('5', 'idle'), row('4', 'waiting'), row('1', 'failing')]
  assert.deepEqual(
    boardOrder(rows).map(one => one.siteCode),
    ['1', '2', '4', '5', '3'],
  )
})
