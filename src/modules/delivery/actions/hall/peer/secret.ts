import { createHmac } from 'node:crypto'
import { openWith, sealWith } from '../../../../../platform/keys.ts'
import { hkdfSha256 } from '../../../../../platform/sealing/derive.ts'
import type { Ctx } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import { sealedPairKey } from '../../../store/hall/peer/self.ts'

/**
 * A MAC that both servers of a site compute alike, so that an entry code or the key of a machine's log from one holds at the other.
 * Where no site keeps the sitting it is made with the keys of this server.
 */
export async function hallMac(
  tx: Tx,
  ctx: Ctx,
  { sittingId, purpose, text }: { readonly sittingId: string; readonly purpose: string; readonly text: string },
): Promise<string> {
  const sealed = await sealedPairKey(tx, sittingId)
  return sealed === undefined ? ctx.ports.keys.mac(purpose, text) : pairMac(ctx.ports.keys.open(sealed), `${purpose}\n${text}`)
}

/** HMAC-SHA-256 under the pair key of the roster (64 hex digits); hex. */
export function pairMac(pairKey: string, text: string): string {
  return createHmac('sha256', Buffer.from(pairKey, 'hex')).update(text).digest('hex')
}

export const SEB_PURPOSE = 'seb'

/** Seals a text so that only the other server of the site opens it (AES-256-GCM under a key that follows from the pair key). */
export function sealForPeer(pairKey: string, purpose: string, text: string): string {
  return sealWith(sealingKey(pairKey, purpose), Buffer.from(text)).toString('base64url')
}

/** Throws for anything that was not sealed with this pair key for this purpose. */
export function openFromPeer(pairKey: string, purpose: string, sealed: string): string {
  return openWith(sealingKey(pairKey, purpose), Buffer.from(sealed, 'base64url')).toString()
}

function sealingKey(pairKey: string, purpose: string): Buffer {
  return hkdfSha256(Buffer.from(pairKey, 'hex'), { salt: Buffer.alloc(0), info: Buffer.from(`zhiheng/pair/${purpose}`), length: 32 })
}
