import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../core/app/stage.test.ts'
import { worldTime } from '../../core/world/ids.ts'
import { timeText } from '../../core/world/calendar.ts'
import { bankSpec } from './bank.ts'
import { isAccountNo, isAfterCutOff, luhnDigit, nextBatch, yuanText } from './numbers.ts'
import { bankRuns } from './runs.ts'
import type { BankSlice } from './slice.ts'

function after(name: RegExp): BankSlice {
  const play = bankRuns.find(run => name.test(run.name))
  assert.ok(play)
  return perform(play).world.state.apps['bank'] as unknown as BankSlice
}

test('what another bank does not take comes back to the 分; what it takes is gone', () => {
  const s = after(/a wrong character/)
  assert.equal(s.accounts[0]?.balance, 10_000_000 - 2 * 500_000)
  assert.deepEqual(
    s.transfers.map(t => `${t.state} ${t.reason}`.trim()),
    ['returned 户名不符', 'returned 账户状态异常', 'returned 账号不存在', 'success', 'success'],
  )
})

test('a thief takes no more than the daily limit, and a refused denial brings nothing back', () => {
  const s = after(/pays on the net/)
  assert.deepEqual(
    s.stolen.map(t => t.amount),
    [500_000],
  )
  assert.equal(s.accounts[0]?.balance, 9_000_000 - 12_800 - 30_000 - 500_000)
})

test('money that a card paid on the platform comes back to the card', () => {
  const s = after(/a card pays on the payment platform/)
  assert.equal(s.accounts[0]?.balance, 9_000_000 - 12_800 - 1000 + 12_800 + 5000)
})

test('a statement is taken out by its own customer, and by nobody else', () => {
  const play = bankRuns.find(run => run.name.includes('four eyes'))
  assert.ok(play)
  const { world } = perform(play)
  const take = (persona: string) =>
    bankSpec.artefact?.(world.state.apps['bank'] as never, 'MX1001', { persona: persona as never, now: world.state.now })
  const rows = (take('clerk')?.body ?? '').split('\r\n')
  assert.match(rows[0] ?? '', /^\ufeff日期,流水号,摘要/)
  assert.ok(rows.includes('2026-03-02,TR1001,转账汇款,杭州清泉茶叶有限公司,-12000.00'))
  assert.equal(take('stranger'), null)
})

test('the check digit is that of the standard, and one wrong or two exchanged digits are found', () => {
  assert.equal(luhnDigit('7992739871'), 3)
  const no = `629900126543210${luhnDigit('629900126543210')}`
  assert.ok(isAccountNo(no))
  for (let i = 0; i < no.length; i++) assert.ok(!isAccountNo(`${no.slice(0, i)}${(Number(no[i]) + 1) % 10}${no.slice(i + 1)}`))
  assert.ok(!isAccountNo('62990012654'))
})

test('batches leave at four hours of working days; after the last one an order waits for the morning', () => {
  const days = { holidays: ['2026-03-09'], workdays: [] }
  const at = (text: number) => worldTime(text)
  const FRIDAY_NOON = 1_772_769_600 // 6 March 2026, twelve o'clock
  assert.equal(timeText(nextBatch(at(FRIDAY_NOON), days)), '2026-03-06 15:00:00')
  assert.equal(timeText(nextBatch(at(FRIDAY_NOON + 5 * 3600), days)), '2026-03-10 09:00:00')
  assert.ok(!isAfterCutOff(at(FRIDAY_NOON), days))
  assert.ok(isAfterCutOff(at(FRIDAY_NOON + 5 * 3600), days))
  assert.equal(yuanText(123_456_705), '1,234,567.05')
})
