import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupedTicket } from './grouped-ticket.ts'

test('a ticket number is grouped, anything else left alone', () => {
  assert.equal(groupedTicket('261291001401011'), '261291 0014 01011')
  assert.equal(groupedTicket('x'), 'x')
})
