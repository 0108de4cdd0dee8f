import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  EncapsulatedContentInfo,
  EncryptedContent,
  EncryptedContentInfo,
  EnvelopedData,
  IssuerAndSerialNumber,
  KeyAgreeRecipientIdentifier,
  KeyAgreeRecipientInfo,
  OriginatorIdentifierOrKey,
  OriginatorPublicKey,
  RecipientEncryptedKey,
  RecipientEncryptedKeys,
  RecipientInfo,
  RecipientInfos,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
  DigestAlgorithmIdentifiers,
} from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import type { Certificate } from '@peculiar/asn1-x509'
import { NULL, OIDS, algorithm, base64, encoded, fromBase64, fromHex, hex, tlv, utf8, whole } from './bytes.ts'
import { isIssuedBy, readCertificate, subjectOf } from './certificates.ts'
import { isSigned, keyOf, parsePublicKey, sha256, sharedSecret, signature } from './keys.ts'

function idOf(certificate: Certificate): IssuerAndSerialNumber {
  const { issuer, serialNumber } = certificate.tbsCertificate
  return new IssuerAndSerialNumber({ issuer, serialNumber })
}

const two = (n: number): string => String(n).padStart(2, '0')

/** UTCTime in DER. */
function utcTime(seconds: number): Uint8Array {
  const d = new Date(seconds * 1000)
  const day = `${two(d.getUTCFullYear() % 100)}${two(d.getUTCMonth() + 1)}${two(d.getUTCDate())}`
  return tlv(0x17, utf8(`${day}${two(d.getUTCHours())}${two(d.getUTCMinutes())}${two(d.getUTCSeconds())}Z`))
}

/** Signed attributes in the order of DER: they are signed as the SET they make. */
function attributesOf(content: Uint8Array, at: number): Attribute[] {
  const of = (attrType: string, value: Uint8Array): Attribute => new Attribute({ attrType, attrValues: [whole(value)] })
  const type = encoded(algorithm(OIDS.data)).slice(2)
  return [of(OIDS.contentType, type), of(OIDS.signingTime, utcTime(at)), of(OIDS.messageDigest, tlv(4, sha256(content)))]
}

export type Signing = {
  readonly content: string
  readonly secret: string
  readonly certificate: string
  readonly chain: readonly string[]
  readonly at: number
}

/** A detached CMS signature (RFC 5652) over a text, with the certificates needed to check it; base64 of DER. */
export function signedMessage({ content, secret, certificate, chain, at }: Signing): string {
  const own = readCertificate(certificate)
  const attributes = attributesOf(utf8(content), at)
  const signed = signature(secret, tlv(0x31, ...attributes.map(encoded)))
  const digest = algorithm(OIDS.sha256)
  const signer = new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({ issuerAndSerialNumber: idOf(own) }),
    digestAlgorithm: digest,
    signedAttrs: attributes,
    signatureAlgorithm: algorithm(OIDS.ecdsaSha256),
    signature: new OctetString(whole(signed)),
  })
  const certificates = [own, ...chain.map(readCertificate)].map(c => new CertificateChoices({ certificate: c }))
  const data = new SignedData({
    version: 1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([digest]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OIDS.data }),
    certificates: new CertificateSet(certificates),
    signerInfos: new SignerInfos([signer]),
  })
  return base64(encoded(new ContentInfo({ contentType: OIDS.signedData, content: whole(encoded(data)) })))
}

export type Checked = {
  /** The content is what was signed; the signature is the key's; the key is vouched for by a trusted root. */
  readonly digest: boolean
  readonly signature: boolean
  readonly chain: boolean
  readonly serial: string
  readonly name: string
  readonly email: string
  readonly from: number
  readonly until: number
}

/** Is a certificate vouched for by a trusted root, over at most `steps` certificates in between? */
function isChained(own: Certificate, others: readonly Certificate[], roots: readonly Certificate[], steps = 5): boolean {
  if (roots.some(root => isIssuedBy(own, root))) return true
  const above = others.find(c => c !== own && isIssuedBy(own, c))
  return steps > 0 && above !== undefined && isChained(above, others, roots, steps - 1)
}

/** Checks a detached signature over a text; null when the bytes are no signature. */
export function checkedMessage(content: string, p7s: string, roots: readonly string[]): Checked | null {
  try {
    const info = AsnConvert.parse(fromBase64(p7s), ContentInfo)
    const data = AsnConvert.parse(info.content, SignedData)
    const all = [...(data.certificates ?? [])].flatMap(c => (c.certificate === undefined ? [] : [c.certificate]))
    const signer = data.signerInfos[0]
    const wanted = hex(signer?.sid.issuerAndSerialNumber?.serialNumber ?? new ArrayBuffer(0))
    const own = all.find(c => hex(c.tbsCertificate.serialNumber) === wanted)
    if (signer === undefined || own === undefined || signer.signedAttrs === undefined) return null
    const raw = tlv(0x31, ...signer.signedAttrs.map(encoded))
    const digest = signer.signedAttrs.find(a => a.attrType === OIDS.messageDigest)?.attrValues[0]
    const { subject, validity, subjectPublicKeyInfo } = own.tbsCertificate
    const { name, email } = subjectOf(subject)
    return {
      digest: digest !== undefined && hex(digest).slice(4) === hex(sha256(utf8(content))),
      signature: isSigned(parsePublicKey(subjectPublicKeyInfo), raw, new Uint8Array(signer.signature.buffer)),
      chain: isChained(own, all, roots.map(readCertificate)),
      serial: wanted.replace(/^00/, ''),
      name,
      email,
      from: seconds(validity.notBefore.getTime()),
      until: seconds(validity.notAfter.getTime()),
    }
  } catch {
    return null // broken bytes are no signature
  }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}

