import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from '../../../../platform/log.ts'
import type { SeatOnWall } from '../../core/hall/wall.ts'
import { openWallFeed } from './wall-feed.ts'

const seat = (seatLabel: string, minutesLeft: number) => ({ roomLabel: '第一考场', seatLabel, minutesLeft }) as SeatOnWall
type Heard = { name: string; id?: string; data: { seats: SeatOnWall[] } }
const later = (ms: number) => new Promise(done => setTimeout(done, ms))

test('a listener gets the wall, then changes; one that comes back hears only what it missed, a stranger everything', async () => {
  let seats = [seat('1', 90), seat('2', 90)]
  const feed = openWallFeed({ read: async () => seats, now: () => 0, log: createLog('silent') })
  const keepAlive = setInterval(() => undefined, 50)
  const one: Heard[] = []
  const leave = feed.listen(event => void one.push(event as Heard), undefined)
  const watcher: Heard[] = []
  const leaveToo = feed.listen(event => void watcher.push(event as Heard), undefined)
  await later(50)
  assert.deepEqual([one[0]?.name, one[0]?.data.seats.length], ['wall', 2])
  leave()
  seats = [seat('1', 89), seat('2', 90)]
  await later(1100)
  seats = [seat('1', 88), seat('2', 90)]
  await later(1100)
  assert.equal(one.length, 1)
  assert.deepEqual(
    watcher.slice(1).map(event => event.data.seats.map(changed => changed.minutesLeft)),
    [[89], [88]],
  )
  const back: Heard[] = []
  const leaveBack = feed.listen(event => void back.push(event as Heard), one[0]?.id)
  const stranger: Heard[] = []
  const leaveStranger = feed.listen(event => void stranger.push(event as Heard), 'other-server.1')
  await later(1100)
  assert.deepEqual([back[0]?.name, back[0]?.data.seats.map(changed => changed.minutesLeft)], ['seats', [88]])
  assert.deepEqual([stranger[0]?.name, stranger[0]?.data.seats.length], ['wall', 2])
  for (const end of [leaveToo, leaveBack, leaveStranger]) end()
  clearInterval(keepAlive)
})
