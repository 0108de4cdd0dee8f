import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sha256Hex } from '../../../../platform/sealing/derive.ts'
import { joinShares } from '../../../../platform/sealing/key-shares.ts'
import { record } from '../../../audit/index.ts'
import { readingAid, sayKeyText, writeKeyText } from '../../../delivery/contract.ts'
import type { joinOpeningKey, readOpeningKey } from '../../contract.ts'
import { mayJoinKey, readShares } from '../../core/sealing/hand-out.ts'
import { custodiansOf, joinedKey, keepJoinedKey, type KeptSealing, lockSealing } from '../../store/sealing/sealings.ts'
import { personOf } from './order-sealing.ts'
import { firstStartOf, sitesOfSession } from './site-facts.ts'

type Join = { readonly params: ParamsOf<typeof joinOpeningKey>; readonly body: BodyOf<typeof joinOpeningKey> }
type Spoken = ReplyOf<typeof readOpeningKey>

/**
 * Custodians join the key. Every try is on record, also a refused one. What comes out is held against the hash in the manifests before
 * it is shown. Refusals: `sealing-unknown`, `sealing-not-sealed`, `share-…` with the place, `shares-too-few`, `shares-do-not-join`.
 */
export async function joinOpeningKeyAction(tx: Tx, { params: { sealingId }, body }: Join, ctx: Ctx): Promise<Result<Spoken>> {
  const sealing = await lockSealing(tx, sealingId)
  if (!sealing) return refuse('sealing-unknown')
  if (sealing.state !== 'sealed') return refuse('sealing-not-sealed')
  const joined = await join(tx, ctx, sealing, body.shares)
  const subject = { kind: 'sealing', id: sealingId }
  if (!joined.ok) {
    await record(tx, ctx, { type: 'opening-key-refused', subject, facts: { why: joined.refusal.code, shares: body.shares.length } })
    return { ...joined, keep: true }
  }
  const { text, places } = joined.value
  const kept = { sealingId, by: personOf(ctx), keySealed: ctx.ports.keys.seal(text), now: ctx.now }
  const first = await keepJoinedKey(tx, kept)
  await record(tx, ctx, { type: 'opening-key-joined', subject, facts: { custodians: places.map(String), first } })
  return ok(spoken(text))
}

async function join(
  tx: Tx,
  ctx: Ctx,
  sealing: KeptSealing,
  texts: readonly string[],
): Promise<Result<{ readonly text: string; readonly places: readonly number[] }>> {
  const firstStart = firstStartOf(await sitesOfSession(tx, sealing.sessionId)) ?? ctx.now
  const time = mayJoinKey({ rehearsal: sealing.rehearsal, firstStart }, ctx.now)
  if (!time.ok) return time
  const known = (await custodiansOf(tx, sealing.sealingId)).flatMap(({ place, name, shareSha256 }) =>
    shareSha256 === null ? [] : [{ place, name, sha256: shareSha256 }],
  )
  const read = readShares(texts, known, sha256Hex)
  if (!read.ok) return read
  const openingKey = await joinShares(read.value.shares)
  if (sha256Hex(openingKey) !== sealing.openingKeySha256) return refuse('shares-do-not-join')
  return ok({ text: writeKeyText(openingKey), places: read.value.places })
}

/** Shows a key that was joined, again; who read it is on record. Refusals: `sealing-unknown`, `opening-key-not-joined`. */
export async function readOpeningKeyAction(
  tx: Tx,
  { params: { sealingId } }: { readonly params: ParamsOf<typeof readOpeningKey> },
  ctx: Ctx,
): Promise<Result<Spoken>> {
  const sealing = await lockSealing(tx, sealingId)
  if (!sealing) return refuse('sealing-unknown')
  const kept = await joinedKey(tx, sealingId)
  if (kept === null) return refuse('opening-key-not-joined')
  await record(tx, ctx, { type: 'opening-key-read', subject: { kind: 'sealing', id: sealingId }, facts: {} })
  return ok(spoken(ctx.ports.keys.open(kept)))
}

/** A key text with the lines to read it aloud. */
export function spoken(text: string): Spoken {
  return { text, lines: sayKeyText(text), aid: readingAid() }
}
