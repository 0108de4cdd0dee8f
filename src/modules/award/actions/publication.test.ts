import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import { idNumberOf } from '../../../kernel/id-number.ts'
import { type Instant, instantOf, plusMinutes } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { hundredths } from '../../../kernel/marks.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { certificatesOf } from '../../certificate/index.ts'
import { registerPerson } from '../../identity/index.ts'
import { listOfPerson } from '../store/decisions.ts'
import { decideGathered, type Gathered } from './decide-gathered.ts'
import { issueForSession, issueNext } from './issue-certificates.ts'
import { decidePublication, proposeGathered } from './publish-gathered.ts'
import { listForOfficers, listOwn } from './read-results.ts'

let db: TestDatabase
let ports: Ports
before(async () => {
  db = await testDatabase()
  ports = testPorts(db.database)
})
after(() => db.end())

const NOW = instantOf('2026-12-28T02:00:00Z')
const system: Actor = { kind: 'system', job: 'test' }
const inTx = <T>(body: (tx: Tx, ctx: Ctx) => Promise<T>, actor: Actor = system, now: Instant = NOW) =>
  db.database.transact(tx => body(tx, testContext(ports, actor, now)))
const codeOf = (r: Result<unknown>) => (r.ok ? 'ok' : r.refusal.code)
const candidate = (personId: string): Actor => {
  const grant: Grant = { role: 'candidate', scope: { kind: 'person', person: 'self' }, from: localDate('2020-01-01'), until: null }
  return { kind: 'person', personId, accountId: newId(), name: '测试', grants: [grant] }
}

let serial = 0
async function person(): Promise<string> {
  serial += 1
  const idNumber = idNumberOf({ area: '110101', birth: localDate('1999-03-01'), serial })
  const made = await inTx((tx, ctx) =>
    registerPerson(tx, ctx, {
      name: `考生${'甲乙丙丁戊己庚辛'[serial % 8]}`,
      idKind: 'resident-id',
      idNumber,
      sex: 'male',
      birthDate: localDate('1999-03-01'),
      mobile: `138000${String(serial).padStart(5, '0')}`,
      signInName: `candidate-${serial}`,
      passwordHash: null,
      persona: null,
      grants: [],
    }),
  )
  assert.ok(made.ok)
  return made.value.personId
}

/** Marks of theory and practical for each person, in hundredths. */
function gathered(marks: Readonly<Record<string, readonly [number, number]>>, sessionId = newId()): Gathered {
  const papers = ['theory', 'skill'] as const
  return {
    session: {
      sessionId,
      sessionCode: `2026-12-${sessionId.slice(0, 4)}`,
      scheme: 'demonstration',
      editionId: 'ec-2005',
      referenceOn: localDate('2026-11-20'),
    },
    seats: Object.keys(marks).flatMap((personId, i) =>
      papers.map(paper => ({
        personId,
        applicationId: `a${i}`,
        level: 'L3',
        ticketNumber: `2026${String(i).padStart(4, '0')}`,
        siteCode: '10012003',
        attemptId: `${personId}-${paper}`,
        paper,
      })),
    ),
    outcomes: Object.entries(marks).flatMap(([personId, both]) =>
      papers.map((paper, i) => ({
        attemptId: `${personId}-${paper}`,
        outcome: { kind: 'marked' as const, mark: hundredths(both[i] ?? 0) },
        areas: [{ paper, area: '网络营销', mark: hundredths(1500), maximum: hundredths(2000) }],
        skills: paper === 'skill' ? [{ code: 'L4-1.1', name: '信息采集', mark: hundredths(900), maximum: hundredths(1200) }] : [],
      })),
    ),
  }
}

const propose = (g: Gathered, actor: Actor) => inTx((tx, ctx) => proposeGathered(tx, ctx, g), actor)
const approve = (g: Gathered, publicationId: string, actor: Actor, visibleFrom: Instant | null = null) =>
  inTx((tx, ctx) => decidePublication(tx, ctx, g, { publicationId, approve: true, visibleFrom }), actor)
