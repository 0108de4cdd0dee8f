import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SEAT_STATES } from '../../../core/hall/wall.ts'
import type { Pending } from '../desk/hall.ts'
import { GAP, ROOM_HEAD, TILES, columnsFor, densityFor, heightOf, layOut, linesInView, stepTo } from './grid/grid-layout.ts'
import { readPlace, withPlace } from './place-in-address.ts'
import { queueOf, runningHalts } from './queue/queue.ts'
import { FACES, type Seat, countFaces, faceOf, isUrgent, linkBars, troublesOf } from './seat-face.ts'
import { NOTHING_YET, findSeats, hearWall, placeKey, roomsOf, seatOf } from './wall-state.ts'

const seat = (changes: Partial<Seat> = {}): Seat => ({
  roomLabel: '第一考场',
  seatLabel: '1',
  place: 1,
  spare: false,
  state: 'working',
  candidateRef: 'c1',
  maskedName: '陈*',
  ticketNumber: '20261129110100001',
  attemptId: 'a1',
  epoch: 1,
  minutesLeft: 80,
  lastSavedAt: 1_000,
  saveLevel: 'local',
  link: 'good',
  rttMs: 10,
  batteryPercent: null,
  charging: null,
  focusLost: 0,
  unsent: 0,
  answered: 3,
  helpSince: null,
  lock: null,
  ...changes,
})
const room = (roomLabel: string, n: number) => ({
  roomLabel,
  seats: Array.from({ length: n }, (_, at) => seat({ roomLabel, seatLabel: String(at + 1), candidateRef: `${roomLabel}${at}` })),
})

describe('the face of a seat', () => {
  test('every state has a face, and every face is counted once', () => {
    const seats = SEAT_STATES.map(state => seat({ state }))
    const counts = countFaces(seats)
    assert.equal(
      FACES.reduce((sum, face) => sum + counts[face], 0),
      seats.length,
    )
    assert.equal(faceOf(seat({ state: 'entered' })), 'checked-in')
    assert.equal(faceOf(seat({ state: 'out-of-order' })), 'broken')
  })

  test('a raised hand is seen even in a paused room and at a silent machine; a paused room does not cry offline', () => {
    assert.equal(faceOf(seat({ state: 'paused', helpSince: 5, link: 'silent' })), 'hand')
    assert.equal(faceOf(seat({ state: 'paused', link: 'silent' })), 'paused')
    assert.equal(faceOf(seat({ link: 'silent', unsent: 99 })), 'offline')
    assert.ok(isUrgent('hand') && isUrgent('offline') && isUrgent('trouble') && !isUrgent('paused'))
  })

  test('trouble begins at its thresholds, and only where somebody sits', () => {
    const cases: [Partial<Seat>, string[]][] = [
      [{ batteryPercent: 15, charging: false }, ['battery']],
      [{ batteryPercent: 15, charging: null }, ['battery']],
      [{ batteryPercent: 15, charging: true }, []],
      [{ batteryPercent: 16, charging: false }, []],
      [{ unsent: 10 }, ['unsent']],
      [{ unsent: 9 }, []],
      [{ focusLost: 3 }, ['focus']],
      [{ focusLost: 2 }, []],
      [{ unsent: 99, state: 'handed-in' }, []],
    ]
    for (const [changes, wanted] of cases) assert.deepEqual(troublesOf(seat(changes)), wanted, JSON.stringify(changes))
  })

  test('bars of the link', () => {
    assert.deepEqual(
      [
        linkBars(seat({ link: 'none' })),
        linkBars(seat({ link: 'silent' })),
        linkBars(seat({ link: 'weak' })),
        linkBars(seat({ rttMs: 105 })),
        linkBars(seat({ rttMs: 100 })),
        linkBars(seat({ rttMs: null })),
      ],
      [null, 0, 1, 2, 3, 3],
    )
  })
})

