import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type FieldFault, ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import { grantsOf } from '../../../identity/index.ts'
import type { orderSealing as orderEndpoint, cancelSealing as cancelEndpoint } from '../../contract.ts'
import { type Custodian, judgeCustodians } from '../../core/sealing/ceremony.ts'
import { READINESS_WORDS } from '../../core/sealing/readiness-words.ts'
import { mayOrderSealing } from '../../core/sealing/sealing.ts'
import { custodianKeys } from '../../store/sealing/keepers.ts'
import { insertCustodians, insertSealing, lockSealing, sealingsOfSession, stopSealing } from '../../store/sealing/sealings.ts'
import { lockSession } from '../../store/sessions.ts'
import { validityOf } from './compose-site.ts'
import { readinessOf, type SessionSite, sitesOfSession } from './site-facts.ts'

/** The job that makes the packages of a sealing; its payload is `{ sealingId }`. */
export const SEAL_TASK = 'seal-packages'

type Request = { readonly params: ParamsOf<typeof orderEndpoint>; readonly body: BodyOf<typeof orderEndpoint> }

/**
 * Checks that every site can get its package and that the custodians make a ceremony, and orders the job. Refusals: `session-unknown`,
 * those of `mayOrderSealing` and `judgeCustodians`, `custodian-without-key`, `site-not-ready` with what is missing where.
 */
export async function orderSealingAction(
  tx: Tx,
  { params: { sessionId }, body }: Request,
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof orderEndpoint>>> {
  const session = await lockSession(tx, sessionId)
  if (!session) return refuse('session-unknown')
  const open = mayOrderSealing(session, await sealingsOfSession(tx, sessionId), ctx.now)
  if (!open.ok) return open
  const custodians = await custodiansFor(tx, ctx, body.custodians)
  if (!custodians.ok) return custodians
  const ceremony = judgeCustodians(custodians.value, body.needed)
  if (!ceremony.ok) return ceremony
  const sites = (await sitesOfSession(tx, sessionId)).filter(site => body.sites.includes(site.siteCode))
  const faults = await faultsOf(tx, ctx, sites)
  if (sites.length < new Set(body.sites).size || faults.length > 0) return refuse('site-not-ready', { count: faults.length }, faults)
  const sealingId = newId()
  const { rehearsal, needed } = body
  const order = {
    sealingId,
    sessionId,
    rehearsal,
    needed,
    sites: sites.map(site => site.siteCode),
    runId: newId(),
    total: sites.length,
    orderedBy: personOf(ctx),
    ...validityOf(ctx, sites, rehearsal),
  }
  const number = await insertSealing(tx, order, ctx.now)
  if (number === null) return refuse('changed-meanwhile')
  await insertCustodians(tx, sealingId, custodians.value)
  await ctx.ports.jobs.enqueue(tx, SEAL_TASK, { sealingId }, { key: `${SEAL_TASK}:${sealingId}` })
  const facts = { session: session.code, rehearsal, sites: order.sites, custodians: body.custodians, needed }
  await record(tx, ctx, { type: 'sealing-ordered', subject: { kind: 'sealing', id: sealingId }, facts })
  return ok({ sealingId, number })
}

/** The persons with their grants of today; each has a key that a share can be sealed to. */
async function custodiansFor(tx: Tx, ctx: Ctx, personIds: readonly string[]): Promise<Result<readonly Custodian[]>> {
  const keys = new Map((await custodianKeys(tx)).map(one => [one.personId, one]))
  const grants = await grantsOf(tx, ctx, personIds)
  const custodians: Custodian[] = []
  for (const personId of personIds) {
    const own = keys.get(personId)
    if (!own) return refuse('custodian-without-key')
    custodians.push({ personId, name: own.name, grants: grants.get(personId) ?? [] })
  }
  return ok(custodians)
}

async function faultsOf(tx: Tx, ctx: Ctx, sites: readonly SessionSite[]): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  for (const site of sites)
    for (const finding of (await readinessOf(tx, ctx, site)).findings) {
      const words = READINESS_WORDS[finding.code]
      if (finding.inTheWay) faults.push({ path: site.siteCode, zh: `${site.siteName}：${words.zh}`, en: `${site.siteName}: ${words.en}` })
    }
  return faults
}

/** Sealings are ordered by persons, never by a job. */
export function personOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'person') throw new Error('nobody acts')
  return ctx.actor.personId
}

/** A sealing that nobody has to keep: the run stops, its parts are good for nothing. Refusals: `sealing-unknown`, `sealing-past`. */
export async function cancelSealingAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof cancelEndpoint> },
  ctx: Ctx,
): Promise<Result<null>> {
  const sealing = await lockSealing(tx, params.sealingId)
  if (!sealing) return refuse('sealing-unknown')
  if (!(await stopSealing(tx, { ...params, state: 'cancelled', refusal: null, now: ctx.now }))) return refuse('sealing-past')
  await record(tx, ctx, {
    type: 'sealing-cancelled',
    subject: { kind: 'sealing', id: params.sealingId },
    facts: { number: sealing.number },
  })
  return ok(null)
}
