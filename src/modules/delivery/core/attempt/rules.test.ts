import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, theRules } from '../../fixtures.ts'
import { AttemptRules, mayStartAt, startUntil } from './rules.ts'

describe('the rules of an attempt', () => {
  test('are those of the national final unless told otherwise', () => {
    const rules = AttemptRules.parse({ opensAt: OPENING })
    assert.deepEqual(rules, {
      opensAt: OPENING,
      lateLimitMinutes: 25,
      calculator: false,
      clock: 'sitting',
      earliestHandInMinutes: 30,
      graceSeconds: 600,
      seb: 'off',
      shuffleItems: true,
      shuffleOptions: true,
    })
  })

  test('survive storage as JSON', () => {
    const rules = theRules({ clock: 'own', lateLimitMinutes: 1440, earliestHandInMinutes: 0, shuffleItems: false })
    assert.deepEqual(AttemptRules.parse(JSON.parse(JSON.stringify(rules))), rules)
  })

  test('are refused when a field is unknown, missing, fractional or out of range', () => {
    const good = { opensAt: OPENING }
    const bad: unknown[] = [
      {},
      { ...good, opensAt: 1.5 },
      { ...good, opensAt: -1 },
      { ...good, lateLimitMinutes: -1 },
      { ...good, lateLimitMinutes: 2.5 },
      { ...good, graceSeconds: 86_401 },
      { ...good, earliestHandInMinutes: 601 },
      { ...good, clock: 'wall' },
      { ...good, bonusMinutes: 10 },
      { ...good, shuffleItems: 'yes' },
    ]
    for (const value of bad) assert.equal(AttemptRules.safeParse(value).success, false, JSON.stringify(value))
  })
})

describe('the door', () => {
  test('is open from the official start until the late limit, both ends included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 }), fc.integer({ min: -60_000, max: 200 * 60_000 }), (lateLimitMinutes, offset) => {
        const rules = theRules({ lateLimitMinutes })
        const open = mayStartAt(rules, instant(OPENING + offset))
        assert.equal(open.ok, offset >= 0 && offset <= lateLimitMinutes * 60_000)
      }),
    )
  })

  test('says in Beijing time when it opens and when it closed', () => {
    const early = mayStartAt(theRules(), plusMinutes(OPENING, -10))
    assert.deepEqual(!early.ok && early.refusal, { code: 'too-early-to-start', facts: { opens: '08:30' } })
    const late = mayStartAt(theRules(), plusMinutes(OPENING, 26))
    assert.deepEqual(!late.ok && late.refusal, { code: 'too-late-to-start', facts: { until: '08:55', minutes: 25 } })
  })

  test('closes the late limit after the start', () => {
    assert.equal(startUntil(theRules({ lateLimitMinutes: 15 })), plusMinutes(OPENING, 15))
  })
})
