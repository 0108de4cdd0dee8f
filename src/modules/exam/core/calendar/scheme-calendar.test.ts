import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, dayOf } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { SCHEMES } from '../../../standard/contract.ts'
import { EVEN_MONTHS_RULE, nominalMonths } from './calendar.ts'
import { chosenWindow, ruleOfScheme } from './scheme-calendar.ts'

const day = localDate('2026-12-27')
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code)

test('the demonstration follows the rule of the even months', () => {
  const demonstration = SCHEMES.demonstration
  assert.ok(demonstration.run === 'examined-here')
  const [plan] = demonstration.years
  assert.deepEqual(plan && ruleOfScheme(plan.calendar), EVEN_MONTHS_RULE)
})

test('announced days name every month of the year', () => {
  const rule = ruleOfScheme({ kind: 'announced' })
  assert.equal(nominalMonths(rule, 2026).length, 12)
  assert.ok(rule.kind === 'windows' && rule.windows.every(w => w.months.length === 1))
})

test('a chosen window closes at the end of its last day in Beijing', () => {
  const window = chosenWindow({ day, opensOn: localDate('2026-11-01'), closesOn: localDate('2026-11-30') })
  assert.ok(window.ok)
  assert.deepEqual([dayOf(window.value.closesAt), clockOf(window.value.closesAt)], ['2026-12-01', '00:00'])
})

test('a window is refused upside down or reaching into the exam', () => {
  const opensOn = localDate('2026-11-01')
  assert.equal(codeOf(chosenWindow({ day, opensOn, closesOn: localDate('2026-10-31') })), 'registration-window-empty')
  assert.equal(codeOf(chosenWindow({ day, opensOn, closesOn: day })), 'registration-past-exam')
  assert.equal(codeOf(chosenWindow({ day, opensOn, closesOn: localDate('2026-12-26') })), 'ok')
})
