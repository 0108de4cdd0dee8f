import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { OIDS, algorithm, encoded, fromHex, hex, whole } from './bytes.ts'

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/**
 * A P-256 key pair out of 32 bytes of a world's own luck (hexadecimal). Equal bytes give an equal key, so that a world which is
 * played again has the same certificates. `secret` and `public` (uncompressed point) in hexadecimal.
 */
export function keyOf(entropy: string): { readonly secret: string; readonly public: string } {
  const seed = createHash('sha512').update('zhiheng lab key').update(fromHex(entropy)).digest().subarray(0, 48)
  const secret = p256.utils.randomSecretKey(new Uint8Array(seed))
  return { secret: hex(secret), public: hex(p256.getPublicKey(secret, false)) }
}

/** Deterministic ECDSA (RFC 6979) with SHA-256, in DER. */
export function signature(secret: string, message: Uint8Array): Uint8Array {
  return p256.sign(message, fromHex(secret), { format: 'der', lowS: false })
}

export function isSigned(publicKey: Uint8Array, message: Uint8Array, der: Uint8Array): boolean {
  try {
    return p256.verify(der, message, publicKey, { format: 'der', lowS: false })
  } catch {
    return false // what is no signature at all signs nothing
  }
}

/** Shared x-coordinate of ECDH. */
export function sharedSecret(secret: string, publicKey: Uint8Array): Uint8Array {
  return p256.getSharedSecret(fromHex(secret), publicKey, false).slice(1, 33)
}

export function publicKeyInfo(publicKey: string): SubjectPublicKeyInfo {
  const curve = oidBytes(OIDS.p256)
  return new SubjectPublicKeyInfo({ algorithm: algorithm(OIDS.ecPublicKey, curve), subjectPublicKey: whole(fromHex(publicKey)) })
}

/** An object identifier in DER: the one inside an algorithm without parameters. */
function oidBytes(oid: string): Uint8Array {
  return encoded(algorithm(oid)).slice(2)
}

/** SHA-1 of the public point, by which RFC 5280 §4.2.1.2 (1) names a key. */
export function keyId(publicKey: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha1').update(publicKey).digest())
}

/** Unencrypted PKCS#8 of a key. */
export function pkcs8(secret: string): Uint8Array {
  const point = p256.getPublicKey(fromHex(secret), false)
  const ec = Buffer.concat([
    Buffer.from('30770201010420', 'hex'),
    fromHex(secret),
    Buffer.from('a00a06082a8648ce3d030107', 'hex'),
    Buffer.from('a144034200', 'hex'),
    point,
  ])
  const head = Buffer.from('308193020100301306072a8648ce3d020106082a8648ce3d0301070479', 'hex')
  return new Uint8Array(Buffer.concat([head, ec]))
}

export function parsePublicKey(info: SubjectPublicKeyInfo): Uint8Array {
  return new Uint8Array(info.subjectPublicKey)
}
