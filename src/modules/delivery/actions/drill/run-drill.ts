import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx, Ports } from '../../../../platform/context.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { readDrill, runDrill } from '../../contract.ts'
import { type StepRecord, allSteps, maySkip, openFaults, stepFaults, stepOf } from '../../core/drill/drill-steps.ts'
import { type KeptDrill, insertDrill, newestDrill, putStep, stepsOfDrill } from '../../store/hall/drill.ts'
import { candidatesOfSitting, seatsOfSitting, sittingsOfPackage } from '../../store/hall/hall.ts'
import type { KeptPackage } from '../../store/hall/site.ts'
import { byOne } from '../hall/keepers.ts'
import { peopleOf } from '../hall/staff.ts'
import { linkOf } from '../hall/peer/link.ts'
import { type LoadOrder, simulateLoad } from './load.ts'
import { standingOf } from './standing.ts'

type DrillReply = ReplyOf<typeof readDrill>
const loads = new WeakMap<Database, Promise<void>>()

/**
 * Begins a drill with the rehearsal that is open here, or goes on with the one that was begun, and starts what the server does by itself:
 * the load simulation, which runs on while people do the other steps.
 * Refusals: `drill-needs-rehearsal`, `drill-load-running`, those of the keepers.
 */
export async function runDrillAction({ body }: { readonly body: BodyOf<typeof runDrill> }, ctx: Ctx): Promise<Result<DrillReply>> {
  const { database } = ctx.ports
  if (loads.has(database)) return refuse('drill-load-running')
  // taken before anything is waited for: of two clicks one begins
  const over = Promise.withResolvers<void>()
  loads.set(database, over.promise)
  const leave = () => {
    loads.delete(database)
    over.resolve()
  }
  const begun = await beginDrill(body, ctx).catch((error: unknown) => {
    leave()
    throw error
  })
  if (!begun.ok) {
    leave()
    return begun
  }
  const { kept, drill, order } = begun.value
  void runLoad(ctx.ports, { sitePackageId: kept.sitePackageId, drillId: drill.drillId }, order).finally(leave)
  return ok(await database.transact(tx => viewDrill(tx, ctx, kept)))
}

function beginDrill(body: BodyOf<typeof runDrill>, ctx: Ctx): Promise<Result<Begun>> {
  const { database } = ctx.ports
  const standing = standingOf(database)
  return database.transact<Result<Begun>>(async tx => {
    const keepers = await byOne(tx, ctx, 'drill')
    if (!keepers.ok) return keepers
    const { kept } = keepers.value
    if (!standing || !kept.rehearsal || kept.papersOpenedAt === null) return refuse('drill-needs-rehearsal')
    const drill = await drillFor(tx, ctx, { kept, fresh: body.fresh })
    const order = await loadOrder(tx, kept, body.seconds)
    await putStep(tx, { ...drill, sitePackageId: kept.sitePackageId }, running(ctx))
    return ok({ kept, drill, order })
  })
}

type Begun = { readonly kept: KeptPackage; readonly drill: KeptDrill; readonly order: LoadOrder }

/** Resolves when the load simulation of this server is over; at once when none runs. */
export function loadOver(database: Database): Promise<void> {
  return loads.get(database) ?? Promise.resolve()
}

async function drillFor(tx: Tx, ctx: Ctx, { kept, fresh }: { readonly kept: KeptPackage; readonly fresh: boolean }): Promise<KeptDrill> {
  const known = await newestDrill(tx, kept.sitePackageId)
  if (known && !fresh) return known
  const drill = { drillId: newId(), startedAt: ctx.now, startedBy: actorRef(ctx.actor) }
  await insertDrill(tx, { sitePackageId: kept.sitePackageId, drillId: drill.drillId, now: ctx.now, by: drill.startedBy })
  await record(tx, ctx, { type: 'drill-begun', subject: { kind: 'site-package', id: kept.sitePackageId }, facts: { drill: drill.drillId } })
  return drill
}

/** Every usual seat of the largest sitting, with a paper of the rehearsal. */
async function loadOrder(tx: Tx, kept: KeptPackage, seconds: number): Promise<LoadOrder> {
  const sittings = await sittingsOfPackage(tx, kept.sitePackageId)
  const seats = []
  for (const { sittingId } of sittings) seats.push((await seatsOfSitting(tx, sittingId)).filter(seat => !seat.spare).length)
  const [candidate] = sittings[0] ? await candidatesOfSitting(tx, sittings[0].sittingId) : []
  if (!candidate) throw new Error('a rehearsal without candidates')
  return { packageId: candidate.packageId, seats: Math.max(...seats), seconds }
}

function running(ctx: Ctx): StepRecord {
  return { stepId: 'load', state: 'running', beganAt: ctx.now, values: [], note: '', doneBy: null, witness: null, doneAt: null }
}

async function runLoad(ports: Ports, key: { readonly sitePackageId: string; readonly drillId: string }, order: LoadOrder): Promise<void> {
  const beganAt = ports.clock.now()
  const standing = standingOf(ports.database)
  if (!standing) return
  const outcome = await simulateLoad(ports, standing, order).then(
    values => ({ state: 'measured' as const, values, note: '' }),
    (error: unknown) => {
      ports.log.error({ err: error as Error }, 'the load simulation broke off')
      return { state: 'open' as const, values: [], note: '负载模拟中断，请重新开始。' }
    },
  )
  const step = { stepId: 'load', beganAt, doneBy: null, witness: null, doneAt: null, ...outcome }
  await ports.database
    .transact(tx => putStep(tx, key, step))
    .catch((error: unknown) => ports.log.error({ err: error as Error }, 'the figures of the load simulation could not be kept'))
}

/** How the drill stands. Refusals: those of the keepers. */
export async function readDrillAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<DrillReply>> {
  const keepers = await byOne(tx, ctx, 'watch')
  return keepers.ok ? ok(await viewDrill(tx, ctx, keepers.value.kept)) : keepers
}

export async function viewDrill(tx: Tx, ctx: Ctx, kept: KeptPackage): Promise<DrillReply> {
  const { database } = ctx.ports
  const drill = await newestDrill(tx, kept.sitePackageId)
  const records = drill ? await stepsOfDrill(tx, { sitePackageId: kept.sitePackageId, drillId: drill.drillId }) : []
  const site = { hasPeer: linkOf(database) !== undefined, mayBeAlone: standingOf(database)?.mayBeAlone ?? false }
  return {
    rehearsal: kept.rehearsal && kept.papersOpenedAt !== null,
    drill: drill ? { drillId: drill.drillId, startedAt: drill.startedAt, startedBy: drill.startedBy } : null,
    steps: allSteps(records).map(step => {
      const { name, task, byTwo, measures } = stepOf(step.stepId) ?? unknownStep(step.stepId)
      // a server that was stopped amidst of it measures nothing any more
      const state = step.stepId === 'load' && step.state === 'running' && !loads.has(database) ? 'open' : step.state
      return {
        ...step,
        values: [...step.values],
        state,
        name,
        task,
        byTwo,
        measures: [...measures],
        maySkip: maySkip(step.stepId, site).ok,
        faults: stepFaults(step),
      }
    }),
    faults: openFaults(records),
    people: await peopleOf(tx, kept.sitePackageId),
  }
}

function unknownStep(stepId: string): never {
  throw new Error(`the script has no step ${stepId}`)
}
