import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instant, plusMinutes } from '../../../../kernel/instant.ts'
import { OPENING, aPlacing } from '../../fixtures.ts'
import type { Attempt } from './attempt.ts'
import { mayHandIn, receiptCode, responsesText } from './hand-in.ts'

const running: Attempt = { ...aPlacing(), state: 'running', startedAt: OPENING, startRef: 'ref-1' }
const at = (minutes: number) => plusMinutes(OPENING, minutes)
const all = { lastSeq: 8, storedThrough: 8 }
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code

describe('handing in', () => {
  test('a candidate hands in from 30 minutes after the start', () => {
    assert.equal(codeOf(mayHandIn(running, { by: 'candidate', ...all }, instant(at(30) - 1))), 'too-early-to-hand-in')
    assert.equal(mayHandIn(running, { by: 'candidate', ...all }, at(30)).ok, true)
  })

  test('the clock hands in at the end and not before', () => {
    assert.equal(codeOf(mayHandIn(running, { by: 'clock', ...all }, at(89))), 'time-not-up')
    assert.equal(mayHandIn(running, { by: 'clock', ...all }, at(90)).ok, true)
  })

  test('a paper shorter than the rule for early hand-in may be handed in at its end', () => {
    const short: Attempt = { ...running, ledger: { allottedMinutes: 20, allowanceMinutes: 0, creditMinutes: 0 } }
    assert.equal(mayHandIn(short, { by: 'candidate', ...all }, at(20)).ok, true)
  })

  test('nothing is handed in while recorded events are missing on the server', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (lastSeq, storedThrough) => {
        const outcome = mayHandIn(running, { by: 'candidate', lastSeq, storedThrough }, at(45))
        assert.equal(outcome.ok, storedThrough >= lastSeq)
      }),
    )
  })

  test('what has not begun or has ended is not handed in', () => {
    assert.equal(codeOf(mayHandIn({ ...aPlacing(), state: 'ready' }, { by: 'candidate', ...all }, at(45))), 'not-started')
    const over: Attempt = { ...aPlacing(), state: 'handed-in', startedAt: OPENING, endedAt: at(60), by: 'candidate', receiptCode: 'X' }
    assert.equal(codeOf(mayHandIn(over, { by: 'candidate', ...all }, at(61))), 'attempt-over')
  })
})

describe('the receipt', () => {
  test('its code has twelve symbols that cannot be mistaken for each other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 }), hex => {
        assert.match(receiptCode(hex.join('')), /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  test('its text does not depend on the order of responses and leaves cleared ones out', () => {
    const given = [
      { itemId: 'b', value: { optionId: 'x' } },
      { itemId: 'a', value: { optionId: 'y' } },
      { itemId: 'c', value: null },
    ]
    assert.equal(responsesText(given), responsesText(given.toReversed()))
    assert.equal(responsesText(given), '[["a",{"optionId":"y"}],["b",{"optionId":"x"}]]')
  })
})
