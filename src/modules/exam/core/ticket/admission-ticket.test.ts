import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from '../../../../kernel/instant.ts'
import type { TicketView } from '../views.ts'
import { admissionTicket, groupedNumber, ROOM_RULES } from './admission-ticket.ts'

const ticket: TicketView = {
  sessionId: 's',
  code: '2026-12',
  day: '2026-12-27',
  ticketNumber: '261210001401018',
  name: '阿依古丽·买买提',
  idMasked: '110105********002X',
  levelName: '电子商务员',
  papers: [
    {
      paper: 'theory',
      startsAt: instantOf('2026-12-27T08:30:00+08:00'),
      endsAt: instantOf('2026-12-27T10:00:00+08:00'),
      siteName: '示例第三鉴定站',
      siteAddress: '示例市示例路3号',
      roomNumber: 1,
      roomName: '第1考场',
      seatNo: 1,
    },
    {
      paper: 'skill',
      startsAt: instantOf('2026-12-27T10:30:00+08:00'),
      endsAt: instantOf('2026-12-27T12:30:00+08:00'),
      siteName: '示例第三鉴定站',
      siteAddress: '示例市示例路3号',
      roomNumber: 2,
      roomName: '第2考场',
      seatNo: 17,
    },
  ],
  rules: [],
}
const document = admissionTicket(ticket, {
  issuer: '国家中心（示例）',
  footer: '示范环境',
  printedAt: instantOf('2026-12-01T09:00:00+08:00'),
})

test('the ticket says who, which number, which level, when and where', () => {
  const [facts] = document.blocks
  assert.deepEqual(
    facts.facts.map(f => [f.label, f.value]),
    [
      ['姓名', '阿依古丽·买买提'],
      ['准考证号', '2612 10 001 4 01 01 8'],
      ['证件号码', '110105********002X'],
      ['申报等级', '电子商务员'],
      ['考试日期', '2026年12月27日（周日）'],
      ['考点', '示例第三鉴定站'],
      ['考点地址', '示例市示例路3号'],
    ],
  )
})

test('each paper has its row with room, seat and the latest entry', () => {
  const table = document.blocks[1]
  assert.deepEqual(table.rows, [
    ['理论知识', '08:30—10:00', '第1考场', '1号', '08:55'],
    ['操作技能', '10:30—12:30', '第2考场', '17号', '10:55'],
  ])
  assert.equal(table.head.length, table.widths.length)
})

test('the rules of the computer room stand on it with their minutes', () => {
  const rules = ROOM_RULES.map(r => r.zh).join('')
  for (const text of ['30分钟起', '25分钟后不得入场', '30分钟仍未登录', '最后10分钟', '诚信承诺书']) assert.ok(rules.includes(text), text)
  for (const { zh, en } of ROOM_RULES) assert.ok(zh.endsWith('。') && en.endsWith('.'))
})

test('the code and the grouped number are the number itself', () => {
  assert.equal(document.code.text, ticket.ticketNumber)
  assert.equal(groupedNumber(ticket.ticketNumber).replaceAll(' ', ''), ticket.ticketNumber)
})

test('an address that nobody entered is not left blank', () => {
  const papers = ticket.papers.map(p => ({ ...p, siteAddress: '' }))
  const [facts] = admissionTicket(
    { ...ticket, papers },
    { issuer: '', footer: '', printedAt: instantOf('2026-12-01T09:00:00+08:00') },
  ).blocks
  assert.equal(facts.facts.at(-1)?.value, '见考点通知')
})
