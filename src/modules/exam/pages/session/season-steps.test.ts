import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atClock } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import type { SessionDetail } from '../answers.ts'
import { seasonSteps, sessionWaiting } from './season-steps.ts'
import { zh } from './words.zh.ts'

type Session = SessionDetail['session']
const at = (day: string) => atClock(localDate(day), '10:00')
const detail = (today: string, part: Partial<Session>, approved = 12): SessionDetail => ({
  session: {
    sessionId: 's',
    code: '2026-12',
    scheme: 'demonstration',
    editionId: 'ec-2005',
    nominal: '2026-12',
    flag: 'national',
    levels: [],
    day: '2026-12-27',
    overridden: null,
    state: 'published',
    opensOn: '2026-09-27',
    closesOn: '2026-12-13',
    arrangedAt: null,
    ...part,
  },
  now: at(today),
  funnel: { approved, seated: 0, present: 0, finished: 0 },
  sites: [],
  arrangement: null,
  sittings: [],
})
const telling = { words: zh, language: 'zh' } as const

test('each standing has its place on the way', () => {
  const place = (today: string, part: Partial<Session>) => seasonSteps(detail(today, part), telling).at
  assert.equal(place('2026-08-01', { state: 'draft', opensOn: null, closesOn: null }), 0)
  assert.equal(place('2026-10-01', {}), 1)
  assert.equal(place('2026-12-14', { state: 'closed' }), 2)
  assert.equal(place('2026-12-20', { state: 'closed', arrangedAt: at('2026-12-16') }), 3)
  assert.equal(place('2026-12-27', { state: 'held', arrangedAt: 1 }), 3)
  assert.equal(place('2026-12-28', { state: 'held', arrangedAt: 1 }), 4, 'after the day the results are awaited')
  assert.equal(place('2027-02-01', { state: 'finished', arrangedAt: 1 }), 5)
})

test('the step is waiting where somebody has to act', () => {
  const tone = (today: string, part: Partial<Session>) => seasonSteps(detail(today, part), telling).tone
  assert.equal(tone('2026-12-14', {}), 'waiting')
  assert.equal(tone('2026-12-10', {}), 'running')
  assert.equal(tone('2026-12-14', { state: 'closed' }), 'waiting')
})

test('while seats are being allocated nobody has to act', () => {
  const running = {
    ...detail('2026-12-14', { state: 'closed' }),
    arrangement: { state: 'running', phase: 'seats', done: 1, total: 9, refusal: null } as const,
  }
  assert.equal(seasonSteps(running, telling).tone, 'running')
  assert.equal(sessionWaiting(running, telling), '正在编场')
  assert.equal(seasonSteps({ ...running, arrangement: { ...running.arrangement, state: 'failed' } }, telling).tone, 'waiting')
})

test('the known days stand under their steps', () => {
  const { steps } = seasonSteps(detail('2026-12-20', { state: 'closed', arrangedAt: at('2026-12-16') }), telling)
  assert.deepEqual(
    steps.map(s => s.note),
    [undefined, '9月27日—12月13日', '12月16日完成', '12月27日', undefined],
  )
})

test('what waits is told with its term', () => {
  const told = (today: string, part: Partial<Session>) => sessionWaiting(detail(today, part), telling)
  assert.equal(told('2026-12-10', {}), '报名至12月13日（周日），还有3天')
  assert.equal(told('2026-12-13', {}), '报名今天截止')
  assert.equal(told('2026-12-14', {}), '报名已于12月13日（周日）期满，请截止报名')
  assert.equal(told('2026-12-14', { state: 'closed' }), '12人审核通过，请编场')
  assert.equal(sessionWaiting(detail('2026-12-14', { state: 'closed' }, 0), telling), '还没有审核通过的申报，请先完成资格审查')
  assert.equal(told('2026-12-27', { state: 'closed', arrangedAt: 1 }), '今天考试')
  assert.equal(told('2026-12-28', { state: 'held' }), undefined)
})
