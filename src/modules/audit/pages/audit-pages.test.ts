import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordFaults } from '../../../ui/words.ts'
import type { ChainFault } from '../contract.ts'
import { actorName, eventName, factsText, factText, merged, shortId, subjectName } from './say-entry.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const UUID = '3f2a91c0-1111-4222-8333-444455556666'

test('the words of the audit pages match', () => assert.deepEqual(wordFaults(zh, en), []))

test('every kind of fault has its word', () => {
  const kinds: readonly ChainFault['kind'][] = ['changed', 'missing', 'inserted', 'head-forged', 'shortened']
  assert.deepEqual(Object.keys(zh.faults).toSorted(), [...kinds].toSorted())
})

test('actors are told as person, task or public', () => {
  assert.equal(actorName(`person:${UUID}`, zh), '人员3f2a91c0')
  assert.equal(actorName('system:seed', zh), '系统任务seed')
  assert.equal(actorName('public', en), 'Public')
})

test('a decision or subject without words stands by its code', () => {
  assert.equal(eventName('role-granted', zh), '授予岗位')
  assert.equal(eventName('moon-landed', zh), 'moon-landed')
  assert.equal(subjectName({ kind: 'person', id: UUID }, zh), '人员 3f2a91c0')
  assert.equal(shortId('demonstration'), 'demonstration')
})

test('facts are told whatever they are', () => {
  assert.equal(factText(null, zh), '无')
  assert.equal(factText(['registrar', 'auditor'], zh), 'registrar、auditor')
  assert.equal(factsText({ tries: 2, staff: true }, zh), 'tries=2 staff=是')
})

test('readings that overlap give each entry once, newest first', () => {
  const entry = (seq: number, at: number) => ({ chain: 'a', seq, at })
  assert.deepEqual(
    merged([
      [entry(3, 30), entry(2, 20)],
      [entry(2, 20), entry(1, 10)],
    ]).map(one => one.seq),
    [3, 2, 1],
  )
})
