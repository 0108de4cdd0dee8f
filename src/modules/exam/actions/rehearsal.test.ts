import type { Actor } from '../../../kernel/actor.ts'
import { birthDateOf, idNumberOf } from '../../../kernel/id-number.ts'
import { type Instant, instantOf } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../platform/db/test-database.ts'
import { newId } from '../../../platform/id.ts'
import { actorWith, testContext, testPorts } from '../../../platform/test-context.ts'
import { registerPerson } from '../../identity/index.ts'
import { enterAuthorisation, enterInstitution, enterRoom } from '../../institution/index.ts'
import { itemFiles } from '../../item-bank/fixtures.ts'
import { loadItems } from '../../item-bank/index.ts'
import { emptyDraft } from '../../registration/contract.ts'
import { closeSession } from './sessions/advance-session.ts'
import { draftSession } from './sessions/draft-session.ts'
import { enterHolidays } from './sessions/enter-holidays.ts'
import { publishSession } from './sessions/publish-session.ts'

/** A season rehearsed in a database of its own: two sites, a bank of items, and a clock that the rehearsal moves. */
export type Rehearsal = {
  readonly db: TestDatabase
  readonly ports: Ports
  at(iso: string): void
  context(actor?: Actor): Ctx
  inTx<T>(body: (tx: Tx, ctx: Ctx) => Promise<T>, actor?: Actor): Promise<T>
  /** A session of December 2026 that closed with so many approved applications; rooms of thirty seats at two sites. */
  closedSession(order?: { readonly people?: number; readonly rooms?: number; readonly nominal?: string }): Promise<string>
}
export const SITES = ['10012003', '20012001'] as const
export const national = actorWith('national-officer')
export const invigilatorAt = (site: string) => actorWith('invigilator', { kind: 'site', site })

/** The value of an outcome that must be ok. */
export function must<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts)}`)
  return outcome.value
}
export const codeOf = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code)

export async function rehearse(): Promise<Rehearsal> {
  const db = await testDatabase()
  let now: Instant = instantOf('2026-11-23T09:00:00+08:00')
  const base = testPorts(db.database)
  const ports: Ports = { ...base, clock: { ...base.clock, now: () => now } }
  const context = (actor: Actor = national) => testContext(ports, actor, now)
  const inTx: Rehearsal['inTx'] = (body, actor) => db.database.transact(tx => body(tx, context(actor)))
  await inTx(loadBank)
  await inTx((tx, ctx) => enterHolidays(tx, ctx, NEXT_YEAR))
  const rehearsal: Rehearsal = {
    db,
    ports,
    context,
    inTx,
    at: iso => void (now = instantOf(iso)),
    closedSession: async ({ people = 20, rooms = 2, nominal = '2026-12' } = {}) => {
      await inTx((tx, ctx) => enterSites(tx, ctx, rooms))
      const order = { scheme: 'demonstration', nominal, levels: ['L4', 'L3'] }
      const session = await inTx(async (tx, ctx) => must(await draftSession(tx, ctx, order)))
      await inTx(async (tx, ctx) => must(await publishSession(tx, ctx, { sessionId: session.id })))
      await inTx((tx, ctx) => approve(tx, ctx, { roundId: session.id, people }))
      rehearsal.at(`${session.day.slice(0, 8)}20T09:00:00+08:00`)
      await inTx(async (tx, ctx) => must(await closeSession(tx, ctx, { sessionId: session.id })))
      return session.id
    },
  }
  return rehearsal
}

/** A made-up notice, so that sessions of the next year have days. */
const NEXT_YEAR = {
  year: 2027,
  whole: true,
  statutory: [{ day: localDate('2027-01-01'), zh: '元旦', en: 'New Year' }],
  makeUpWorkingDays: [],
  ordinary: [],
  notice: '2027年节假日安排（演练）',
}

async function loadBank(tx: Tx, ctx: Ctx): Promise<void> {
  for (const level of ['L4', 'L3']) for (const source of itemFiles(level)) must(await loadItems(tx, ctx, source))
}

async function enterSites(tx: Tx, ctx: Ctx, rooms: number): Promise<void> {
  const span = { from: localDate('2026-01-01'), until: localDate('2027-12-31') }
  for (const [i, code] of SITES.entries()) {
    const entered = await enterInstitution(tx, ctx, { code, name: `示例第${i + 1}鉴定站`, address: `示例市示例路${i + 1}号` })
    if (!entered.ok) continue
    must(await enterAuthorisation(tx, ctx, { institution: code, scopes: ['assessment'], levels: ['L4', 'L3'], ...span }))
    for (let number = 1; number <= rooms; number++) await addRoom(tx, ctx, { site: code, number })
  }
}

/** A certified room of five rows by six at a site. */
export async function addRoom(tx: Tx, ctx: Ctx, { site, number }: { readonly site: string; readonly number: number }): Promise<void> {
  const grid = { rows: 5, columns: 6, uses: ['theory', 'skill'] as const, certifiedUntil: localDate('2027-12-31') }
  must(await enterRoom(tx, ctx, { institution: site, number, name: `第${number}考场`, ...grid }))
}

const APPROVED = JSON.stringify({ kind: 'approved', at: 1, clauseId: 'c' })

/** Approved applications as registration keeps them: two levels and two sites in turn, every tenth with the theory paper carried. */
async function approve(tx: Tx, ctx: Ctx, { roundId, people }: { readonly roundId: string; readonly people: number }): Promise<void> {
  for (let i = 0; i < people; i++) {
    const personId = await enterCandidate(tx, ctx, `${roundId}${i}`)
    const empty = emptyDraft('L4')
    const theory = i % 10 === 9 ? { ...empty.papers.theory, sitting: 'exempt' as const } : empty.papers.theory
    const draft = { ...empty, papers: { ...empty.papers, theory } }
    await tx.query({
      text: `insert into application (person_id, application_id, round_id, applicant_name, level, site_code, province, clause_id, state, state_facts,
        submitted_at, version, draft, started_at, changed_at) values ($1, $2, $3, '', $4, $5, $6, 'c', 'approved', $7, 1, 1, $8, 1, 1)`,
      values: [personId, newId(), roundId, i % 2 === 0 ? 'L4' : 'L3', SITES[i % 4 < 2 ? 0 : 1], '10', APPROVED, JSON.stringify(draft)],
    })
  }
}

let serial = 0
async function enterCandidate(tx: Tx, ctx: Ctx, signInName: string): Promise<string> {
  serial += 1
  const birth = localDate(`19${String(80 + (serial % 20)).padStart(2, '0')}-0${1 + (serial % 9)}-1${serial % 10}`)
  const idNumber = idNumberOf({ area: `1101${String(1 + Math.floor(serial / 1000)).padStart(2, '0')}`, birth, serial: serial % 1000 })
  const person = { name: `考生${serial}`, idKind: 'resident-id' as const, idNumber, sex: 'male' as const, birthDate: birthDateOf(idNumber) }
  const account = { mobile: '13800000000', signInName, passwordHash: null, persona: null, grants: [] }
  return must(await registerPerson(tx, ctx, { ...person, ...account })).personId
}
