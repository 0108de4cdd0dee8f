import { hash } from 'node:crypto'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { record } from '../../../audit/index.ts'
import { writeKeyText } from '../../../delivery/contract.ts'
import { centreKeys, heardCall } from '../../../delivery/index.ts'
import type { fetchOpeningKey, fetchPackage, readCentreCard } from '../../contract.ts'
import { mayFetchKey } from '../../core/sealing/hand-out.ts'
import { sealerKeys } from '../../store/sealing/keepers.ts'
import { markFetched, packageById, type SealedPackage } from '../../store/sealing/packages.ts'
import { findSealing, joinedKey } from '../../store/sealing/sealings.ts'
import { bytesOf, fileNameOf } from './hand-out-packages.ts'
import { spoken } from './opening-key.ts'
import { firstStartOf, sitesOfSession } from './site-facts.ts'

type Called = { readonly body: BodyOf<typeof fetchPackage> }

/** A site fetches its own package. Refusals: those of `heardCall`, `package-not-for-site`, `package-not-sealed`. */
export async function fetchPackageAction(tx: Tx, { body }: Called, ctx: Ctx): Promise<Result<FileReply>> {
  const one = await calledPackage(tx, ctx, body, 'package')
  if (!one.ok) return one
  const bytes = await bytesOf(ctx, one.value)
  if (bytes === null) return refuse('package-not-sealed')
  const { sitePackageId, siteCode, sealingId } = one.value
  await markFetched(tx, 'package', { sitePackageId, now: ctx.now })
  await record(tx, ctx, { type: 'package-fetched', subject: { kind: 'sealing', id: sealingId }, facts: { site: siteCode } })
  return ok({ bytes, mediaType: 'application/octet-stream', fileName: await fileNameOf(tx, one.value) })
}

/** A site fetches the opening key, from half an hour before its first sitting. Refusals: also those of `mayFetchKey`. */
export async function fetchOpeningKeyAction(tx: Tx, { body }: Called, ctx: Ctx): Promise<Result<ReplyOf<typeof fetchOpeningKey>>> {
  const one = await calledPackage(tx, ctx, body, 'opening-key')
  if (!one.ok) return one
  const { sealingId, sitePackageId, siteCode } = one.value
  const sealing = await findSealing(tx, sealingId)
  if (!sealing) throw new Error(`package ${sitePackageId} of no sealing`)
  const own = (await sitesOfSession(tx, sealing.sessionId)).filter(site => site.siteCode === siteCode)
  const { rehearsal, handedOutAt } = sealing
  const may = mayFetchKey({ rehearsal, handedOutAt, firstStart: firstStartOf(own) ?? ctx.now }, ctx.now)
  if (!may.ok) return may
  const kept = await joinedKey(tx, sealingId)
  if (kept === null) return refuse('opening-key-not-joined')
  await markFetched(tx, 'opening-key', { sitePackageId, now: ctx.now })
  await record(tx, ctx, { type: 'opening-key-fetched', subject: { kind: 'sealing', id: sealingId }, facts: { site: siteCode } })
  const { text, lines } = spoken(ctx.ports.keys.open(kept))
  return ok({ text, lines })
}

async function calledPackage(tx: Tx, ctx: Ctx, received: Called['body'], wants: 'package' | 'opening-key'): Promise<Result<SealedPackage>> {
  const heard = await heardCall(tx, ctx, received)
  if (!heard.ok) return heard
  const one = await packageById(tx, received.call.sitePackageId)
  return one && one.siteCode === received.call.siteCode && received.call.wants === wants ? ok(one) : refuse('package-not-for-site')
}

/** Whom a site may believe: sealers, and the key under receipts. */
export async function readCentreCardAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<ReplyOf<typeof readCentreCard>>> {
  const sealers = (await sealerKeys(tx)).map(({ sealerId, personId, name, publicKey }) => ({
    sealerId,
    personRef: personId,
    name,
    publicKey,
  }))
  const { recipient, signingKey } = await centreKeys(ctx.ports.keys)
  const card = { sealers, receiptVerifier: signingKey, resultRecipient: recipient }
  const fingerprint = hash('sha256', `zhiheng centre card 1\n${canonicalJson(card)}`, 'buffer').subarray(0, 16)
  return ok({ ...card, fingerprint: writeKeyText(fingerprint) })
}