describe('what the stream tells', () => {
  const first = [seat(), seat({ seatLabel: '2', candidateRef: 'c2' })]
  test('a change touches its seat only; the others stay the same objects in the same order', () => {
    const before = hearWall(NOTHING_YET, 'wall', { serverTime: 1, seats: first })
    const after = hearWall(before, 'seats', { serverTime: 2, seats: [seat({ seatLabel: '2', candidateRef: 'c2', minutesLeft: 79 })] })
    assert.equal(after.seats[0], before.seats[0])
    assert.deepEqual([after.serverTime, after.seats[1]?.minutesLeft, after.seats.length], [2, 79, 2])
  })

  test('a whole wall after a break draws nothing anew that is as it was, and drops what is gone', () => {
    const before = hearWall(NOTHING_YET, 'wall', { serverTime: 1, seats: first })
    const after = hearWall(before, 'wall', { serverTime: 9, seats: [structuredClone(first[0] as Seat)] })
    assert.equal(after.seats[0], before.seats[0])
    assert.equal(after.seats.length, 1)
  })

  test('nothing changed tells only the time; an unknown event neither', () => {
    const before = hearWall(NOTHING_YET, 'wall', { serverTime: 1, seats: first })
    assert.equal(hearWall(before, 'seats', { serverTime: 5, seats: [] }).seats, before.seats)
    assert.equal(hearWall(before, 'other', { serverTime: 6, seats: [seat({ minutesLeft: 1 })] }).seats, before.seats)
  })

  test('seats are found by number, end of ticket or name', () => {
    const seats = [
      seat(),
      seat({ seatLabel: 'A12', ticketNumber: '20261129110100012' }),
      seat({ seatLabel: '12', roomLabel: '第二考场', ticketNumber: null }),
    ]
    const found = (typed: string) => findSeats(seats, typed).map(one => one.seatLabel)
    assert.deepEqual(found('12'), ['12'])
    assert.deepEqual(found('１２'), ['12'], 'wide digits of an input method')
    assert.deepEqual(found('0012'), ['A12'])
    assert.deepEqual(found('a12'), ['A12'])
    assert.deepEqual(found('012'), [], 'three digits of a ticket name nobody')
    assert.deepEqual(found('陈*'), ['1', 'A12', '12'])
    assert.deepEqual(found('  '), [])
    assert.equal(seatOf(seats, null), undefined)
    assert.equal(seatOf(seats, 'c1')?.seatLabel, '1')
  })
})

describe('the plan of seats', () => {
  const rooms = [room('第一考场', 7), room('第二考场', 4)]
  const lines = layOut(rooms, 'large', 3)

  test('rooms stand one below the other, rows break at the columns, seats are numbered through', () => {
    assert.deepEqual(
      lines.map(line => (line.kind === 'room' ? line.roomLabel : `${line.first}+${line.seats.length}`)),
      ['第一考场', '0+3', '3+3', '6+1', '第二考场', '7+3', '10+1'],
    )
    assert.equal(heightOf(lines), 2 * ROOM_HEAD + 5 * (TILES.large.height + GAP))
    assert.equal(layOut(rooms.slice(0, 1), 'large', 3)[0]?.kind, 'seats', 'a room alone has no head')
  })

  test('arrows keep their column, jump over heads and shorter rows, and stop at the edges', () => {
    const cases: [number, string, number][] = [
      [0, 'ArrowLeft', 0],
      [0, 'ArrowRight', 1],
      [2, 'ArrowRight', 3],
      [1, 'ArrowDown', 4],
      [5, 'ArrowDown', 6],
      [6, 'ArrowDown', 7],
      [7, 'ArrowUp', 6],
      [8, 'ArrowUp', 6],
      [1, 'ArrowUp', 1],
      [10, 'ArrowDown', 10],
      [10, 'ArrowRight', 10],
      [4, 'Home', 3],
      [4, 'End', 5],
      [0, 'PageDown', 10],
      [10, 'PageUp', 0],
      [4, 'q', 4],
    ]
    for (const [at, key, to] of cases) assert.equal(stepTo(lines, at, key), to, `${key} from ${at}`)
    assert.equal(stepTo([], 3, 'ArrowDown'), 3)
  })

  test('only lines in sight and a margin are drawn, whatever the size of the hall', () => {
    const hall = layOut(
      Array.from({ length: 20 }, (_, at) => room(`考场${at}`, 100)),
      'small',
      13,
    )
    const shown = linesInView(hall, 3_000, 560)
    assert.ok(shown.length < 30 && shown.length > 15, String(shown.length))
    assert.ok((shown[0]?.top ?? 0) <= 3_000 - 200)
    const last = shown.at(-1)
    assert.ok((last?.top ?? 0) + (last?.height ?? 0) >= 3_560)
    assert.deepEqual(linesInView(hall, 1e9, 560), [])
    assert.equal(linesInView(hall, 0, 560)[0], hall[0])
  })

  test('tiles are as large as the screen allows', () => {
    const screen = { width: 1046, height: 560 }
    assert.deepEqual(
      [24, 70, 150, 2_000].map(n => densityFor([room('一', n)], screen)),
      ['large', 'medium', 'small', 'small'],
    )
    assert.equal(columnsFor('large', 10), 1)
  })
})

