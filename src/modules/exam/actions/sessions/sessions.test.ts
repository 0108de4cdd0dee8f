import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Actor } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { actorWith } from '../../../../platform/test-context.ts'
import { historyOf } from '../../../audit/index.ts'
import { roundOf } from '../../../registration/index.ts'
import { codeOf, must, national, type Rehearsal, rehearse, SITES } from '../rehearsal.test.ts'
import { closeSession, finishSession, holdSession } from './advance-session.ts'
import { draftSession, type SessionOrder } from './draft-session.ts'
import { enterHolidays } from './enter-holidays.ts'
import { type Publication, publishSession } from './publish-session.ts'
import { readCalendarAction } from './read-calendar.ts'
import { listSessionsAction, showSessionAction } from './read-sessions.ts'

let season: Rehearsal
before(async () => {
  season = await rehearse()
  await season.closedSession({ people: 2 })
})
after(() => season.db.end())
beforeEach(() => season.at('2026-11-23T09:00:00+08:00'))

const draft = (order: Partial<SessionOrder>) =>
  season.db.database.transact(tx =>
    draftSession(tx, season.context(), { scheme: 'demonstration', nominal: '2027-02', levels: ['L4'], ...order }),
  )
const publish = (publication: Publication) => season.db.database.transact(tx => publishSession(tx, season.context(), publication))

test('the rule sets the day: last Sunday of an even month; other months and closed levels are refused', async () => {
  assert.equal(must(await draft({ nominal: '2027-08' })).day, '2027-08-29')
  assert.equal(codeOf(await draft({ nominal: '2027-08' })), 'session-exists')
  assert.equal(codeOf(await draft({ nominal: '2027-03' })), 'month-not-in-rule')
  assert.equal(codeOf(await draft({ nominal: '2026-10', levels: ['L2'] })), 'session-level-closed')
  assert.equal(codeOf(await draft({ scheme: 'industry-certificate' })), 'scheme-recorded-only')
  assert.equal(codeOf(await draft({ scheme: 'none' })), 'scheme-unknown')
})

test('another day needs a reason, which is kept', async () => {
  const day = localDate('2027-10-30')
  assert.equal(codeOf(await draft({ nominal: '2027-10', day })), 'day-not-by-rule')
  const session = must(await draft({ nominal: '2027-10', day, overrideReason: '考点当日停电检修' }))
  assert.deepEqual(session.dayChoice, { kind: 'overridden', expected: '2027-10-31', reason: '考点当日停电检修' })
})

test('a day that is over is refused, reason or not; the day itself still serves', async () => {
  const order = { nominal: '2026-10', overrideReason: '补考' }
  assert.equal(codeOf(await draft({ ...order, day: localDate('2026-11-22') })), 'day-in-the-past')
  season.at('2026-11-23T00:00:00+08:00')
  assert.equal(codeOf(await draft({ ...order, day: localDate('2026-11-22') })), 'day-in-the-past')
  assert.equal(must(await draft({ ...order, day: localDate('2026-11-23') })).day, '2026-11-23')
})

test('without the holidays of a year no day is set, and what to do is said; entering them opens the year', async () => {
  const order = { scheme: 'level-recognition', nominal: '2028-04', levels: ['L4'] }
  assert.equal(codeOf(await draft(order)), 'holiday-table-missing')
  const edit = {
    year: 2028,
    whole: true,
    statutory: [{ day: localDate('2028-04-30'), zh: '劳动节', en: 'Labour Day' }],
    makeUpWorkingDays: [],
    ordinary: [],
    notice: '',
  }
  const enter = (notice: string) => season.db.database.transact(tx => enterHolidays(tx, season.context(), { ...edit, notice }))
  assert.equal(codeOf(await enter('')), 'holiday-notice-missing')
  assert.equal(codeOf(await enter('2028年节假日安排（演练）')), 'ok')
  const session = await draft(order)
  assert.equal(codeOf(session), 'no-day-in-window', 'the last Sunday of April falls on Labour Day and the next lies in May')
  assert.equal(must(await draft({ ...order, nominal: '2028-05' })).day, '2028-05-28')
})

test('publishing opens the round of registration at the authorised sites, by the rule', async () => {
  const session = must(await draft({ nominal: '2027-06' }))
  const published = must(await publish({ sessionId: session.id }))
  assert.deepEqual([published.state, published.opensOn, published.closesOn], ['published', '2027-03-27', '2027-06-13'])
  const round = await season.inTx(tx => roundOf(tx, session.id))
  assert.deepEqual(
    round?.sites.map(s => s.code),
    [...SITES],
  )
  assert.equal(round?.referenceDate, '2027-06-13')
  assert.equal(codeOf(await publish({ sessionId: session.id })), 'wrong-state')
  const history = await season.inTx(tx => historyOf(tx, { kind: 'session', id: session.id }))
  assert.deepEqual(history.map(e => e.type).toSorted(), ['session-drafted', 'session-published'])
})

