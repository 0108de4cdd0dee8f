import { ok, refuse, type Refusal, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import { type ArrangementPhase, mayArrange } from '../../core/arrangement/arrangement.ts'
import { endArrangement, findArrangement, moveArrangement, startArrangement } from '../../store/arrangements.ts'
import { deleteSeats, seatsOfSession } from '../../store/seats.ts'
import { type KeptSession, lockSession, setArranged } from '../../store/sessions.ts'
import { deleteSittings, formsOfSession, insertSitting, keepSiteNumber, type Sitting, sittingsOfSession } from '../../store/sittings.ts'
import { deleteTickets } from '../../store/tickets.ts'
import { type LoadedPlan, loadPlan } from './load-plan.ts'
import { formsNeeded, prepareForm } from './prepare-forms.ts'
import { type SeatTask, type TicketTask, writeSeats, writeTickets } from './write-seats.ts'

export type Arranged = { readonly seats: number; readonly tickets: number; readonly sittings: number }
type Run = { readonly session: KeptSession; readonly plan: LoadedPlan; readonly runId: string; readonly sittings: readonly Sitting[] }

/** A seat with its attempt and the audit entry writes about five rows; a transaction holds fewer than 1,000 (rule R10). */
const SEATS_A_TRANSACTION = 150
const TICKETS_A_TRANSACTION = 300

/**
 * Allocates the seats of a closed session (编场) in transactions of its own: sittings, forms, seats with their attempts, tickets.
 * Nothing of it is visible before the last of them; a run cut off is taken up by the next, and the same facts give the same
 * seats. An arranged session is left as it is. Refuses as the plan does (`no-seat-left` …), as the assembly does
 * (`bank-too-small` …), `session-not-closed`, `arrangement-running`, and `arrangement-not-running` once it is cancelled.
 */
export async function arrangeSession(ctx: Ctx, { sessionId }: { readonly sessionId: string }): Promise<Result<Arranged>> {
  const begun = await transact(ctx, tx => begin(tx, ctx, sessionId))
  if (!begun.ok) return begun
  const run = begun.value
  if ('seats' in run) return ok(run)
  const outcome = await perform(ctx, run)
  if (!outcome.ok) await fail(ctx, run, outcome.refusal)
  return outcome
}

/** Checks, plans, and writes the sittings; of an arranged session only the figures. */
async function begin(tx: Tx, ctx: Ctx, sessionId: string): Promise<Result<Run | Arranged>> {
  const session = await lockSession(tx, sessionId)
  if (!session) return refuse('session-unknown')
  if (session.arrangedAt !== null) return ok(await standingCounts(tx, sessionId))
  const current = await findArrangement(tx, sessionId)
  const open = mayArrange(session, current, ctx.ports.clock.now())
  if (!open.ok) return open
  const plan = await loadPlan(tx, session)
  if (!plan.ok) return plan
  if (current && current.fingerprint !== plan.value.fingerprint) await clear(tx, sessionId)
  const runId = newId()
  const total = formsNeeded(plan.value.plans).length + seatTotal(plan.value) + plan.value.tickets.size
  await startArrangement(tx, { sessionId, runId, fingerprint: plan.value.fingerprint, total, now: ctx.ports.clock.now() })
  return ok({ session, plan: plan.value, runId, sittings: await writeSittings(tx, session, plan.value) })
}

async function standingCounts(tx: Tx, sessionId: string): Promise<Arranged> {
  const seats = await seatsOfSession(tx, sessionId)
  const sittings = new Set(seats.map(s => s.sittingId)).size
  return { seats: seats.length, tickets: new Set(seats.map(s => s.personId)).size, sittings }
}

async function perform(ctx: Ctx, run: Run): Promise<Result<Arranged>> {
  const needs = formsNeeded(run.plan.plans)
  let done = 0
  const step = async (phase: ArrangementPhase, count: number, work: (tx: Tx) => Promise<Result<unknown>>): Promise<Result<unknown>> => {
    const outcome = await transact(ctx, async tx => {
      const worked = await work(tx)
      if (!worked.ok) return worked
      const alive = await moveArrangement(tx, {
        sessionId: run.session.id,
        runId: run.runId,
        phase,
        done: done + count,
        now: ctx.ports.clock.now(),
      })
      return alive ? worked : refuse('arrangement-not-running')
    })
    if (outcome.ok) done += count
    return outcome
  }
  for (const need of needs) {
    const made = await step('forms', 1, tx => prepareForm(tx, ctx, run.session, need))
    if (!made.ok) return made
  }
  const forms = await ctx.ports.database.transact(tx => formsOfSession(tx, run.session.id))
  for (const chunk of chunks(seatTasks(run), SEATS_A_TRANSACTION)) {
    const written = await step('seats', chunk.length, async tx => ok(await writeSeats(tx, ctx, chunk, forms)))
    if (!written.ok) return written
  }
  for (const chunk of chunks(ticketTasks(run), TICKETS_A_TRANSACTION)) {
    const written = await step('tickets', chunk.length, async tx => ok(await writeTickets(tx, ctx.now, chunk)))
    if (!written.ok) return written
  }
  return transact(ctx, tx => finish(tx, ctx, run))
}

async function finish(tx: Tx, ctx: Ctx, run: Run): Promise<Result<Arranged>> {
  const { id: sessionId, code } = run.session
  const ended = await endArrangement(tx, { sessionId, runId: run.runId, state: 'done', refusal: null, now: ctx.ports.clock.now() })
  if (!ended) return refuse('arrangement-not-running')
  await setArranged(tx, sessionId, ctx.now)
  const counts = countsOf(run)
  const facts = { code, ...counts, fingerprint: run.plan.fingerprint }
  await record(tx, ctx, { type: 'session-arranged', subject: { kind: 'session', id: sessionId }, facts })
  return ok(counts)
}

async function fail(ctx: Ctx, run: Run, refusal: Refusal): Promise<void> {
  const end = { sessionId: run.session.id, runId: run.runId, state: 'failed' as const, refusal, now: ctx.ports.clock.now() }
  await ctx.ports.database.transact(tx => endArrangement(tx, end))
}

/** A refusal rolls its transaction back. */
function transact<T>(ctx: Ctx, body: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  return ctx.ports.database.transact(async tx => {
    const outcome = await body(tx)
    if (!outcome.ok) throw new RolledBack(outcome)
    return outcome
  })
}

/** Takes back what an earlier run wrote for another plan; none of it was ever visible. */
async function clear(tx: Tx, sessionId: string): Promise<void> {
  for (const sitting of await sittingsOfSession(tx, sessionId)) await deleteSeats(tx, sitting.sittingId)
  await deleteTickets(tx, sessionId)
  await deleteSittings(tx, sessionId)
}

async function writeSittings(tx: Tx, session: KeptSession, plan: LoadedPlan): Promise<Sitting[]> {
  for (const { siteCode, level, paper, startsAt, endsAt, minutes, rooms } of plan.plans) {
    const siteName = plan.siteNames.get(siteCode) ?? siteCode
    await insertSitting(tx, {
      sittingId: newId(),
      sessionId: session.id,
      siteCode,
      siteName,
      level,
      paper,
      startsAt,
      endsAt,
      minutes,
      rooms,
    })
  }
  for (const site of plan.sites) await keepSiteNumber(tx, session.id, { ...site, spareGiven: spareGiven(plan, site.siteCode) })
  return sittingsOfSession(tx, session.id)
}

/** How many of a site's candidates have no theory seat and so a number outside its rooms. */
function spareGiven({ plans }: LoadedPlan, siteCode: string): number {
  const own = plans.filter(p => p.siteCode === siteCode)
  const theory = new Set(own.filter(p => p.paper === 'theory').flatMap(p => p.places.map(place => place.candidateId)))
  return own.flatMap(p => p.places).filter(place => !theory.has(place.candidateId)).length
}

function sittingFor(run: Run, plan: LoadedPlan['plans'][number]): Sitting {
  const found = run.sittings.find(s => s.siteCode === plan.siteCode && s.level === plan.level && s.paper === plan.paper)
  if (!found) throw new Error(`no sitting for ${plan.key}`)
  return found
}

function seatTasks(run: Run): SeatTask[] {
  return run.plan.plans.flatMap(plan => {
    const sitting = sittingFor(run, plan)
    return plan.places.map(place => ({ sitting, place, ticketNumber: run.plan.tickets.get(place.candidateId) ?? '' }))
  })
}

function ticketTasks(run: Run): TicketTask[] {
  const byApplication = Map.groupBy(seatTasks(run), task => task.place.candidateId)
  return [...byApplication.values()].flatMap(tasks => {
    const [first] = tasks
    if (!first) return []
    const { place, ticketNumber } = first
    const sittings = tasks.toSorted((a, b) => a.sitting.startsAt - b.sitting.startsAt).map(t => t.sitting.sittingId)
    return [{ applicant: place.applicant, ticketNumber, sittings, sessionId: run.session.id }]
  })
}

function seatTotal({ plans }: LoadedPlan): number {
  return plans.reduce((sum, p) => sum + p.places.length, 0)
}

function countsOf({ plan, sittings }: Run): Arranged {
  return { seats: seatTotal(plan), tickets: plan.tickets.size, sittings: sittings.length }
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}
