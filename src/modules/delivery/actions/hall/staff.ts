import { hash } from 'node:crypto'
import type { Actor } from '../../../../kernel/actor.ts'
import { type Instant, dayOf, instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse, refuseAndKeep } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { CSRF_COOKIE, SIGN_IN_COOKIE } from '../../../../platform/http/cookies.ts'
import { newToken } from '../../../../platform/id.ts'
import { passwordMatches } from '../../../../platform/password.ts'
import { record } from '../../../audit/index.ts'
import type { Credentials } from '../../core/hall/inputs.ts'
import { type HallStaff, SIGN_IN_HOURS, afterWrongTry, mayTry } from '../../core/hall/staff.ts'
import {
  countStaffTries,
  currentPackage,
  endHallSignIn,
  findStaff,
  insertHallSignIn,
  lockStaff,
  staffOfPackage,
  staffOfSignIn,
} from '../../store/hall/site.ts'

/** The names of everybody on a roster, by staff id: records name people by their id. */
export async function peopleOf(tx: Tx, sitePackageId: string): Promise<Record<string, string>> {
  return Object.fromEntries((await staffOfPackage(tx, sitePackageId)).map(({ staffId, name }) => [staffId, name]))
}

type Person = Pick<HallStaff, 'staffId' | 'name' | 'duties'>

/**
 * Signs hall staff in at a console; the pass phrase is compared outside any transaction, because hashing takes long.
 * Refusals: `site-empty`, `staff-refused`, `staff-locked`.
 */
export async function signInAtHallAction({ body }: { readonly body: Credentials }, ctx: Ctx): Promise<Result<Person>> {
  const { database } = ctx.ports
  const found = await database.transact(async tx => {
    const kept = await currentPackage(tx)
    return kept ? { kept, staff: await findStaff(tx, { sitePackageId: kept.sitePackageId, staffId: body.staffId }) } : null
  })
  if (!found) return refuse('site-empty')
  const right = await passwordMatches(body.passPhrase, found.staff?.passVerifier ?? null)
  const { staff: known } = found
  if (!known) return refuse('staff-refused')
  return database.transact<Result<Person>>(async tx => {
    const staff = (await lockStaff(tx, known)) ?? known
    const open = mayTry(staff, ctx.now)
    if (!open.ok) return open
    if (!right || staff.passVerifier !== known.passVerifier) {
      await countStaffTries(tx, staff, afterWrongTry(staff, ctx.now))
      await record(tx, ctx, {
        type: 'hall-sign-in-refused',
        subject: subjectOf(staff),
        facts: { tries: staff.failedTries + 1, ip: ctx.ip },
      })
      return refuseAndKeep('staff-refused')
    }
    await countStaffTries(tx, staff, { failedTries: 0, lockedUntil: null })
    await openSignIn(tx, ctx, staff)
    return ok({ staffId: staff.staffId, name: staff.name, duties: staff.duties })
  })
}

async function openSignIn(tx: Tx, ctx: Ctx, staff: HallStaff): Promise<void> {
  const token = newToken()
  const seconds = SIGN_IN_HOURS * 3600
  const { sitePackageId, staffId } = staff
  await insertHallSignIn(tx, {
    sitePackageId,
    staffId,
    tokenHash: tokenHash(token),
    now: ctx.now,
    expiresAt: instant(ctx.now + seconds * 1000),
  })
  await record(tx, ctx, { type: 'hall-sign-in-opened', subject: subjectOf(staff), facts: { ip: ctx.ip } })
  ctx.setCookie({ name: SIGN_IN_COOKIE, value: token, maxAgeSeconds: seconds, readable: false })
  ctx.setCookie({ name: CSRF_COOKIE, value: newToken(), maxAgeSeconds: seconds, readable: true })
}

export async function signOutOfHallAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<null>> {
  if (ctx.signInToken !== null) await endHallSignIn(tx, { tokenHash: tokenHash(ctx.signInToken), now: ctx.now })
  ctx.setCookie({ name: SIGN_IN_COOKIE, value: null, maxAgeSeconds: 0, readable: false })
  ctx.setCookie({ name: CSRF_COOKIE, value: null, maxAgeSeconds: 0, readable: true })
  return ok(null)
}

/** The actor behind a console's token: the person with their duties at this site. A replaced roster signs everybody of it out. */
export async function hallActorOf(tx: Tx, token: string, now: Instant): Promise<Actor> {
  const staff = await staffOfSignIn(tx, { tokenHash: tokenHash(token), now })
  const kept = await currentPackage(tx)
  if (!staff || kept?.sitePackageId !== staff.sitePackageId) return { kind: 'public' }
  const scope = { kind: 'site', site: kept.siteCode } as const
  const grants = staff.duties.map(role => ({ role, scope, from: dayOf(now), until: null }))
  return { kind: 'person', personId: staff.staffId, accountId: staff.staffId, name: staff.name, grants }
}

function tokenHash(token: string): string {
  return hash('sha256', token, 'base64url')
}

function subjectOf(staff: HallStaff) {
  return { kind: 'hall-staff', id: staff.staffId }
}