/** The key that wraps the content key: X9.63 with SHA-256 over the shared secret (RFC 5753 §7.2). */
function wrappingKey(shared: Uint8Array): Uint8Array {
  const info = tlv(0x30, encoded(algorithm(OIDS.aes256Wrap)), tlv(0xa2, tlv(4, new Uint8Array([0, 0, 1, 0]))))
  return sha256(new Uint8Array([...shared, 0, 0, 0, 1, ...info]))
}

const WRAP_IV = fromHex('a6a6a6a6a6a6a6a6')

function recipientOf(certificate: Certificate, contentKey: Uint8Array, entropy: string): RecipientInfo {
  const once = keyOf(entropy)
  const kek = wrappingKey(sharedSecret(once.secret, parsePublicKey(certificate.tbsCertificate.subjectPublicKeyInfo)))
  const cipher = createCipheriv('id-aes256-wrap', kek, WRAP_IV)
  const wrapped = new Uint8Array([...cipher.update(contentKey), ...cipher.final()])
  const originatorKey = new OriginatorPublicKey({ algorithm: algorithm(OIDS.ecPublicKey), publicKey: whole(fromHex(once.public)) })
  const rid = new KeyAgreeRecipientIdentifier({ issuerAndSerialNumber: idOf(certificate) })
  const key = new RecipientEncryptedKey({ rid, encryptedKey: new OctetString(whole(wrapped)) })
  return new RecipientInfo({
    kari: new KeyAgreeRecipientInfo({
      version: 3,
      originator: new OriginatorIdentifierOrKey({ originatorKey }),
      keyEncryptionAlgorithm: algorithm(OIDS.ecdhSha256, encoded(algorithm(OIDS.aes256Wrap))),
      recipientEncryptedKeys: new RecipientEncryptedKeys([key]),
    }),
  })
}

/** A text for the holders of these certificates only: CMS EnvelopedData, AES-256-CBC, ephemeral ECDH (RFC 5753); base64 of DER. */
export function envelopedMessage(content: string, certificates: readonly string[], entropy: string): string {
  const derived = (purpose: string): Uint8Array => new Uint8Array(createHash('sha256').update(`${purpose}\n${entropy}`).digest())
  const contentKey = derived('content')
  const iv = derived('iv').slice(0, 16)
  const cipher = createCipheriv('aes-256-cbc', contentKey, iv)
  const sealed = new Uint8Array([...cipher.update(utf8(content)), ...cipher.final()])
  const recipients = certificates.map((text, i) => recipientOf(readCertificate(text), contentKey, hex(derived(`once ${i}`))))
  const data = new EnvelopedData({
    version: 2,
    recipientInfos: new RecipientInfos(recipients),
    encryptedContentInfo: new EncryptedContentInfo({
      contentType: OIDS.data,
      contentEncryptionAlgorithm: algorithm(OIDS.aes256Cbc, tlv(4, iv)),
      encryptedContent: new EncryptedContent({ value: new OctetString(whole(sealed)) }),
    }),
  })
  return base64(encoded(new ContentInfo({ contentType: OIDS.envelopedData, content: whole(encoded(data)) })))
}

/** Opens an envelope with the key of one of its recipients; null when it is not for that key. */
export function openedMessage(p7m: string, secret: string, certificate: string): string | null {
  try {
    const info = AsnConvert.parse(fromBase64(p7m), ContentInfo)
    const data = AsnConvert.parse(info.content, EnvelopedData)
    const serial = hex(readCertificate(certificate).tbsCertificate.serialNumber)
    const kari = [...data.recipientInfos].find(
      r => hex(r.kari?.recipientEncryptedKeys[0]?.rid.issuerAndSerialNumber?.serialNumber ?? new ArrayBuffer(0)) === serial,
    )?.kari
    const wrapped = kari?.recipientEncryptedKeys[0]?.encryptedKey
    const once = kari?.originator.originatorKey?.publicKey
    const { contentEncryptionAlgorithm, encryptedContent } = data.encryptedContentInfo
    if (wrapped === undefined || once === undefined || encryptedContent?.value === undefined) return null
    const kek = wrappingKey(sharedSecret(secret, new Uint8Array(once)))
    const unwrap = createDecipheriv('id-aes256-wrap', kek, WRAP_IV)
    const contentKey = new Uint8Array([...unwrap.update(new Uint8Array(wrapped.buffer)), ...unwrap.final()])
    const iv = new Uint8Array(contentEncryptionAlgorithm.parameters ?? NULL).slice(2)
    const open = createDecipheriv('aes-256-cbc', contentKey, iv)
    return open.update(new Uint8Array(encryptedContent.value.buffer), undefined, 'utf8') + open.final('utf8')
  } catch {
    return null // a wrong key unwraps nothing
  }
}
