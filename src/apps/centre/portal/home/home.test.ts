import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf } from '../../../../kernel/instant.ts'
import { wordFaults } from '../../../../ui/words.ts'
import { portalPages } from '../page-table.ts'
import { type ApplicationKind, progressOf, type Season, STEPS } from './progress.ts'
import { type At, entriesFor, waitingTable } from './waiting.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const now = instantOf('2026-11-23T01:00:00Z')
const at: At = { now, language: 'zh' }
const DAY = 86_400_000
const application = (kind: ApplicationKind, changedAt = 1) => ({
  applicationId: kind,
  roundId: 's',
  roundCode: '2612',
  levelName: '三级',
  changedAt,
  state: { kind },
})
const season = (part: Partial<Season>): Season => ({ applications: [application('approved')], tickets: [], results: [], now, ...part })
const ticket = (endsAt: number) => ({ sessionId: 's', ticketNumber: '1', day: '2026-11-29', papers: [{ endsAt: 1 }, { endsAt }] })
const stepOf = (part: Partial<Season>) => {
  const progress = progressOf(season(part))
  return progress && [STEPS[progress.at] ?? 'all', progress.tone]
}

test('the words of the home page match', () => assert.deepEqual(wordFaults(zh, en), []))

test('keys and paths of the waiting table are unique, and every path leads to a page its roles may open', () => {
  assert.equal(new Set(waitingTable.map(one => one.key)).size, waitingTable.length)
  assert.equal(new Set(waitingTable.map(one => one.path)).size, waitingTable.length)
  for (const { path, roles } of waitingTable) {
    const page = portalPages.find(one => one.path === path.split('?')[0])
    assert.ok(page, `${path} is no page`)
    const { open } = page
    for (const role of roles)
      assert.ok(open === 'signed-in' || (open !== 'everyone' && open.includes(role)), `${role} may not open ${path}`)
  }
})

test('people see only the entries of their roles', () => {
  assert.deepEqual(
    entriesFor(['assessor']).map(one => one.key),
    ['queue'],
  )
  assert.deepEqual(entriesFor(['auditor']), [])
})

test('a returned application waits with its term, a withdrawn one leaves its round open', () => {
  const count = (key: string, answer: unknown) => waitingTable.find(one => one.key === key)?.count(answer, at)
  const due = (key: string, answer: unknown) => waitingTable.find(one => one.key === key)?.due(answer, at)
  const applications = [
    { state: { kind: 'returned' }, closesAt: now + 2 * DAY },
    { state: { kind: 'draft' }, closesAt: now + 5 * DAY },
  ]
  assert.equal(count('own-returned', { applications }), 1)
  assert.equal(due('own-returned', { applications }), '还有2天')
  const round = { standing: 'open', ownState: null as string | null, closesAt: now }
  assert.equal(
    count('own-rounds', {
      rounds: [round, { ...round, ownState: 'withdrawn' }, { ...round, ownState: 'draft' }, { ...round, standing: 'closed' }],
    }),
    2,
  )
  assert.equal(due('own-draft', { applications: [] }), undefined)
})

test('items wait with the nearest deadline; of own items only those that came back', () => {
  const find = (key: string) => waitingTable.find(one => one.key === key)
  const queue = {
    mine: [{ state: 'returned' }, { state: 'draft' }],
    toReview: [{ dueAt: now + 4 * DAY }, { dueAt: now + 2 * DAY }],
    toApprove: [],
  }
  assert.equal(find('item-returned')?.count(queue, at), 1)
  assert.deepEqual([find('item-reviews')?.count(queue, at), find('item-reviews')?.due(queue, at)], [2, '还有2天'])
  assert.deepEqual([find('item-approvals')?.count(queue, at), find('item-approvals')?.due(queue, at)], [0, undefined])
})

test('what an officer proposed themselves does not wait for them', () => {
  const publications = waitingTable.find(one => one.key === 'publications')
  const sessions = [
    {
      publications: [
        { state: 'proposed', own: true },
        { state: 'proposed', own: false },
        { state: 'approved', own: false },
      ],
    },
  ]
  assert.equal(publications?.count({ sessions }, at), 1)
})

test('an application walks through its steps', () => {
  assert.deepEqual(stepOf({ applications: [] }), null)
  assert.deepEqual(stepOf({ applications: [application('draft')] }), ['application', 'running'])
  assert.deepEqual(stepOf({ applications: [application('returned')] }), ['application', 'waiting'])
  assert.deepEqual(stepOf({ applications: [application('submitted')] }), ['review', 'running'])
  assert.deepEqual(stepOf({ applications: [application('rejected')] }), ['review', 'failing'])
  assert.deepEqual(stepOf({}), ['ticket', 'running'])
  assert.deepEqual(stepOf({ tickets: [ticket(now + 1)] }), ['exam', 'running'])
  assert.deepEqual(stepOf({ tickets: [ticket(now)] }), ['result', 'running'])
  const result = (state: 'passed' | 'failed', certificateNumber: string | null) => ({
    results: [{ sessionId: 's', state, certificateNumber }],
  })
  assert.deepEqual(stepOf(result('failed', null)), ['result', 'failing'])
  assert.deepEqual(stepOf(result('passed', null)), ['certificate', 'running'])
  assert.deepEqual(stepOf(result('passed', 'N')), ['all', 'done'])
})

test('a living application counts before one that was withdrawn later', () => {
  const progress = progressOf(season({ applications: [application('withdrawn', 9), application('submitted', 3), application('draft', 1)] }))
  assert.equal(progress?.application, 'submitted')
})
