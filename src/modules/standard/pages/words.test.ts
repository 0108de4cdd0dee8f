import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../ui/words.ts'
import { EDITION_IDS } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

test('the words of the standard’s pages match in both languages', () => assert.deepEqual(wordFaults(zh, en), []))

test('every edition has a short name', () => assert.deepEqual(Object.keys(zh.editions).toSorted(), [...EDITION_IDS].toSorted()))
