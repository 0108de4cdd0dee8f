import { createPublicKey } from 'node:crypto'
import type { Ctx } from '../../../../platform/context.ts'
import { identityText } from '../../../../platform/sealing/derive.ts'
import { recipientOf } from '../../../../platform/sealing/site-keys.ts'

/** The identity that results are sealed to. It follows from the centre's own key, so that there is nothing more to keep. */
export function resultIdentity(ctx: Ctx): string {
  return identityText(Buffer.from(ctx.ports.keys.mac('result-identity', '1'), 'hex'))
}

/** What every roster says of the centre: whom results are sealed to, and the key (Ed25519, hex) under its receipts. */
export async function centreOf(ctx: Ctx): Promise<{ readonly recipient: string; readonly signingKey: string }> {
  const spki = createPublicKey(ctx.ports.keys.publicKey).export({ type: 'spki', format: 'der' })
  return { recipient: await recipientOf(resultIdentity(ctx)), signingKey: spki.subarray(-32).toString('hex') }
}
