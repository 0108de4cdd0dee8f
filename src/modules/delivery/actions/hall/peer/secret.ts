import { createHmac } from 'node:crypto'
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
