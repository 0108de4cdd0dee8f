import { hash, timingSafeEqual } from 'node:crypto'
import { type Result, ok, refuse } from '../../../../../kernel/result.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import { record } from '../../../../audit/index.ts'
import {
  NOTHING_SEEN,
  STAMP_HEADER,
  type Seen,
  type Stamp,
  readStamp,
  replyText,
  stampText,
  takeOnce,
} from '../../../core/protocol/pair/stamp.ts'
import { currentPackage } from '../../../store/hall/site.ts'
import { pairMac } from './secret.ts'

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** This run of the server, as far as messages of its peer are concerned. */
export type Doorkeeper = { readonly run: string; seen: Seen; strangerAt: number }
export function openDoorkeeper(run: string): Doorkeeper {
  return { run, seen: NOTHING_SEEN, strangerAt: -Infinity }
}

const STRANGER_EVERY_MS = 60_000

/**
 * Is this a message of the peer, meant for this run, for the first time? Nothing of the payload is read before.
 * Refusals: `peer-refused`, `peer-other-run` (with the run to name), `peer-replayed`.
 */
export async function checkStamp(
  ctx: Ctx,
  keeper: Doorkeeper,
  message: { readonly path: string; readonly payload: string },
): Promise<Result<{ readonly stamp: Stamp; readonly pairKey: string }>> {
  const kept = await ctx.ports.database.transact(currentPackage)
  const told = readStamp(ctx.header(STAMP_HEADER))
  if (!kept || !told) return stranger(ctx, keeper)
  const pairKey = ctx.ports.keys.open(kept.pairKeySealed)
  const expected = pairMac(pairKey, stampText(told.stamp, { method: 'POST', path: message.path, bodySha256: sha256(message.payload) }))
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(told.mac))) return stranger(ctx, keeper)
  if (told.stamp.toRun !== keeper.run) return refuse('peer-other-run', { run: keeper.run })
  const seen = takeOnce(keeper.seen, told.stamp)
  if (!seen) return refuse('peer-replayed')
  keeper.seen = seen
  return ok({ stamp: told.stamp, pairKey })
}

/** Somebody knocks who is not the peer: refused, and on record at most once a minute. */
async function stranger(ctx: Ctx, keeper: Doorkeeper): Promise<Result<never>> {
  const now = performance.now()
  if (now - keeper.strangerAt > STRANGER_EVERY_MS) {
    keeper.strangerAt = now
    ctx.ports.log.warn({ ip: ctx.ip }, 'a message to the peer exchange without the right key')
    await ctx.ports.database.transact(tx =>
      record(tx, ctx, { type: 'peer-refused', subject: { kind: 'server', id: keeper.run }, facts: { ip: ctx.ip } }),
    )
  }
  return refuse('peer-refused')
}

/** The reply to a message, which only the holder of the pair key can have written. */
export function sealReply(pairKey: string, stamp: Stamp, value: unknown): { readonly payload: string; readonly mac: string } {
  const payload = JSON.stringify(value)
  return { payload, mac: pairMac(pairKey, replyText(stamp, sha256(payload))) }
}

export function isOwnReply(pairKey: string, stamp: Stamp, reply: { readonly payload: string; readonly mac: string }): boolean {
  const expected = pairMac(pairKey, replyText(stamp, sha256(reply.payload)))
  return expected.length === reply.mac.length && timingSafeEqual(Buffer.from(expected), Buffer.from(reply.mac))
}
