import { type Actor, actorRef } from '../../../../kernel/actor.ts'
import { type Result, ok, refuse, refuseAndKeep } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import { passwordMatches } from '../../../../platform/password.ts'
import { record } from '../../../audit/index.ts'
import { type HallAct, type Keeper, judgeKeepers } from '../../core/hall/duties.ts'
import type { Credentials } from '../../core/hall/inputs.ts'
import { afterWrongTry, mayTry } from '../../core/hall/staff.ts'
import { Duty } from '../../core/site/site-package.ts'
import { type DoneAct, insertAct } from '../../store/hall/acts.ts'
import { type KeptPackage, countStaffTries, currentPackage, findStaff, lockStaff } from '../../store/hall/site.ts'
import { kickPeer } from './peer/link.ts'

/** Who acts in the hall: the person at the console, and the second one where an act needs two. */
export type Keepers = { readonly first: Keeper; readonly second: Keeper | null; readonly kept: KeptPackage }

/** The duties that an actor holds at this site; who holds none there is nobody here. */
export function keeperOf(actor: Actor, siteCode: string): Keeper | null {
  if (actor.kind !== 'person') return null
  const here = actor.grants.filter(grant => grant.scope.kind === 'site' && grant.scope.site === siteCode)
  const duties = here.flatMap(grant => {
    const duty = Duty.safeParse(grant.role)
    return duty.success ? [duty.data] : []
  })
  return duties.length === 0 ? null : { staffId: actor.personId, duties }
}

/** One person acts, in a transaction that is open already. Refusals: `site-empty`, `not-permitted`. */
export async function byOne(tx: Tx, ctx: Ctx, act: HallAct): Promise<Result<Keepers>> {
  const kept = await currentPackage(tx)
  if (!kept) return refuse('site-empty')
  const first = keeperOf(ctx.actor, kept.siteCode)
  if (!first) return refuse('not-permitted')
  const judged = judgeKeepers(act, first, null)
  return judged.ok || judged.refusal.code === 'second-person-needed' ? ok({ first, second: null, kept }) : judged
}

type ByTwo<T> = {
  readonly act: HallAct
  readonly witness: Credentials | null
  readonly run: (tx: Tx, keepers: Keepers) => Promise<Result<T>>
}

/**
 * One or two persons act. The pass phrase of the second is compared before the transaction (hashing takes long), and the person is
 * locked and looked at again within it, so that the act and both names stand together or not at all. Whether a second one is
 * needed is for `run` to ask (`mustBe`). Refusals: `second-person-refused`, `staff-locked` and those of `byOne` and `run`.
 */
export async function byTwo<T>(ctx: Ctx, { act, witness, run }: ByTwo<T>): Promise<Result<T>> {
  const { database } = ctx.ports
  const proof = witness === null ? null : await compare(ctx, witness)
  return database.transact(async tx => {
    const keepers = await byOne(tx, ctx, act)
    if (!keepers.ok) return keepers
    const second = proof === null ? ok(null) : await secondOf(tx, ctx, keepers.value.kept, proof)
    if (!second.ok) return second
    const outcome = await run(tx, { ...keepers.value, second: second.value })
    if (!outcome.ok && !outcome.keep) throw new RolledBack(outcome)
    return outcome
  })
}

type Proof = { readonly staffId: string; readonly verifier: string | null; readonly right: boolean }

async function compare(ctx: Ctx, witness: Credentials): Promise<Proof> {
  const staff = await ctx.ports.database.transact(async tx => {
    const kept = await currentPackage(tx)
    return kept && findStaff(tx, { sitePackageId: kept.sitePackageId, staffId: witness.staffId })
  })
  const verifier = staff?.passVerifier ?? null
  return { staffId: witness.staffId, verifier, right: await passwordMatches(witness.passPhrase, verifier) }
}

async function secondOf(tx: Tx, ctx: Ctx, kept: KeptPackage, proof: Proof): Promise<Result<Keeper>> {
  const staff = await lockStaff(tx, { sitePackageId: kept.sitePackageId, staffId: proof.staffId })
  if (!staff) return refuse('second-person-refused')
  const open = mayTry(staff, ctx.now)
  if (!open.ok) return open
  if (proof.right && staff.passVerifier === proof.verifier) return ok({ staffId: staff.staffId, duties: staff.duties })
  await countStaffTries(tx, staff, afterWrongTry(staff, ctx.now))
  await record(tx, ctx, {
    type: 'second-person-refused',
    subject: { kind: 'hall-staff', id: staff.staffId },
    facts: { tries: staff.failedTries + 1 },
  })
  return refuseAndKeep('second-person-refused')
}

/**
 * Is this the pass phrase of a person who is at the console already? A wrong one counts as a try. Refusals: `staff-locked`,
 * `signing-pass-phrase`.
 */
export async function provePassPhrase(ctx: Ctx, credentials: Credentials): Promise<Result<true>> {
  const proof = await compare(ctx, credentials)
  return ctx.ports.database.transact<Result<true>>(async tx => {
    const kept = await currentPackage(tx)
    const person = kept ? await secondOf(tx, ctx, kept, proof) : refuse('site-empty')
    if (person.ok) return ok(true)
    return person.refusal.code === 'second-person-refused' ? refuseAndKeep('signing-pass-phrase') : person
  })
}

/** Asks whether these persons suffice for the act, with so many minutes at stake. */
export function mustBe(
  act: HallAct,
  { first, second }: Keepers,
  stake?: { readonly minutes: number; readonly threshold: number },
): Result<true> {
  return judgeKeepers(act, first, second, stake)
}

/**
 * Puts an act on record: in the list of the sitting and in the audit log, with both persons. False when the same act was done
 * before; then nothing may be done again.
 */
export async function doOnce(
  tx: Tx,
  ctx: Ctx,
  keepers: Keepers,
  act: Pick<DoneAct, 'sittingId' | 'actId' | 'kind' | 'facts'>,
): Promise<boolean> {
  const witness = keepers.second?.staffId ?? null
  const fresh = await insertAct(tx, { ...act, origin: keepers.kept.sitePackageId, doneBy: actorRef(ctx.actor), witness, doneAt: ctx.now })
  if (!fresh) return false
  kickPeer(tx, ctx.ports.database)
  await record(tx, ctx, {
    type: `hall-${act.kind}`,
    subject: { kind: 'sitting', id: act.sittingId },
    facts: { ...act.facts, act: act.actId, witness },
  })
  return true
}
