import { timingSafeEqual } from 'node:crypto'
import { type Result, ok, refuse, refuseAndKeep } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import { type Attempt, hasEnded } from '../../core/attempt/attempt.ts'
import { BROUGHT_HEADER, BROWSER_KEY_HEADER, CONFIG_KEY_HEADER, headerHash, parseBrought } from '../../core/seb/brought.ts'
import { type SebHashes, type SebProof, type SebTools, type SebVerdict, judgeRequest } from '../../core/seb/check.ts'
import { askedAddress } from '../../core/seb/config-key.ts'
import { type LockCause, consequenceOf } from '../../core/seb/lock.ts'
import { lockAttempt } from '../../store/attempts.ts'
import { insertIncident } from '../../store/incidents.ts'
import { findNonce, insertLock, openLockOf } from '../../store/seb/seb.ts'
import { kickPeer } from '../hall/peer/link.ts'
import { examClient } from '../open-next-epoch.ts'
import { overOrigins, sebSittingOf, sha256 } from './seb-sitting.ts'
import { mayGoWithoutSeb } from './without-seb.ts'

type Holder = { readonly attempt: Attempt; readonly epoch: number }

export const sebTools: SebTools = {
  sha256,
  same: (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b)),
}
const NO_HASHES: SebHashes = { configKey: null, browserExamKey: null }

/** What the browser itself put into the request. */
export function headerHashes(ctx: Ctx): SebHashes {
  return { configKey: headerHash(ctx.header(CONFIG_KEY_HEADER)), browserExamKey: headerHash(ctx.header(BROWSER_KEY_HEADER)) }
}

/** The path of the page that a nonce belongs to. */
export function pagePath(attemptId: string, nonce: string): string {
  return `/sit/${attemptId}/${nonce}`
}

/**
 * Does the request come from the browser that was verified? Asked with every request that reads the paper or writes. An attempt that does
 * not require Safe Exam Browser, or is over, passes. Refusals: `locked-integrity`, `seb-not-prepared`, and `seb-` with the verdict.
 */
export async function guardSeb(tx: Tx, ctx: Ctx, { attempt, epoch }: Holder): Promise<Result<true>> {
  if (attempt.rules.seb === 'off' || hasEnded(attempt)) return ok(true)
  if ((await openLockOf(tx, attempt)) !== undefined) return refuse('locked-integrity')
  const expected = await sebSittingOf(tx, ctx, attempt.sittingId)
  if (expected === undefined) return (await mayGoWithoutSeb(tx, attempt)) ? ok(true) : refuse('seb-not-prepared')
  const brought = parseBrought(ctx.header(BROUGHT_HEADER))
  const proof = brought && (await proofOf(tx, attempt, brought.nonce))
  const verdict = overOrigins(expected, origin => {
    const pageAddress = askedAddress(origin, pagePath(attempt.attemptId, brought?.nonce ?? ''))
    const asked = { epoch, ip: ctx.ip, address: askedAddress(origin, ctx.target), header: headerHashes(ctx) }
    return judgeRequest(expected, proof && { ...proof, pageAddress }, { ...asked, script: brought?.hashes ?? NO_HASHES }, sebTools)
  })
  if (verdict !== 'verified' && (await mayGoWithoutSeb(tx, attempt))) return ok(true)
  return concludeSeb(tx, ctx, { attempt, epoch }, verdict)
}

async function proofOf(tx: Tx, attempt: Attempt, nonce: string): Promise<Omit<SebProof, 'pageAddress'> | undefined> {
  const found = await findNonce(tx, { ...attempt, nonceHash: sha256(nonce) })
  return found === undefined || found.via === null ? undefined : { epoch: found.epoch, ip: found.ip, via: found.via }
}

/** Draws the consequence of a check. A fenced machine is only refused: it must not be able to stop the one that goes on. */
export async function concludeSeb(tx: Tx, ctx: Ctx, { attempt, epoch }: Holder, verdict: SebVerdict): Promise<Result<true>> {
  const consequence = consequenceOf(verdict, attempt.state)
  if (consequence === 'go-on') return ok(true)
  if (consequence === 'refuse' || epoch < attempt.epoch) return refuseAndKeep(`seb-${verdict}`)
  await lockIntegrity(tx, ctx, { attempt, epoch }, verdict as LockCause)
  return refuseAndKeep('locked-integrity')
}

async function lockIntegrity(tx: Tx, ctx: Ctx, { attempt, epoch }: Holder, cause: LockCause): Promise<void> {
  const { sittingId, attemptId } = attempt
  // the row of the attempt is the mutex: two requests in one moment make one lock
  await lockAttempt(tx, attempt)
  kickPeer(tx, ctx.ports.database)
  if ((await openLockOf(tx, attempt)) !== undefined) return
  const facts = { epoch, cause, ip: ctx.ip }
  await insertLock(tx, { sittingId, attemptId, id: newId(), epoch, cause, ip: ctx.ip, now: ctx.now })
  await insertIncident(tx, {
    sittingId,
    attemptId,
    id: newId(),
    kind: 'integrity-lock',
    note: '',
    facts,
    recordedBy: 'system:exam-client',
    recordedAt: ctx.now,
  })
  await record(
    tx,
    { ...ctx, actor: examClient(attemptId) },
    { type: 'integrity-locked', subject: { kind: 'attempt', id: attemptId }, facts: { sitting: sittingId, ...facts } },
  )
}