const own = async (personId: string, now = NOW) => {
  const answer = await inTx((tx, ctx) => listOwn(tx, {}, ctx), candidate(personId), now)
  assert.ok(answer.ok)
  return answer.value
}
async function published(g: Gathered): Promise<void> {
  const proposal = await propose(g, actorWith('national-officer'))
  assert.ok(proposal.ok, codeOf(proposal))
  assert.equal(codeOf(await approve(g, proposal.value.publicationId, actorWith('national-officer'))), 'ok')
}

test('sixty passes and 59.99 fails, as kept in the database', async () => {
  const [pass, fail] = [await person(), await person()]
  const g = gathered({ [pass]: [6000, 6000], [fail]: [5999, 9000] })
  await inTx((tx, ctx) => decideGathered(tx, ctx, g))
  const state = async (id: string) => (await inTx(tx => listOfPerson(tx, id)))[0]?.state
  assert.deepEqual([await state(pass), await state(fail)], ['passed', 'failed'])
})

test('nothing is visible before publication: not to the candidate, not one minute early', async () => {
  const id = await person()
  const g = gathered({ [id]: [7000, 8000] })
  await inTx((tx, ctx) => decideGathered(tx, ctx, g))
  assert.deepEqual((await own(id)).results, [])
  assert.deepEqual(
    (await own(id)).waiting.map(w => w.level),
    ['L3'],
  )
  const proposal = await propose(g, actorWith('national-officer'))
  assert.ok(proposal.ok)
  assert.deepEqual((await own(id)).results, [])
  const noon = plusMinutes(NOW, 120)
  assert.equal(codeOf(await approve(g, proposal.value.publicationId, actorWith('national-officer'), noon)), 'ok')
  assert.deepEqual((await own(id, plusMinutes(NOW, 119))).results, [])
  const shown = (await own(id, noon)).results[0]
  assert.deepEqual([shown?.state, shown?.papers.map(p => p.mark), shown?.areas[0]?.outOf100], ['passed', [7000, 8000], 75])
  assert.deepEqual(shown?.skills, [
    { code: 'L4-1.1', function: '网络商务信息收集与处理', name: '信息收集', outOf100: 75, skills: [{ name: '信息采集', outOf100: 75 }] },
  ])
})

test('who proposed cannot approve; another officer can; a second proposal is refused', async () => {
  const g = gathered({ [await person()]: [7000, 8000] })
  const first = actorWith('national-officer')
  const proposal = await propose(g, first)
  assert.ok(proposal.ok)
  assert.equal(codeOf(await approve(g, proposal.value.publicationId, first)), 'same-person')
  assert.equal(codeOf(await propose(g, actorWith('national-officer'))), 'publication-open')
  assert.equal(codeOf(await inTx((tx, ctx) => decideGathered(tx, ctx, g))), 'publication-open')
  assert.equal(codeOf(await approve(g, proposal.value.publicationId, actorWith('national-officer'))), 'ok')
  assert.equal(codeOf(await approve(g, proposal.value.publicationId, actorWith('national-officer'))), 'wrong-state')
})

test('two officers who propose at once leave one proposal', async () => {
  const g = gathered({ [await person()]: [7000, 8000] })
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => propose(g, actorWith('national-officer'))))
  assert.deepEqual(outcomes.map(codeOf).toSorted(), ['ok', 'publication-open', 'publication-open', 'publication-open'])
})

test('a mark that changed after the proposal is not published', async () => {
  const id = await person()
  const g = gathered({ [id]: [7000, 8000] })
  const proposal = await propose(g, actorWith('national-officer'))
  assert.ok(proposal.ok)
  const changed = gathered({ [id]: [7000, 8001] }, g.session.sessionId)
  assert.equal(codeOf(await approve(changed, proposal.value.publicationId, actorWith('national-officer'))), 'results-changed')
})

