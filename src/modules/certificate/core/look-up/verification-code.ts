import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { numberForLookUp } from '../number/certificate-number.ts'
import type { Certificate } from '../certificate.ts'
import { normalisedName } from './look-up.ts'

/** What a signature vouches for: the facts printed on one sheet. Its standing is not among them and is always asked of the register. */
export type VerificationPayload = {
  readonly number: string
  readonly sheet: string
  readonly name: string
  readonly scheme: string
  readonly occupation: string
  readonly level: string
  readonly title: string
  readonly issuedOn: string
  readonly issuer: string
}

/** What the printed code carries: enough to find the sheet, and the signature (base64url) over the payload of that sheet. */
export type VerificationCode = { readonly number: string; readonly sheet: string; readonly signature: string }

const PURPOSE = 'zhiheng/certificate/1' // keeps a signature made for anything else from passing here
const PREFIX = 'ZH1'

export function verificationPayload(certificate: Certificate): VerificationPayload {
  const { sheet, scheme, occupation, level, title, issuedOn, issuer } = certificate
  return {
    number: numberForLookUp(certificate.number),
    sheet,
    name: normalisedName(certificate.holderName),
    scheme,
    occupation,
    level,
    title,
    issuedOn,
    issuer,
  }
}

/** The text whose UTF-8 bytes are signed: equal facts give equal text, and a later re-issue another one. */
export function signingText(payload: VerificationPayload): string {
  return `${PURPOSE}\n${canonicalJson(payload)}`
}

/** `ZH1.<number>.<sheet>.<signature>`: short enough for a printed QR code, and free of personal data. */
export function verificationCode(code: VerificationCode): string {
  const text = [PREFIX, code.number, code.sheet, code.signature].join('.')
  if (!parseVerificationCode(text).ok) throw new RangeError(`not fit for a code: ${text}`)
  return text
}

/** Reads a scanned code. Refuses `verification-code-malformed`. */
export function parseVerificationCode(text: string): Result<VerificationCode> {
  const found = /^ZH1\.([0-9A-Z]{1,32})\.([0-9A-Za-z-]{1,32})\.([A-Za-z0-9_-]{43,128})$/.exec(text.trim())
  if (!found) return refuse('verification-code-malformed')
  const [number, sheet, signature] = found.slice(1) as [string, string, string]
  return ok({ number, sheet, signature })
}