describe('what waits', () => {
  const credit = {
    creditId: 'k',
    scope: 'site',
    roomLabel: null,
    candidateRef: null,
    cause: 'server-down',
    fromAt: 50,
    toAt: 90,
    note: '',
    state: 'proposed',
    proposedBy: 'system:site',
    decidedBy: null,
    witness: null,
  } as const
  const pending: Pick<Pending, 'calls' | 'credits'> = { calls: [{ callId: 'call-1', attemptId: 'a1', calledAt: 20 }], credits: [credit] }

  test('hands first, the longest wait first; then silent machines, proposals, trouble', () => {
    const seats = [
      seat({ seatLabel: '1', unsent: 40, attemptId: 'a4' }),
      seat({ seatLabel: '2', helpSince: 20, attemptId: 'a1' }),
      seat({ seatLabel: '3', helpSince: 10, attemptId: 'a2' }),
      seat({ seatLabel: '4', link: 'silent', attemptId: 'a3' }),
      seat({ seatLabel: '5' }),
    ]
    const waiting = queueOf(seats, pending)
    assert.deepEqual(
      waiting.map(one => (one.kind === 'credit' ? 'credit' : one.kind === 'room' ? one.roomLabel : one.seat.seatLabel)),
      ['3', '2', '4', 'credit', '1'],
    )
    assert.deepEqual(
      waiting.map(one => (one.kind === 'hand' ? one.callId : '')),
      [null, 'call-1', '', '', ''],
    )
    assert.equal(queueOf(seats, undefined).length, 4)
  })

  test('five silent machines of a room are one fault of the room, four are four', () => {
    const silent = (n: number) => room('第三考场', n).seats.map(one => ({ ...one, link: 'silent' as const }))
    assert.deepEqual(
      queueOf(silent(5), undefined).map(one => (one.kind === 'room' ? one.seats : one.kind)),
      [5],
    )
    assert.equal(queueOf(silent(4), undefined).length, 4)
  })

  test('the fault clock counts from its beginning, against the limit of the programme', () => {
    const halt = {
      haltId: 'h',
      kind: 'fault',
      roomLabel: null,
      reason: 'power',
      note: '',
      fromAt: 0,
      toAt: null,
      outcome: null,
      clock: null,
    } as const
    const pause = { ...halt, haltId: 'p', kind: 'pause' } as const
    const at = (now: number) => runningHalts([pause, halt, { ...halt, haltId: 'over', toAt: 5 }], 45, now)
    assert.deepEqual(
      at(60_000).map(one => [one.haltId, one.elapsedMs, one.leftMs, one.exceeded]),
      [
        ['h', 60_000, 44 * 60_000, false],
        ['p', 60_000, 44 * 60_000, false],
      ],
    )
    assert.equal(at(45 * 60_000)[0]?.exceeded, false)
    assert.deepEqual([at(45 * 60_000 + 1)[0]?.exceeded, at(46 * 60_000)[0]?.leftMs], [true, 0])
    assert.equal(at(-5)[0]?.elapsedMs, 0, 'a clock that runs ahead shows nothing negative')
  })
})

test('where somebody stands is in the address and comes back from it; what it does not know is left out', () => {
  const place = { room: '第一考场', face: 'hand', at: '第一考场|4', open: '第一考场|4', act: 'swap', density: 'small' } as const
  const address = withPlace(new URLSearchParams('other=1'), place)
  assert.deepEqual(readPlace(address), place)
  assert.equal(address.get('other'), '1')
  assert.equal(withPlace(address, { room: null, density: 'auto', face: null, at: null, open: null, act: null }).toString(), 'other=1')
  assert.deepEqual(readPlace(new URLSearchParams('state=nonsense&size=huge')).face, null)
  assert.equal(readPlace(new URLSearchParams('size=huge')).density, 'auto')
  assert.equal(placeKey(seat()), '第一考场|1')
  assert.equal(roomsOf([seat(), seat({ roomLabel: '二' })]).length, 2)
})
