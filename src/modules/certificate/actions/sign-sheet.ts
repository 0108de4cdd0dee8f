import type { Keys } from '../../../platform/keys.ts'
import type { Certificate } from '../core/certificate.ts'
import { signingText, verificationCode, verificationPayload } from '../core/look-up/verification-code.ts'
import type { RegisterEntry } from '../core/register-entry.ts'

/** Ed25519 over the facts printed on one sheet, base64url. */
export function signSheet(keys: Keys, sheet: Certificate): string {
  return keys.sign(Buffer.from(signingText(verificationPayload(sheet))))
}

/** Does a signature vouch for what the register holds of this sheet? */
export function isGenuine(keys: Keys, sheet: Certificate, signature: string): boolean {
  return keys.verify(Buffer.from(signingText(verificationPayload(sheet))), signature)
}

/** The code printed on a sheet (电子证书凭证). */
export function codeOf(entry: RegisterEntry): string {
  return verificationCode({ number: entry.number, sheet: entry.sheet, signature: entry.signature })
}
