import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../../kernel/local-date.ts'
import { type Appointment, checkAppointment, holdsOn, institutionFrom } from './institution.ts'

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code)

test('an institution takes province and kind from its code', () => {
  const read = institutionFrom({ code: ' 10012003 ', name: ' 示例第三鉴定站 ', address: '示例路1号' })
  assert.ok(read.ok)
  assert.deepEqual(read.value, { code: '10012003', name: '示例第三鉴定站', province: '10', kind: 2, address: '示例路1号' })
})

test('a code that is none and a blank name are refused', () => {
  assert.equal(codeOf(institutionFrom({ code: '1001200', name: '甲', address: '' })), 'institution-code-malformed')
  assert.equal(codeOf(institutionFrom({ code: '10013001', name: '甲', address: '' })), 'industry-station-in-city')
  assert.equal(codeOf(institutionFrom({ code: '10012003', name: '　', address: '' })), 'institution-name-missing')
})

const appointment: Appointment = {
  appointmentId: 'a',
  institution: '10012003',
  personId: 'p',
  duty: 'invigilator',
  levels: [],
  from: localDate('2026-01-01'),
  until: localDate('2026-12-31'),
}

test('an appointment holds on both its ends and not beyond', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(localDate)
  assert.deepEqual(
    days.map(day => holdsOn(appointment, day)),
    [false, true, true, false],
  )
  assert.ok(holdsOn({ ...appointment, until: null }, localDate('2099-01-01')))
})

test('an appointment that ends before it begins is refused', () => {
  assert.equal(codeOf(checkAppointment({ ...appointment, until: localDate('2025-12-31') })), 'appointment-upside-down')
  assert.equal(codeOf(checkAppointment({ ...appointment, until: appointment.from })), 'ok')
})
