import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { parsePackage } from '../../../delivery/contract.ts'
import { practicalPackage } from './practical-package.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const of = { packageId: '2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901', editionId: 'ec-2005', level: 'L4', levelName: '电子商务员', minutes: 120 }

test('the practical paper of the hall is a sound package with the minutes of the edition', () => {
  const read = parsePackage(practicalPackage(of, sha256), sha256)
  assert.ok(read.ok)
  assert.deepEqual([read.value.paper, read.value.minutes, read.value.title], ['practical', 120, '电子商务员操作技能'])
})

test('another level is another package', () => {
  assert.notEqual(practicalPackage(of, sha256).digest, practicalPackage({ ...of, level: 'L3' }, sha256).digest)
})
