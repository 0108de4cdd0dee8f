import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

test('the words of the page match key by key and place by place', () => assert.deepEqual(wordFaults(zh, en), []))
