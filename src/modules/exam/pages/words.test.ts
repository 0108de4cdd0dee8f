import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../ui/words.ts'
import { en as boardEn } from './board/words.en.ts'
import { zh as boardZh } from './board/words.zh.ts'
import { en as calendarEn } from './calendar/words.en.ts'
import { zh as calendarZh } from './calendar/words.zh.ts'
import { en as hallEn } from './hall/words.en.ts'
import { zh as hallZh } from './hall/words.zh.ts'
import { en as resultsEn } from './results-in/words.en.ts'
import { zh as resultsZh } from './results-in/words.zh.ts'
import { en as keysEn } from './sealing/keys/words.en.ts'
import { zh as keysZh } from './sealing/keys/words.zh.ts'
import { en as sealingEn } from './sealing/words.en.ts'
import { zh as sealingZh } from './sealing/words.zh.ts'
import { en as sessionEn } from './session/words.en.ts'
import { zh as sessionZh } from './session/words.zh.ts'
import { en as ticketEn } from './ticket/words.en.ts'
import { zh as ticketZh } from './ticket/words.zh.ts'

test('the words of every page match key by key and place by place', () => {
  assert.deepEqual(wordFaults(calendarZh, calendarEn), [])
  assert.deepEqual(wordFaults(sessionZh, sessionEn), [])
  assert.deepEqual(wordFaults(hallZh, hallEn), [])
  assert.deepEqual(wordFaults(ticketZh, ticketEn), [])
  assert.deepEqual(wordFaults(sealingZh, sealingEn), [])
  assert.deepEqual(wordFaults(keysZh, keysEn), [])
  assert.deepEqual(wordFaults(boardZh, boardEn), [])
  assert.deepEqual(wordFaults(resultsZh, resultsEn), [])
})