test('pending results are not proposed; a returned proposal lets the next one through', async () => {
  const id = await person()
  const whole = gathered({ [id]: [7000, 8000] })
  const open = { ...whole, outcomes: whole.outcomes.slice(0, 1) }
  assert.equal(codeOf(await propose(open, actorWith('national-officer'))), 'results-open')
  const proposal = await propose(whole, actorWith('national-officer'))
  assert.ok(proposal.ok)
  const back = (reason: string) =>
    inTx(
      (tx, ctx) => decidePublication(tx, ctx, whole, { publicationId: proposal.value.publicationId, approve: false, reason }),
      actorWith('national-officer'),
    )
  assert.equal(codeOf(await back(' ')), 'return-reason-missing')
  assert.equal(codeOf(await back('第3考场成绩待复核')), 'ok')
  assert.equal(codeOf(await propose(whole, actorWith('national-officer'))), 'ok')
})

test('certificates come after publication only, for the passed only, and repeating issues none twice', async () => {
  const ids: string[] = []
  for (let i = 0; i < 60; i++) ids.push(await person())
  const g = gathered(Object.fromEntries(ids.map((id, i) => [id, i < 55 ? ([6000 + i, 7000] as const) : ([5000, 7000] as const)])))
  const { sessionId } = g.session
  await inTx((tx, ctx) => decideGathered(tx, ctx, g))
  assert.equal(codeOf(await inTx((tx, ctx) => issueNext(tx, ctx, { sessionId }))), 'not-published')
  await published(g)
  const first = await inTx((tx, ctx) => issueNext(tx, ctx, { sessionId }))
  assert.deepEqual(first.ok && first.value, { issued: 50, remaining: 5 })
  await Promise.all([issueForSession(ports, { sessionId }), issueForSession(ports, { sessionId })])
  await issueForSession(ports, { sessionId })
  const held = await Promise.all(ids.map(id => inTx(tx => certificatesOf(tx, id))))
  assert.deepEqual(
    held.map(h => h.length),
    ids.map((_, i) => (i < 55 ? 1 : 0)),
  )
  const numbers = held.flat().map(h => h.number)
  assert.equal(new Set(numbers).size, 55)
  assert.deepEqual(
    numbers.toSorted().map(n => n.slice(-5)),
    Array.from({ length: 55 }, (_, i) => String(i + 1).padStart(5, '0')),
  )
  const shown = (await own(ids[0] ?? '')).results[0]
  assert.equal(shown?.certificateNumber, held[0]?.[0]?.number)
})

test('a paper passed in the session before is carried into the next', async () => {
  const id = await person()
  const before = gathered({ [id]: [6400, 3000] })
  await published(before)
  const next = gathered({ [id]: [0, 6000] })
  const resit = {
    ...next,
    seats: next.seats.filter(s => s.paper === 'skill'),
    session: { ...next.session, referenceOn: localDate('2027-04-20') },
  }
  await inTx((tx, ctx) => decideGathered(tx, ctx, resit))
  const kept = (await inTx(tx => listOfPerson(tx, id))).find(d => d.sessionId === next.session.sessionId)
  assert.deepEqual([kept?.state, kept?.theory], ['passed', { kind: 'carried', mark: 6400 }])
})

test('a province sees its own sites; counts and spread follow its scope', async () => {
  const g = gathered({ [await person()]: [6000, 6000], [await person()]: [5999, 7000] })
  await inTx((tx, ctx) => decideGathered(tx, ctx, g))
  const query = { search: '', level: '', state: '' as const, most: 100, skip: 0 }
  const read = async (province: string) => {
    const answer = await inTx(
      (tx, ctx) => listForOfficers(tx, { params: { sessionId: g.session.sessionId }, query }, ctx),
      actorWith('provincial-officer', { kind: 'province', province }),
    )
    assert.ok(answer.ok)
    return answer.value
  }
  const [inside, outside] = [await read('10'), await read('11')]
  assert.deepEqual([inside.total, inside.counts.passed, inside.counts.failed, inside.minima], [2, 1, 1, { theory: 6000, skill: 6000 }])
  assert.deepEqual(inside.spread.theory.map(b => b.count).slice(5, 7), [1, 1])
  assert.deepEqual([outside.total, outside.results.length], [0, 0])
})
