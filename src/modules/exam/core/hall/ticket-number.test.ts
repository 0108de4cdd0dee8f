import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nominalMonth } from '../calendar/calendar.ts'
import { isInBlock, parseTicketNumber, ticketBlock, ticketNumber, type TicketNumber, type TicketParts } from './ticket-number.ts'

const PARTS: TicketParts = { nominal: nominalMonth(2017, 12), province: '31', site: 7, level: 3, room: 2, seat: 15 }
const anyParts: fc.Arbitrary<TicketParts> = fc.record(
  {
    nominal: fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => nominalMonth(y, m)),
    province: fc.integer({ min: 0, max: 99 }).map(n => String(n).padStart(2, '0')),
    site: fc.integer({ min: 1, max: 999 }),
    level: fc.integer({ min: 0, max: 5 }),
    room: fc.integer({ min: 1, max: 99 }),
    seat: fc.integer({ min: 1, max: 99 }),
  },
  { noNullPrototype: true },
)
function built(parts: TicketParts): TicketNumber {
  const number = ticketNumber(parts)
  assert.ok(number.ok)
  return number.value
}
const refusedAs = (text: string) => {
  const parsed = parseTicketNumber(text)
  return parsed.ok ? 'ok' : parsed.refusal.code
}

test('the digits stand in their order: session, province, site, level, room, seat, check digit', () => {
  assert.match(built(PARTS), /^17123100730215\d$/)
})

test('a number built from parts gives its parts back', () => {
  fc.assert(
    fc.property(anyParts, parts => {
      const number = built(parts)
      assert.deepEqual(parseTicketNumber(number), { ok: true, value: { number, parts } })
    }),
  )
})

test('different parts give different numbers', () => {
  fc.assert(
    fc.property(anyParts, anyParts, (a, b) => {
      assert.equal(built(a) === built(b), JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})

test('one wrong digit anywhere is caught', () => {
  fc.assert(
    fc.property(anyParts, fc.nat(14), fc.integer({ min: 1, max: 9 }), (parts, at, by) => {
      const number = built(parts)
      assert.notEqual(refusedAs(number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)), 'ok')
    }),
  )
})

test('what is no ticket number is refused by its reason', () => {
  const good = built(PARTS)
  const wrongCheck = good.slice(0, 14) + ((Number(good[14]) + 1) % 10)
  const table: readonly (readonly [string, string])[] = [
    [good, 'ok'],
    [` ${good.slice(0, 4)} ${good.slice(4)} `, 'ok'],
    [good.replaceAll('1', '１'), 'ok'],
    ['', 'ticket-number-malformed'],
    [good.slice(1), 'ticket-number-malformed'],
    [`${good}0`, 'ticket-number-malformed'],
    [good.replace('1', 'l'), 'ticket-number-malformed'],
    [`1713${good.slice(4)}`, 'ticket-number-malformed'],
    [wrongCheck, 'ticket-check-digit-wrong'],
  ]
  for (const [text, code] of table) assert.equal(refusedAs(text), code, text)
})

test('a part beyond its digits is refused by name', () => {
  const table: readonly (readonly [Partial<TicketParts>, string])[] = [
    [{ nominal: nominalMonth(1999, 12) }, 'session year'],
    [{ site: 1000 }, 'site'],
    [{ site: 0 }, 'site'],
    [{ level: 6 }, 'level'],
    [{ room: 100 }, 'room'],
    [{ seat: 100 }, 'seat'],
    [{ seat: 1.5 }, 'seat'],
  ]
  for (const [change, part] of table) {
    const number = ticketNumber({ ...PARTS, ...change })
    assert.equal(number.ok ? 'ok' : `${number.refusal.code} ${number.refusal.facts['partEn']}`, `ticket-part-out-of-range ${part}`)
  }
  assert.throws(() => ticketNumber({ ...PARTS, province: '310' }), RangeError)
})

test('the block of a room holds its seats and no others', () => {
  const block = ticketBlock(PARTS, 30)
  assert.ok(block.ok)
  assert.equal(block.value.count, 30)
  assert.ok(isInBlock(built({ ...PARTS, seat: 1 }), block.value))
  assert.ok(isInBlock(built({ ...PARTS, seat: 30 }), block.value))
  assert.ok(!isInBlock(built({ ...PARTS, seat: 31 }), block.value))
  assert.ok(!isInBlock(built({ ...PARTS, room: 3, seat: 1 }), block.value))
  for (const seats of [0, 100]) assert.equal(ticketBlock(PARTS, seats).ok, false)
})

test('blocks of two rooms never meet', () => {
  fc.assert(
    fc.property(anyParts, fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (parts, room, seats) => {
      fc.pre(room !== parts.room)
      const block = ticketBlock({ ...parts, room }, seats)
      assert.ok(block.ok && !isInBlock(built(parts), block.value))
    }),
  )
})
