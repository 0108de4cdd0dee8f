import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOf, instant, instantOf, plusMinutes } from '../../../../kernel/instant.ts'
import { must, refusalOf } from '../../../standard/fixtures.ts'
import { aRound } from '../../fixtures.ts'
import { correctionUntil, lastDay, planRound, requireLevel, requireOpen, requireSite, roundStanding } from './round.ts'

const round = must(planRound(aRound()))

test('levels stand in the order of the edition, each once', () => {
  assert.deepEqual(must(planRound(aRound({ levels: ['L3', 'L4', 'L3'] }))).levels, must(planRound(aRound({ levels: ['L4', 'L3'] }))).levels)
})

test('an unknown edition, a level it does not have, no level, no site and no time are refused', () => {
  const code = (changes: Parameters<typeof aRound>[0]) => refusalOf(planRound(aRound(changes))).code
  assert.equal(code({ editionId: 'ec-1999' }), 'edition-unknown')
  assert.equal(code({ levels: ['L5'] }), 'round-level-unknown')
  assert.equal(code({ levels: [] }), 'round-level-unknown')
  assert.equal(code({ sites: [] }), 'round-without-site')
  assert.equal(code({ closesAt: round.opensAt }), 'round-window-empty')
})

test('the window holds its first instant and not its last', () => {
  assert.equal(roundStanding(round, plusMinutes(round.opensAt, -1)), 'before')
  assert.equal(roundStanding(round, round.opensAt), 'open')
  assert.equal(roundStanding(round, instant(round.closesAt - 1)), 'open')
  assert.equal(roundStanding(round, round.closesAt), 'closed')
  assert.equal(lastDay(round), '2026-12-13')
})

test('before and after, the day is named', () => {
  assert.deepEqual(refusalOf(requireOpen(round, instantOf('2026-09-26T23:59:00+08:00'))).facts, { code: '2026-12', opensOn: '2026-09-27' })
  assert.deepEqual(refusalOf(requireOpen(round, round.closesAt)).facts, { code: '2026-12', closedOn: '2026-12-13' })
})

test('a level that is not held and a site that is not listed are refused', () => {
  assert.equal(must(requireLevel(round, 'L4')), 'L4')
  assert.deepEqual(refusalOf(requireLevel(round, 'L2')), {
    code: 'level-not-in-round',
    facts: { level: 'L2', code: '2026-12', levels: ['L4', 'L3'] },
  })
  assert.equal(must(requireSite(round, '20012001')).province, '20')
  assert.equal(refusalOf(requireSite(round, '99999999')).code, 'site-not-in-round')
})

test('corrections are due at the end of a day, never before the round ends and never in less than five days', () => {
  fc.assert(
    fc.property(fc.integer({ min: round.opensAt, max: round.closesAt + 30 * 86_400_000 }), ms => {
      const until = correctionUntil(round, instant(ms))
      assert.ok(until >= round.closesAt)
      assert.ok(until - ms >= 5 * 86_400_000)
      assert.notEqual(dayOf(until), dayOf(instant(until - 1)))
    }),
  )
})
