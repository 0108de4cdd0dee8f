import { Buffer } from 'node:buffer'
import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { NULL, OIDS, algorithm, base64, encoded, tlv, unpem, utf8 } from './bytes.ts'
import { pkcs8 } from './keys.ts'

const KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERT_BAG = '1.2.840.113549.1.12.10.1.3'
const X509 = '1.2.840.113549.1.9.22.1'
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
const ROUNDS = 2048

const seq = (...parts: readonly Uint8Array[]): Uint8Array => tlv(0x30, ...parts)
const octets = (bytes: Uint8Array): Uint8Array => tlv(4, bytes)
const explicit = (bytes: Uint8Array): Uint8Array => tlv(0xa0, bytes)
const oid = (text: string): Uint8Array => encoded(algorithm(text)).slice(2)
const number = (n: number): Uint8Array => tlv(2, new Uint8Array(n < 128 ? [n] : [n >> 8, n & 255]))

/** BMPString bytes: two a sign, high byte first. */
function bmp(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
}

/** The key for the integrity of a PKCS#12 file: appendix B.2 of RFC 7292 with SHA-256 and purpose 3; one round of output is enough. */
function integrityKey(password: string, salt: Uint8Array): Uint8Array {
  const filled = (bytes: Uint8Array): Uint8Array => {
    const out = new Uint8Array(64 * Math.ceil(bytes.length / 64))
    return out.map((_b, i) => bytes[i % bytes.length] ?? 0)
  }
  const secret = new Uint8Array([...bmp(password), 0, 0])
  let hash: Uint8Array = new Uint8Array([...new Uint8Array(64).fill(3), ...filled(salt), ...filled(secret)])
  for (let i = 0; i < ROUNDS; i++) hash = new Uint8Array(createHash('sha256').update(hash).digest())
  return hash
}

/** The private key under a password: PBES2, PBKDF2 with HMAC-SHA-256, AES-256-CBC. */
function shrouded(secret: string, password: string, salt: Uint8Array, iv: Uint8Array): Uint8Array {
  const key = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256')
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const sealed = new Uint8Array([...cipher.update(pkcs8(secret)), ...cipher.final()])
  const derive = encoded(algorithm(OIDS.pbkdf2, seq(octets(salt), number(ROUNDS), encoded(algorithm(OIDS.hmacSha256, NULL)))))
  const scheme = encoded(algorithm(OIDS.pbes2, seq(derive, encoded(algorithm(OIDS.aes256Cbc, octets(iv))))))
  return seq(scheme, octets(sealed))
}

function attributes(name: string): Uint8Array {
  const id = seq(oid(LOCAL_KEY_ID), tlv(0x31, octets(new Uint8Array([1]))))
  return tlv(0x31, id, seq(oid(FRIENDLY_NAME), tlv(0x31, tlv(0x1e, bmp(name)))))
}

export type KeyFile = {
  readonly secret: string
  /** The key's own certificate first, then those above it. */
  readonly certificates: readonly string[]
  readonly name: string
  readonly password: string
  readonly entropy: string
}

/** A PKCS#12 file (RFC 7292) with key and certificates, readable by any mail program or browser; base64 of DER. */
export function keyFileOf({ secret, certificates, name, password, entropy }: KeyFile): string {
  const luck = (purpose: string, length: number): Uint8Array =>
    new Uint8Array(
      createHash('sha256')
        .update(utf8(`${purpose}\n${entropy}`))
        .digest()
        .subarray(0, length),
    )
  const [own, ...above] = certificates.map(text => unpem('CERTIFICATE', text))
  const bag = (der: Uint8Array, more: readonly Uint8Array[]): Uint8Array =>
    seq(oid(CERT_BAG), explicit(seq(oid(X509), explicit(octets(der)))), ...more)
  const key = seq(oid(KEY_BAG), explicit(shrouded(secret, password, luck('salt', 16), luck('iv', 16))), attributes(name))
  const bags = seq(bag(own ?? new Uint8Array(), [attributes(name)]), ...above.map(der => bag(der, [])), key)
  const data = (bytes: Uint8Array): Uint8Array => seq(oid(OIDS.data), explicit(octets(bytes)))
  const safe = seq(data(bags))
  const macSalt = luck('mac', 8)
  const mac = createHmac('sha256', integrityKey(password, macSalt)).update(safe).digest()
  const macData = seq(seq(encoded(algorithm(OIDS.sha256, NULL)), octets(new Uint8Array(mac))), octets(macSalt), number(ROUNDS))
  return base64(seq(number(3), data(safe), macData))
}
