import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { JournalEntry } from '../journal/journal-entries.ts'
import type { Seat } from '../wall/seat-face.ts'
import { eventsAround } from './events-around.ts'
import { type ReviewLine, foundText, reviewLines, seatOfLine, spanText } from './found-text.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const seats = [
  { roomLabel: '东楼101', seatLabel: '3', candidateRef: 'c3', attemptId: 'a3', maskedName: '王*' },
  { roomLabel: '东楼101', seatLabel: '8', candidateRef: 'c8', attemptId: 'a8', maskedName: '李*某' },
] as unknown as Seat[]
const line = (found: object, attemptId: string | null = null) => ({ attemptId, found }) as unknown as ReviewLine

describe('what contradicts itself', () => {
  test('late work is told in its own list and not twice', () => {
    const found = [line({ kind: 'late', events: 2 }, 'a3'), line({ kind: 'two-closings', origins: [1, 2] }, 'a3')]
    assert.deepEqual(
      reviewLines({ serverTime: 0, found: found as never }).map(one => one.found.kind),
      ['two-closings'],
    )
  })

  test('is said with its figures and names', () => {
    const text = (found: object) => foundText(line(found, 'a3'), seats, zh.found.kinds)
    assert.equal(text({ kind: 'two-starts', apartMs: 12_400 }), '两台服务器记录的开始时间相差12秒')
    assert.equal(text({ kind: 'clash', epoch: 2, seq: 17 }), '第2次进入的第17条作答有两种内容')
    assert.equal(text({ kind: 'closed-by-fenced', epoch: 1 }), '交卷来自第1次进入的机器，此后考生又进入过')
    const wanted = { roomLabel: '东楼101', seatLabel: '备1' }
    assert.equal(text({ kind: 'two-at-seat', candidateRef: 'c3', wanted, takenBy: 'c8' }), '换到东楼101 备1号时，该座位已有李*某')
  })

  test('finds its seat by attempt or by candidate; what concerns the room has none', () => {
    assert.equal(seatOfLine(line({ kind: 'two-closings' }, 'a8'), seats)?.seatLabel, '8')
    assert.equal(seatOfLine(line({ kind: 'absent-and-present', candidateRef: 'c3' }), seats)?.seatLabel, '3')
    assert.equal(seatOfLine(line({ kind: 'two-resumptions', haltId: 'h' }), seats), undefined)
  })
})

test('how long after the end, to the second', () => {
  assert.deepEqual(
    [0, 59_400, 60_000, 3_725_000, -5].map(ms => spanText(ms, zh.late)),
    ['0秒', '59秒', '1分0秒', '62分5秒', '0秒'],
  )
  assert.equal(spanText(61_000, en.late), '1 min 1 s')
})

describe('what was recorded around the end', () => {
  const MINUTE = 60_000
  const entry = (id: string, at: number, more: object = {}) =>
    ({ id, at: at * MINUTE, candidateRef: null, attemptId: null, roomLabel: null, span: null, ...more }) as unknown as JournalEntry
  const about = { candidateRef: 'c3', attemptId: 'a3', roomLabel: '东楼101', endedAt: 100 * MINUTE, lastAt: 104 * MINUTE }
  const ids = (entries: readonly JournalEntry[]) => eventsAround(entries, about).map(one => one.id)

  test('of this person, this room and the site, oldest first; nothing of others', () => {
    const entries = [
      entry('site', 101),
      entry('room', 95, { roomLabel: '东楼101' }),
      entry('other room', 95, { roomLabel: '东楼102' }),
      entry('own', 99, { candidateRef: 'c3', roomLabel: '东楼102' }),
      entry('own attempt', 98, { attemptId: 'a3' }),
      entry('somebody else', 99, { candidateRef: 'c8' }),
      entry('another attempt', 99, { attemptId: 'a8' }),
    ]
    assert.deepEqual(ids(entries), ['room', 'own attempt', 'own', 'site'])
  })

  test('from half an hour before the end until the last event; a pause that reaches into it counts, also while it lasts', () => {
    assert.deepEqual(ids([entry('before', 69), entry('first', 70), entry('last', 104), entry('after', 105)]), ['first', 'last'])
    const long = entry('long', 10, { span: { from: 10 * MINUTE, to: 71 * MINUTE } })
    const over = entry('over', 10, { span: { from: 10 * MINUTE, to: 69 * MINUTE } })
    const open = entry('open', 10, { span: { from: 10 * MINUTE, to: null } })
    assert.deepEqual(ids([long, over, open]), ['long', 'open'])
  })
})
