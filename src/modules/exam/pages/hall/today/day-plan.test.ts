import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atClock } from '../../../../../kernel/instant.ts'
import { localDate } from '../../../../../kernel/local-date.ts'
import type { SittingView } from '../../../contract.ts'
import { zh } from '../words.zh.ts'
import { byUrgency, dayWaiting, phaseOf } from './day-plan.ts'

const clock = (text: string) => atClock(localDate('2026-12-27'), text)
const sitting = (sittingId: string, from: string, until: string, part: Partial<SittingView> = {}): SittingView =>
  ({ sittingId, siteCode: '91', level: 'L4', startsAt: clock(from), endsAt: clock(until), closedAt: null, ...part }) as SittingView
const morning = sitting('morning', '08:30', '10:00')
const noon = sitting('noon', '10:30', '12:30')
const done = sitting('done', '07:00', '07:30', { closedAt: clock('07:40') })

test('entry opens thirty minutes before the start', () => {
  assert.equal(phaseOf(morning, clock('07:59')), 'before')
  assert.equal(phaseOf(morning, clock('08:00')), 'entry')
})

test('what is over and not closed comes first, what is closed last', () => {
  const order = (at: string) => byUrgency([done, noon, morning], clock(at)).map(s => s.sittingId)
  assert.deepEqual(order('08:10'), ['morning', 'noon', 'done'])
  assert.deepEqual(order('11:00'), ['morning', 'noon', 'done'])
  assert.deepEqual(
    byUrgency([sitting('b', '08:30', '10:00', { siteCode: '92' }), morning], clock('08:00')).map(s => s.sittingId),
    ['morning', 'b'],
  )
})

test('the first line counts what needs hands, or tells when the first one starts', () => {
  const told = (at: string, ...list: SittingView[]) => dayWaiting(list, clock(at), zh.today)
  assert.equal(told('07:00', morning, noon), '最早一场08:30开考')
  assert.equal(told('08:10', morning, noon), '1场正在入场')
  assert.equal(told('10:10', morning, noon), '1场已到时，待结束，1场正在入场')
  assert.equal(told('08:40', morning, noon), '1场正在考试')
  assert.equal(told('09:00', done), undefined)
})
