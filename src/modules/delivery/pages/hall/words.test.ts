import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { type Words, wordFaults } from '../../../../ui/words.ts'
import { DUTIES, INCIDENT_REASONS, MALPRACTICE_REASONS } from '../../contract.ts'
import { zh as desk } from './desk/words.zh.ts'
import { SEAT_ACTS } from './seat/acts.ts'
import { zh as seat } from './seat/words.zh.ts'
import { FACES } from './wall/seat-face.ts'
import { zh as wall } from './wall/words.zh.ts'

const folders = globSync('*/words.zh.ts', { cwd: import.meta.dirname }).map(file => file.split('/')[0] ?? '')

test('the pages of the hall have their words in twelve places', () => assert.equal(folders.length, 12))

for (const folder of folders)
  test(`the words of ${folder} match in both languages`, async () => {
    const { zh } = (await import(`./${folder}/words.zh.ts`)) as { zh: Words }
    const { en } = (await import(`./${folder}/words.en.ts`)) as { en: Words }
    assert.deepEqual(wordFaults(zh, en), [])
  })

test('every face, act, duty and reason has its word', () => {
  assert.deepEqual(Object.keys(wall.faces).toSorted(), [...FACES].toSorted())
  assert.deepEqual(Object.keys(seat.acts).toSorted(), [...SEAT_ACTS].toSorted())
  assert.deepEqual(Object.keys(desk.duties).toSorted(), [...DUTIES].toSorted())
  for (const said of [...Object.values(INCIDENT_REASONS), ...Object.values(MALPRACTICE_REASONS)]) assert.ok(said.zh && said.en)
})
