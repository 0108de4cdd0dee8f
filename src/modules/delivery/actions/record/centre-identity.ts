import { recipientOf } from '../../../../platform/sealing/site-keys.ts'
import { identityText } from '../../../../platform/sealing/derive.ts'
import { publicKeyOf } from '../../../../platform/sealing/signing-keys.ts'
import type { Keys } from '../../../../platform/keys.ts'
import type { CentreKeys } from '../../core/site/site-package.ts'

/** The age identity that opens results at the centre: it follows from the master key, so that there is no file more to guard or to lose. */
export function centreIdentity(keys: Pick<Keys, 'mac'>): string {
  return identityText(Buffer.from(keys.mac('delivery-result-identity', 'v1'), 'hex'))
}

/** What a roster says of the centre: whom results are sealed for, and whose signature a receipt carries. */
export async function centreKeys(keys: Pick<Keys, 'mac' | 'publicKey'>): Promise<CentreKeys> {
  return { recipient: await recipientOf(centreIdentity(keys)), signingKey: publicKeyOf(keys.publicKey) }
}
