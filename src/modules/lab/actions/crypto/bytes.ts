import { Buffer } from 'node:buffer'
import { AsnConvert } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'

/** The bytes as a buffer of their own, as the ASN.1 classes want them. */
export function whole(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

export function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}

export function hex(bytes: Uint8Array | ArrayBuffer): string {
  return Buffer.from(bytes as Uint8Array).toString('hex')
}

export function base64(bytes: Uint8Array | ArrayBuffer): string {
  return Buffer.from(bytes as Uint8Array).toString('base64')
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

export function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}

/** RFC 7468 text of a structure. */
export function pem(label: string, der: Uint8Array | ArrayBuffer): string {
  const lines = base64(der).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** The bytes inside an RFC 7468 text; empty when it is none of this label. */
export function unpem(label: string, text: string): Uint8Array {
  const found = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(text)
  return fromBase64(found?.[1]?.replace(/\s/g, '') ?? '')
}

/** One DER element: tag, length, content. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  const length = content.length < 128 ? [content.length] : lengthBytes(content.length)
  return new Uint8Array(Buffer.concat([Buffer.from([tag, ...length]), content]))
}

function lengthBytes(n: number): number[] {
  const bytes: number[] = []
  for (let left = n; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256)
  return [0x80 | bytes.length, ...bytes]
}

export const NULL = new Uint8Array([5, 0])

/** An algorithm with its parameters in DER. */
export function algorithm(oid: string, parameters: Uint8Array | null = null): AlgorithmIdentifier {
  return new AlgorithmIdentifier(parameters === null ? { algorithm: oid } : { algorithm: oid, parameters: whole(parameters) })
}

export function encoded(value: object): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(value))
}

export const OIDS = {
  ecPublicKey: '1.2.840.10045.2.1',
  p256: '1.2.840.10045.3.1.7',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  aes256Wrap: '2.16.840.1.101.3.4.1.45',
  ecdhSha256: '1.3.132.1.11.1',
  hmacSha256: '1.2.840.113549.2.9',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const
