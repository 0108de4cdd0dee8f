import { actorRef } from '../../../../kernel/actor.ts'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import type { confirmDrillStep } from '../../contract.ts'
import { type StepRecord, allSteps, joinValues, maySkip, stepOf } from '../../core/drill/drill-steps.ts'
import type { DrillStep } from '../../core/drill/script.ts'
import { newestDrill, putStep, stepsOfDrill } from '../../store/hall/drill.ts'
import { type Keepers, byTwo, mustBe } from '../hall/keepers.ts'
import { linkOf } from '../hall/peer/link.ts'
import type { SitePlace } from '../site/place.ts'
import { measureStep, watchPeer } from './measure.ts'
import { viewDrill } from './run-drill.ts'
import { standingOf } from './standing.ts'

type Request = { readonly params: { readonly step: string }; readonly body: BodyOf<typeof confirmDrillStep> }
type Reply = Promise<Result<ReplyOf<typeof confirmDrillStep>>>

/**
 * Begins, confirms or leaves out one step of the drill. What the server measures counts by what it saw itself; what people measure they
 * enter; a step done again replaces what was there. Refusals: `drill-not-begun`, `drill-step-unknown`, those of `maySkip`, `measureStep`,
 * `joinValues` and of the keepers.
 */
export function confirmDrillStepAction(place: SitePlace) {
  return async ({ params, body }: Request, ctx: Ctx): Reply =>
    byTwo<ReplyOf<typeof confirmDrillStep>>(ctx, {
      act: 'drill-step',
      witness: body.witness,
      run: async (tx, keepers) => {
        const { kept } = keepers
        const step = stepOf(params.step)
        if (!step) return refuse('drill-step-unknown')
        const permitted = mustBe(step.byTwo && body.act !== 'begin' ? 'drill-step-by-two' : 'drill-step', keepers)
        if (!permitted.ok) return permitted
        const drill = await newestDrill(tx, kept.sitePackageId)
        if (!drill) return refuse('drill-not-begun')
        const key = { sitePackageId: kept.sitePackageId, drillId: drill.drillId }
        const known = allSteps(await stepsOfDrill(tx, key)).find(one => one.stepId === step.stepId)
        const next = known ? await nextRecord(tx, ctx, { keepers, step, known, body, place }) : refuse('drill-step-unknown')
        if (!next.ok) return next
        await putStep(tx, key, next.value)
        await record(tx, ctx, {
          type: `drill-step-${body.act}`,
          subject: { kind: 'site-package', id: kept.sitePackageId },
          facts: {
            drill: drill.drillId,
            step: step.stepId,
            witness: next.value.witness,
            values: next.value.values.map(one => `${one.measureId}: ${one.value}`),
          },
        })
        return ok(await viewDrill(tx, ctx, kept))
      },
    })
}

type Doing = {
  readonly keepers: Keepers
  readonly step: DrillStep
  readonly known: StepRecord
  readonly body: Request['body']
  readonly place: SitePlace
}

async function nextRecord(tx: Tx, ctx: Ctx, { keepers, step, known, body, place }: Doing): Promise<Result<StepRecord>> {
  const { database } = ctx.ports
  const done = { doneBy: actorRef(ctx.actor), witness: keepers.second?.staffId ?? null, doneAt: ctx.now, note: body.note }
  if (body.act === 'begin') {
    // the load simulation is begun where the drill is
    if (step.stepId === 'load') return refuse('drill-step-not-begun')
    if (step.stepId === 'server-swap') watchPeer(database)
    return ok({ ...known, state: 'running', beganAt: ctx.now, values: [], note: '', doneBy: null, witness: null, doneAt: null })
  }
  if (body.act === 'skip') {
    const allowed = maySkip(step.stepId, { hasPeer: linkOf(database) !== undefined, mayBeAlone: standingOf(database)?.mayBeAlone ?? false })
    return allowed.ok ? ok({ ...known, ...done, state: 'skipped', values: [], note: body.note || '无第二台服务器' }) : allowed
  }
  const { sitePackageId } = keepers.kept
  const taken = await measureStep(tx, { ctx, sitePackageId, step: known, spokenKey: body.spokenKey, place })
  const values = taken.ok ? joinValues(step, taken.value, body.values) : taken
  return values.ok ? ok({ ...known, ...done, state: 'confirmed', values: values.value }) : values
}
