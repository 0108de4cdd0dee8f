import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atClock } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import type { TicketView } from '../../contract.ts'
import { papersInOrder, sortedTickets, ticketWaiting } from './ticket-plan.ts'
import { zh } from './words.zh.ts'

const at = (day: string, clock: string) => atClock(localDate(day), clock)
const paper = (kind: 'theory' | 'skill', day: string, from: string, until: string): TicketView['papers'][number] => ({
  paper: kind,
  startsAt: at(day, from),
  endsAt: at(day, until),
  siteName: '云江市职业技能鉴定站',
  siteAddress: '学府路18号',
  roomNumber: 1,
  roomName: '第1机房',
  seatNo: 12,
})
const ticket = (day: string): TicketView => ({
  sessionId: day,
  code: day.slice(0, 7),
  day,
  ticketNumber: '261291001401011',
  name: '考生',
  idMasked: '110***********0011',
  levelName: '电子商务员',
  papers: [paper('skill', day, '10:30', '12:30'), paper('theory', day, '08:30', '10:00')],
  rules: [],
})
const telling = { words: zh, language: 'zh' } as const

test('the nearest ticket comes first, the latest of the past first among them', () => {
  const { ahead, past } = sortedTickets(['2027-02-28', '2026-10-25', '2026-12-27', '2026-08-30'].map(ticket), at('2026-12-27', '23:00'))
  assert.deepEqual(
    ahead.map(t => t.day),
    ['2026-12-27', '2027-02-28'],
  )
  assert.deepEqual(
    past.map(t => t.day),
    ['2026-10-25', '2026-08-30'],
  )
})

test('papers stand in the order of the clock', () => {
  assert.deepEqual(
    papersInOrder(ticket('2026-12-27')).map(p => p.paper),
    ['theory', 'skill'],
  )
})

test('the first line counts the days, and on the day says where to be', () => {
  const told = (day: string, clock: string) => ticketWaiting([ticket('2026-12-27')], at(day, clock), telling)
  assert.equal(told('2026-12-24', '10:00'), '12月27日（周日）考试，还有3天')
  assert.equal(told('2026-12-27', '07:30'), '今天考试：08:30理论知识，第1考场12号')
  assert.equal(told('2026-12-27', '09:00'), '正在考试时间内')
  assert.equal(told('2026-12-27', '10:10'), '今天考试：10:30操作技能，第1考场12号')
  assert.equal(told('2026-12-27', '13:00'), undefined)
  assert.equal(told('2026-12-28', '08:00'), undefined)
})
