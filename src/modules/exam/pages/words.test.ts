import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../ui/words.ts'
import { en as calendarEn } from './calendar/words.en.ts'
import { zh as calendarZh } from './calendar/words.zh.ts'
import { en as hallEn } from './hall/words.en.ts'
import { zh as hallZh } from './hall/words.zh.ts'
import { en as sessionEn } from './session/words.en.ts'
import { zh as sessionZh } from './session/words.zh.ts'
import { en as ticketEn } from './ticket/words.en.ts'
import { zh as ticketZh } from './ticket/words.zh.ts'

test('the words of every page match key by key and place by place', () => {
  assert.deepEqual(wordFaults(calendarZh, calendarEn), [])
  assert.deepEqual(wordFaults(sessionZh, sessionEn), [])
  assert.deepEqual(wordFaults(hallZh, hallEn), [])
  assert.deepEqual(wordFaults(ticketZh, ticketEn), [])
})
