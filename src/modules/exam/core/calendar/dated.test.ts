import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { examRefusals } from '../refusals.ts'
import { nominalMonth } from './calendar.ts'
import { dated } from './dated.ts'

test('a day and a month stand beside themselves as Chinese writes them, without leading zeros', () => {
  const facts = dated({ closesOn: localDate('2026-12-03'), month: nominalMonth(2027, 2) })
  assert.deepEqual(facts, { closesOn: '2026-12-03', closesOnZh: '2026年12月3日', month: '2027-02', monthZh: '2027年2月' })
})

test('a Chinese refusal names its day in Chinese', () => {
  const facts = { session: '2026-12', ...dated({ closesOn: localDate('2026-12-13') }) }
  assert.equal(
    fillText(examRefusals['registration-still-open'].zh, facts),
    '不能截止2026-12考次报名：报名至2026年12月13日结束。请在截止日后操作。',
  )
})

test('no Chinese refusal names a day as the machine writes it', () => {
  const machine = /\{(day|expected|opensOn|closesOn|until|month)\}/
  // a clock time and a number, not days
  const others = ['attempts-still-running', 'ticket-part-out-of-range']
  const found = Object.entries(examRefusals).filter(([code, { zh }]) => machine.test(zh) && !others.includes(code))
  assert.deepEqual(found, [])
})
