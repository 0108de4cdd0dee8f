import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newActId } from './act-id.ts'
import { agoText, clockSeconds, personOf, running } from './ago.ts'
import { keepDraft, overFresh, readDraft } from './draft.ts'
import { isClockOff, offsetOf, withReading } from './server-clock.ts'
import { currentSitting } from './sittings.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const MINUTE = 60_000

test('a moment ago is said in steps that do not flicker', () => {
  const said = (seconds: number) => agoText(0, seconds * 1000, zh)
  assert.deepEqual([0, 4, 5, 9, 59, 60, 3_599, 3_600, -20].map(said), [
    '刚刚',
    '刚刚',
    '5秒前',
    '5秒前',
    '55秒前',
    '1分前',
    '59分前',
    '1小时前',
    '刚刚',
  ])
  assert.equal(agoText(0, 61_000, en), '1 min ago')
})

test('clocks are Beijing’s, with seconds; a span never runs below zero', () => {
  assert.equal(clockSeconds(Date.parse('2026-11-29T08:30:05+08:00')), '08:30:05')
  assert.deepEqual([running(0), running(59_999), running(3_600_000 + 61_000), running(-5)], ['00:00', '00:59', '1:01:01', '00:00'])
})

test('persons of a record by their name, the server by its word, strangers by their id', () => {
  assert.deepEqual(
    [
      personOf('person:k1', { k1: '孙老师' }, '系统'),
      personOf('k1', { k1: '孙老师' }, '系统'),
      personOf('system:site', {}, '系统'),
      personOf('person:x', {}, '系统'),
    ],
    ['孙老师', '孙老师', '系统', 'x'],
  )
})

describe('the clock of the server', () => {
  test('an answer is late, never early: the greatest difference counts', () => {
    const readings = [
      { serverTime: 10_000, receivedAt: 5_300 },
      { serverTime: 15_000, receivedAt: 10_020 },
      { serverTime: 20_000, receivedAt: 16_000 },
    ]
    assert.equal(offsetOf(readings), 4_980)
    assert.equal(offsetOf([]), 0)
    assert.deepEqual([isClockOff(2_000), isClockOff(2_001), isClockOff(-2_500)], [false, true, true])
  })

  test('a step of this machine’s clock drops out after eight readings; the same answer counts once', () => {
    let readings: ReturnType<typeof withReading> = [{ serverTime: 100_000, receivedAt: 0 }]
    for (let n = 1; n <= 8; n++) readings = withReading(readings, { serverTime: n * 1000, receivedAt: n * 1000 })
    assert.equal(offsetOf(readings), 0)
    assert.equal(withReading(readings, { serverTime: 1, receivedAt: 8_000 }), readings)
  })
})

test('the sitting people mean: the one whose door opened last, else the next, else the last', () => {
  const slot = (sittingId: string, opens: number, closedAt: number | null = null) => ({
    sittingId,
    opensAt: opens * MINUTE,
    entryFrom: (opens - 30) * MINUTE,
    closedAt,
  })
  const day = [slot('afternoon', 400), slot('morning', 60)]
  assert.equal(currentSitting(day, 0)?.sittingId, 'morning')
  assert.equal(currentSitting(day, 100 * MINUTE)?.sittingId, 'morning')
  assert.equal(currentSitting(day, 371 * MINUTE)?.sittingId, 'afternoon')
  assert.equal(currentSitting([slot('a', 60, 1), slot('b', 400)], 100 * MINUTE)?.sittingId, 'b')
  assert.equal(currentSitting([slot('a', 60, 1), slot('b', 400, 2)], 500 * MINUTE)?.sittingId, 'b')
  assert.equal(currentSitting([], 0), undefined)
})

describe('half-filled forms', () => {
  const store = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }
  test('what was kept comes back over fresh values; foreign names and wrong kinds do not', () => {
    const kept = store()
    keepDraft(kept, 'swap c1', { actId: 'x', note: '死机', minutes: 'ten', secret: 's' })
    const values = overFresh({ actId: 'new', note: '', minutes: 5 as number | null, stop: false }, readDraft(kept, 'swap c1'))
    assert.deepEqual(values, { actId: 'x', note: '死机', minutes: 5, stop: false })
    keepDraft(kept, 'swap c1', null)
    assert.equal(readDraft(kept, 'swap c1'), null)
  })
  test('a field that may be empty keeps being empty', () => {
    assert.deepEqual(overFresh({ minutes: 5 as number | null }, { minutes: null }), { minutes: null })
    assert.deepEqual(overFresh({ minutes: null as number | null }, { minutes: 7 }), { minutes: 7 })
  })
  test('a spoilt, full or missing store costs the draft only', () => {
    assert.equal(readDraft({ ...store(), getItem: () => '{half' }, 'a'), null)
    assert.equal(readDraft({ ...store(), getItem: () => '[1]' }, 'a'), null)
    assert.equal(readDraft(undefined, 'a'), null)
    const full = {
      ...store(),
      setItem: () => {
        throw new Error('full')
      },
    }
    assert.doesNotThrow(() => keepDraft(full, 'a', { note: '' }))
  })
})

test('the id of an act is a UUID of version 4 also where the page is not served over TLS', () => {
  const ids = new Set(Array.from({ length: 500 }, () => newActId()))
  assert.equal(ids.size, 500)
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(
    newActId(bytes => void bytes.fill(255)),
    'ffffffff-ffff-4fff-bfff-ffffffffffff',
  )
})
