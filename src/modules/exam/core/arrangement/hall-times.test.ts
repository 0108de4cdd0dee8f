import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { allEditions, editionOf, levelCodes } from '../../../standard/contract.ts'
import { levelName } from '../level-names.ts'
import { hallTimes } from './hall-times.ts'

const day = localDate('2026-12-27')
const shown = (edition: Parameters<typeof editionOf>[0], level: 'L4' | 'L3' | 'S') => {
  const times = hallTimes(editionOf(edition), level, day)
  return times.ok ? times.value.map(t => `${t.paper} ${clockOf(t.startsAt)}-${clockOf(t.endsAt)}`) : times.refusal.code
}

test('an edition that states clock times is followed', () => {
  assert.deepEqual(shown('ec-2005', 'L4'), ['theory 08:30-10:00', 'skill 10:30-12:30'])
  assert.deepEqual(shown('ec-2002-trial', 'L4'), ['theory 08:30-10:00', 'skill 10:30-12:00'])
})

test('minutes without a clock stand at the usual hours', () => {
  assert.deepEqual(shown('ec-2022', 'L3'), ['theory 08:30-10:00', 'skill 10:30-12:00'])
})

test('a special ability sits the practical paper alone', () => {
  assert.deepEqual(shown('cbec-ability-fujian-2020', 'S'), ['skill 10:30-12:30'])
})

test('an edition without times is refused', () => assert.equal(shown('ec-2001-trial-early', 'L4'), 'exam-times-not-stated'))

test('no level of any edition has overlapping papers', () => {
  for (const edition of allEditions()) {
    for (const level of levelCodes(edition)) {
      const times = hallTimes(edition, level, day)
      if (!times.ok) continue
      const [first, second] = times.value
      if (first && second) assert.ok(first.endsAt <= second.startsAt, `${edition.id} ${level}`)
    }
  }
})

test('a level is called as its edition calls it', () => {
  assert.deepEqual(
    [levelName('ec-2005', 'L4'), levelName('ec-2002-trial', 'L3'), levelName('ec-2005', 'X'), levelName('none', 'L4')],
    ['电子商务员', '助理电子商务师', 'X', 'L4'],
  )
})