test('a window of one’s own needs a reason and ends before the exam; a site without authorisation takes no part', async () => {
  const { id: sessionId } = must(await draft({ nominal: '2027-04' }))
  const own = { sessionId, opensOn: localDate('2026-11-01'), closesOn: localDate('2026-11-22') }
  assert.equal(codeOf(await publish(own)), 'window-reason-missing')
  assert.equal(codeOf(await publish({ ...own, closesOn: localDate('2027-04-25'), windowReason: '演练' })), 'registration-past-exam')
  assert.equal(codeOf(await publish({ ...own, windowReason: '演练', sites: ['30012001'] })), 'no-site-for-session')
  assert.equal(must(await publish({ ...own, windowReason: '演练', sites: [SITES[1]] })).closesOn, '2026-11-22')
  assert.deepEqual(
    (await season.inTx(tx => roundOf(tx, sessionId)))?.sites.map(s => s.code),
    [SITES[1]],
  )
})

test('registration is closed after its last day, the exam held on its day, results finish it', async () => {
  const { id: sessionId } = must(await draft({ nominal: '2027-12' }))
  must(await publish({ sessionId }))
  const move = (how: typeof closeSession) => season.db.database.transact(tx => how(tx, season.context(), { sessionId }))
  season.at('2027-12-12T23:59:00+08:00')
  assert.equal(codeOf(await move(closeSession)), 'registration-still-open')
  season.at('2027-12-13T00:00:00+08:00')
  assert.equal(codeOf(await move(closeSession)), 'ok')
  assert.equal(codeOf(await move(holdSession)), 'session-day-not-reached')
  season.at('2027-12-26T08:00:00+08:00')
  assert.equal(codeOf(await move(holdSession)), 'ok')
  assert.equal(codeOf(await move(finishSession)), 'ok')
  assert.equal(codeOf(await move(finishSession)), 'wrong-state')
})

test('the calendar of a year shows each month with its day, its shifts and its sessions', async () => {
  const calendar = must(await season.inTx((tx, ctx) => readCalendarAction(tx, { query: { scheme: 'demonstration', year: 2026 } }, ctx)))
  assert.deepEqual(
    calendar.entries.map(e => e.nominal),
    ['2026-02', '2026-04', '2026-06', '2026-08', '2026-10', '2026-12'],
  )
  const february = calendar.entries[0]
  assert.deepEqual([february?.first, february?.day], ['2026-02-22', '2026-03-01'])
  assert.equal(february?.postponements[0]?.zh, '春节')
  assert.equal(calendar.entries.at(-1)?.sessions[0]?.state, 'closed')
  assert.equal(calendar.rule, 'last-sunday')
})

test('a candidate reads the calendar without its drafts; their months stay planned', async () => {
  must(await draft({}))
  const candidate = actorWith('candidate', { kind: 'person', person: 'self' })
  const february = async (actor?: Actor) => {
    const calendar = must(
      await season.inTx((tx, ctx) => readCalendarAction(tx, { query: { scheme: 'demonstration', year: 2027 } }, ctx), actor),
    )
    const entry = calendar.entries.find(e => e.nominal === '2027-02')
    return [entry?.day, entry?.sessions.length, calendar.entries.find(e => e.nominal === '2027-06')?.sessions.length]
  }
  assert.deepEqual(await february(), ['2027-02-28', 1, 1])
  assert.deepEqual(await february(candidate), ['2027-02-28', 0, 1])
})

test('drafts are the national centre’s own; a detail counts people', async () => {
  const seen = async (actor?: Parameters<Rehearsal['context']>[0]) =>
    must(await season.inTx((tx, ctx) => listSessionsAction(tx, { query: { most: 200 } }, ctx), actor)).sessions.map(s => s.state)
  const province = {
    ...national,
    grants: [
      {
        ...(national.kind === 'person' ? national.grants[0] : undefined),
        role: 'provincial-officer' as const,
        scope: { kind: 'province' as const, province: '10' },
      },
    ],
  }
  assert.ok((await seen()).includes('draft'))
  assert.ok(!(await seen(province as never)).includes('draft'))
  const closed = must(await season.inTx((tx, ctx) => listSessionsAction(tx, { query: { most: 200 } }, ctx))).sessions.find(
    s => s.code === '2026-12',
  )
  const detail = must(await season.inTx((tx, ctx) => showSessionAction(tx, { params: { sessionId: closed?.sessionId ?? '' } }, ctx)))
  assert.deepEqual(detail.funnel, { approved: 2, seated: 0, present: 0, finished: 0 })
})
