import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atClock } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import type { SittingView } from '../../contract.ts'
import { seatCount, sitesOfSession } from './sites-of-session.ts'

const day = localDate('2026-12-27')
const sitting = (siteCode: string, paper: 'theory' | 'skill', from: string, until: string): SittingView => ({
  sittingId: `${siteCode}-${paper}`,
  sessionId: 's',
  siteCode,
  siteName: `考点${siteCode}`,
  level: 'L4',
  levelName: '电子商务员',
  paper,
  startsAt: atClock(day, from),
  endsAt: atClock(day, until),
  minutes: 90,
  rooms: 1,
  closedAt: null,
  seats: { expected: 10, checkedIn: 4, absent: 1, finished: 2 },
})
const all = [sitting('92', 'skill', '10:30', '12:30'), sitting('91', 'theory', '08:30', '10:00'), sitting('92', 'theory', '08:30', '10:00')]

test('every seat counts, whatever became of its candidate', () => assert.equal(seatCount(all[0] as SittingView), 17))

test('sittings stand by site in order of time, over the same whole hours', () => {
  const { hours, sites } = sitesOfSession(all)
  assert.deepEqual(hours, ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00'])
  assert.deepEqual(
    sites.map(s => [s.code, s.seats, s.sittings.map(x => x.paper)]),
    [
      ['91', 17, ['theory']],
      ['92', 34, ['theory', 'skill']],
    ],
  )
  const [bar] = sites[0]?.sittings ?? []
  assert.deepEqual([bar?.from, bar?.until, bar?.left, bar?.width], ['08:30', '10:00', 10, 30])
})

test('no bar leaves the day', () => {
  for (const { left, width } of sitesOfSession(all).sites.flatMap(s => s.sittings)) assert.ok(left >= 0 && width > 0 && left + width <= 100)
})

test('a search narrows by name or code, and the hours stay', () => {
  const found = sitesOfSession(all, '考点92')
  assert.deepEqual(
    found.sites.map(s => s.code),
    ['92'],
  )
  assert.equal(found.hours.length, 6)
})

test('no sitting gives no hours', () => assert.deepEqual(sitesOfSession([]), { hours: [], sites: [] }))
