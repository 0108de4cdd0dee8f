import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../../../kernel/local-date.ts'
import { openClient } from '../../../../platform/http/client.ts'
import type { Track } from '../driving/season-world.ts'
import { isSeated } from '../people/plan.ts'
import { peopleOf } from '../people/people.ts'
import type { Funnel } from '../steps/award.ts'
import { agrees } from './reconcile.ts'
import { type LivedCounts, countRows } from './season-counts.ts'

/** Forty people of whom everything went as planted; everybody seated came and handed in forty answers. */
const tracks = peopleOf({ count: 40, seed: 'counts', on: localDate('2026-12-13'), levels: ['L4', 'L3'] }).map((person): Track => {
  const seated = isSeated(person.plan)
  const theory = { attemptId: '', token: '', lastSeq: 50, acknowledged: 50, answered: 40, deserved: 7000, receiptCode: 'R' }
  return {
    person,
    client: openClient(''),
    siteCode: '91012001',
    province: '91',
    attends: 'both',
    handsIn: true,
    application: null,
    standing: seated ? 'approved' : 'rejected',
    approvedClause: seated ? person.plan.clauseId : null,
    ticketNumber: seated ? String(person.index) : null,
    theory: seated ? theory : null,
    practical: null,
  }
})
const n = tracks.filter(t => t.ticketNumber !== null).length
const kinds = (kind: string) => tracks.filter(t => t.person.plan.kind === kind).length
const twice = (what: string) => tracks.filter(t => t.person.twice === what).length
const submitted = 40 - kinds('short')

const lived: LivedCounts = {
  registered: { accounts: 40, secondAccountsRefused: twice('account') },
  applied: {
    started: 40,
    submitted,
    refusedByClause: kinds('short'),
    filesRefused: kinds('disguised'),
    secondApplicationsRefused: twice('application'),
  },
  reviewed: { approved: n, returned: kinds('disguised'), rejected: kinds('contradicted'), corrected: kinds('missing') },
  seated: n,
  tickets: n,
  theory: {
    started: n,
    saves: 0,
    resent: 0,
    events: 50 * n,
    acknowledged: 50 * n,
    responses: 45 * n,
    responsesAcknowledged: 45 * n,
    answered: 40 * n,
    admitted: n,
    handedInThemselves: n,
    collected: 0,
    absent: 0,
  },
  practical: { admitted: n, practising: { papers: 0, steps: 0, carriedOut: 0 }, absent: 0, places: new Map() },
  marked: n,
  awarded: { passed: 9, failed: n - 9, absent: 0, voided: 0, certificates: 9 },
}
const part = (en: string, count: number) => ({ name: { zh: en, en }, count, kind: 'explained' as const })
const arrow = {
  from: 'applied',
  to: 'approved',
  name: { zh: '', en: '' },
  fromCount: submitted,
  toCount: n,
  gained: 0,
  residual: 0,
  verdict: 'reconciled' as const,
}
const clauses: Record<string, number> = {}
for (const { approvedClause } of tracks) if (approvedClause !== null) clauses[approvedClause] = (clauses[approvedClause] ?? 0) + 1
const stages = {
  applied: submitted,
  approved: n,
  seated: n,
  seats: 2 * n,
  started: 2 * n,
  ended: 2 * n,
  scored: 2 * n,
  responses: 45 * n,
  passed: 9,
  certified: 9,
}
const funnel: Funnel = {
  stages,
  clauses,
  reconciled: true,
  arrows: [{ ...arrow, parts: [part('returned', kinds('disguised')), part('rejected', kinds('contradicted'))] }],
}

const wrong = (change: Partial<LivedCounts>, server: Partial<Funnel> = {}, passes = 9) =>
  countRows(tracks, { ...lived, ...change }, { ...funnel, ...server }, passes)
    .filter(row => !agrees(row))
    .map(row => row.name.trim())

test('a season in which everything went as planted agrees in every row', () => {
  assert.deepEqual(wrong({}), [])
})

test('each count that one side loses is found at its own row', () => {
  const [firstClause = ''] = Object.keys(clauses)
  const cases: readonly (readonly [string, string[]])[] = [
    ['注册', wrong({ registered: { ...lived.registered, accounts: 39 } })],
    ['申报', wrong({}, { stages: { ...stages, applied: submitted - 1 } })],
    ['条件不符被拒', wrong({ applied: { ...lived.applied, refusedByClause: 0 } })],
    ['审核通过', wrong({}, { stages: { ...stages, approved: n + 1 } })],
    [`依据${firstClause}`, wrong({}, { clauses: { ...clauses, [firstClause]: 0 } })],
    ['编场', wrong({ tickets: n - 1 })],
    ['座位（两科）', wrong({}, { stages: { ...stages, seats: 2 * n - 1 } })],
    ['确认保存的事件', wrong({ theory: { ...lived.theory, acknowledged: 50 * n - 1 } })],
    ['确认保存的作答', wrong({}, { stages: { ...stages, responses: 45 * n - 1 } })],
    ['交卷（两科）', wrong({}, { stages: { ...stages, ended: 2 * n - 1 } })],
    ['评分（两科）', wrong({ marked: n - 1 })],
    ['合格', wrong({}, {}, 10).slice(0, 1)],
    ['证书', wrong({ awarded: { ...lived.awarded, certificates: 8 } })],
  ]
  for (const [row, found] of cases) assert.deepEqual(found, [row])
})

test('a stage the server does not report leaves the other sides to agree', () => {
  assert.deepEqual(wrong({}, { stages: {}, arrows: [] }), [])
})
