/**
 * A form as the browsers fetch it before the start: it opens with the 32-byte form key alone.
 * Layout: 8 bytes `ZHFORM01`, 16 bytes package id, 12 bytes nonce, then AES-256-GCM of the gzipped JSON of a `PaperView`, with its
 * 16-byte tag at the end as WebCrypto writes it. The first 24 bytes are authenticated with it: a form of another package does not open.
 */
const MAGIC = Uint8Array.from([...'ZHFORM01'].map(letter => letter.charCodeAt(0)))
const ID_BYTES = 16
const NONCE_BYTES = 12
const MAC_BYTES = 16
const HEAD_BYTES = MAGIC.length + ID_BYTES

export type FormFile = {
  readonly packageId: string
  /** What is authenticated beside the content. */
  readonly head: Uint8Array<ArrayBuffer>
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly sealed: Uint8Array<ArrayBuffer>
}

/** The authenticated head of the form file of a package. */
export function formHead(packageId: string): Uint8Array<ArrayBuffer> {
  const digits = packageId.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/.test(digits)) throw new RangeError('a package id is a UUID')
  const id = Array.from({ length: ID_BYTES }, (_, n) => Number.parseInt(digits.slice(n * 2, n * 2 + 2), 16))
  return Uint8Array.from([...MAGIC, ...id])
}

export function writeFormFile({ head, nonce, sealed }: Omit<FormFile, 'packageId'>): Uint8Array<ArrayBuffer> {
  if (head.length !== HEAD_BYTES || nonce.length !== NONCE_BYTES)
    throw new RangeError('a form file has a head of 24 and a nonce of 12 bytes')
  const file = new Uint8Array(HEAD_BYTES + NONCE_BYTES + sealed.length)
  file.set(head)
  file.set(nonce, HEAD_BYTES)
  file.set(sealed, HEAD_BYTES + NONCE_BYTES)
  return file
}

/** Null when the bytes are no form file. */
export function readFormFile(bytes: Uint8Array): FormFile | null {
  const whole = bytes.length >= HEAD_BYTES + NONCE_BYTES + MAC_BYTES && MAGIC.every((byte, n) => bytes[n] === byte)
  if (!whole) return null
  const part = (from: number, until?: number) => Uint8Array.from(bytes.subarray(from, until))
  const hex = Array.from(part(MAGIC.length, HEAD_BYTES), byte => byte.toString(16).padStart(2, '0')).join('')
  return {
    packageId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    head: part(0, HEAD_BYTES),
    nonce: part(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES),
    sealed: part(HEAD_BYTES + NONCE_BYTES),
  }
}
