import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { bech32 } from '@scure/base'

export const OPENING_KEY_BYTES = 16
export const SITE_SECRET_BYTES = 32

/** HKDF-SHA-256 (RFC 5869); `info` keeps keys of different purposes apart. */
export function hkdfSha256(
  input: Uint8Array,
  { salt, info, length }: { readonly salt: Uint8Array; readonly info: Uint8Array; readonly length: number },
): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, info, length))
}

/** What both the site and the centre must give before the papers of a package open. */
export type PaperKeys = {
  /** 32 bytes, made for this package and readable by the site alone. */
  readonly siteSecret: Uint8Array
  /** 16 bytes, handed out by the centre at the hour. */
  readonly openingKey: Uint8Array
  readonly sitePackageId: string
}

/** The age identity that opens the papers. Neither half of the input says anything about it. */
export function papersIdentity(keys: PaperKeys): string {
  return identityText(derive(keys, 'zhiheng/papers/1'))
}

/** The 32 bytes that open one form in the browsers; both servers of a site derive the same. */
export function formKey(keys: PaperKeys, packageId: string): Buffer {
  return derive(keys, `zhiheng/form/1/${packageId}`)
}

function derive({ siteSecret, openingKey, sitePackageId }: PaperKeys, purpose: string): Buffer {
  // fixed lengths: without them two different pairs could be the same joined bytes
  if (siteSecret.length !== SITE_SECRET_BYTES || openingKey.length !== OPENING_KEY_BYTES) throw new RangeError('a key of the wrong length')
  const input = Buffer.concat([siteSecret, openingKey])
  return hkdfSha256(input, { salt: Buffer.from(sitePackageId), info: Buffer.from(purpose), length: 32 })
}

/** An X25519 scalar as the text that age programs read. */
export function identityText(scalar: Uint8Array): string {
  return bech32.encodeFromBytes('age-secret-key-', scalar).toUpperCase()
}

export function newOpeningKey(): Buffer {
  return randomBytes(OPENING_KEY_BYTES)
}

export function newSiteSecret(): Buffer {
  return randomBytes(SITE_SECRET_BYTES)
}

/** SHA-256 in hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
