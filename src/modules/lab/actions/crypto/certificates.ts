import { createHash } from 'node:crypto'
import { CertificationRequest, CertificationRequestInfo, Attributes } from '@peculiar/asn1-csr'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CRLNumber,
  CRLReason,
  CRLReasons,
  Certificate,
  CertificateList,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  RevokedCertificate,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  TBSCertList,
  TBSCertificate,
  Time,
  Validity,
  Version,
} from '@peculiar/asn1-x509'
import { OIDS, algorithm, encoded, fromHex, hex, pem, unpem, whole } from './bytes.ts'
import { isSigned, keyId, parsePublicKey, publicKeyInfo, signature } from './keys.ts'

export type Subject = { readonly name: string; readonly org: string; readonly email: string }
export type Issuer = { readonly secret: string; readonly pem: string }

const TYPES = { country: '2.5.4.6', org: '2.5.4.10', name: '2.5.4.3', email: '1.2.840.113549.1.9.1' } as const
const ECDSA = (): ReturnType<typeof algorithm> => algorithm(OIDS.ecdsaSha256)

function named(type: string, value: Partial<AttributeValue>): RelativeDistinguishedName {
  return new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value: new AttributeValue(value) })])
}

/** C=CN, O, CN, e-mail: what is empty is left out. */
export function nameOf({ name, org, email }: Subject): Name {
  const parts = [named(TYPES.country, { printableString: 'CN' })]
  if (org !== '') parts.push(named(TYPES.org, { utf8String: org }))
  parts.push(named(TYPES.name, { utf8String: name }))
  if (email !== '') parts.push(named(TYPES.email, { ia5String: email }))
  return new Name(parts)
}

/** The subject inside a name; a part that is not there is empty. */
export function subjectOf(name: Name): Subject {
  const all = name.flatMap(part => [...part])
  const valueOf = (type: string): string => all.find(a => a.type === type)?.value.toString() ?? ''
  return { name: valueOf(TYPES.name), org: valueOf(TYPES.org), email: valueOf(TYPES.email) }
}

/** A PKCS#10 request (RFC 2986), signed by its own key. */
export function requestOf(key: { readonly secret: string; readonly public: string }, subject: Subject): string {
  const certificationRequestInfo = new CertificationRequestInfo({
    subject: nameOf(subject),
    subjectPKInfo: publicKeyInfo(key.public),
    attributes: new Attributes(),
  })
  const signed = whole(signature(key.secret, encoded(certificationRequestInfo)))
  return pem(
    'CERTIFICATE REQUEST',
    encoded(new CertificationRequest({ certificationRequestInfo, signatureAlgorithm: ECDSA(), signature: signed })),
  )
}

/** What a request says, and whether its key signed it; null when the text is no request. */
export function readRequest(text: string): { readonly subject: Subject; readonly public: string; readonly signed: boolean } | null {
  const der = unpem('CERTIFICATE REQUEST', text)
  if (der.length === 0) return null
  try {
    const request = AsnConvert.parse(der, CertificationRequest)
    const info = request.certificationRequestInfo
    const key = parsePublicKey(info.subjectPKInfo)
    const body = new Uint8Array(request.certificationRequestInfoRaw ?? encoded(info))
    return { subject: subjectOf(info.subject), public: hex(key), signed: isSigned(key, body, new Uint8Array(request.signature)) }
  } catch {
    return null // broken bytes are no request
  }
}

const USAGES: Readonly<Record<string, number>> = {
  digitalSignature: KeyUsageFlags.digitalSignature,
  nonRepudiation: KeyUsageFlags.nonRepudiation,
  keyAgreement: KeyUsageFlags.keyAgreement,
  keyCertSign: KeyUsageFlags.keyCertSign,
  cRLSign: KeyUsageFlags.cRLSign,
}
const PURPOSES: Readonly<Record<string, string>> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
}

function extension(extnID: string, value: object, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })
}

export type Wish = {
  readonly serial: string
  readonly subject: Subject
  readonly public: string
  readonly from: number
  readonly until: number
  readonly ca: boolean
  readonly usage: readonly string[]
}

function extensionsOf(wish: Wish, issuerKey: Uint8Array): Extensions {
  const flags = wish.usage.reduce((sum, name) => sum | (USAGES[name] ?? 0), 0)
  const purposes = wish.usage.flatMap(name => (PURPOSES[name] === undefined ? [] : [PURPOSES[name]]))
  return new Extensions([
    extension('2.5.29.19', new BasicConstraints(wish.ca ? { cA: true } : {}), true),
    extension('2.5.29.15', new KeyUsage(flags), true),
    ...(purposes.length === 0 ? [] : [extension('2.5.29.37', new ExtendedKeyUsage(purposes))]),
    ...(wish.ca || wish.subject.email === ''
      ? []
      : [extension('2.5.29.17', new SubjectAlternativeName([new GeneralName({ rfc822Name: wish.subject.email })]))]),
    extension('2.5.29.14', new SubjectKeyIdentifier(whole(keyId(fromHex(wish.public))))),
    extension('2.5.29.35', new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(whole(keyId(issuerKey))) })),
  ])
}

function timeOf(seconds: number): Time {
  return new Time(new Date(seconds * 1000))
}

/** A serial as DER wants a positive number: a leading zero where the first bit is set. */
function serialBytes(serial: string): ArrayBuffer {
  const bytes = fromHex(serial)
  return whole((bytes[0] ?? 0) > 127 ? new Uint8Array([0, ...bytes]) : bytes)
}

export function readCertificate(text: string): Certificate {
  return AsnConvert.parse(unpem('CERTIFICATE', text), Certificate)
}

/** An X.509 certificate (RFC 5280); without an issuer its own key signs it. `fingerprint` is SHA-256 in hexadecimal. */
export function certificateOf(
  wish: Wish,
  issuer: Issuer | null,
  ownSecret: string,
): { readonly pem: string; readonly fingerprint: string } {
  const above = issuer === null ? null : readCertificate(issuer.pem)
  const issuerKey = above === null ? fromHex(wish.public) : parsePublicKey(above.tbsCertificate.subjectPublicKeyInfo)
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialBytes(wish.serial),
    signature: ECDSA(),
    issuer: above?.tbsCertificate.subject ?? nameOf(wish.subject),
    validity: new Validity({ notBefore: new Date(wish.from * 1000), notAfter: new Date(wish.until * 1000) }),
    subject: nameOf(wish.subject),
    subjectPublicKeyInfo: publicKeyInfo(wish.public),
    extensions: extensionsOf(wish, issuerKey),
  })
  const signatureValue = whole(signature(issuer?.secret ?? ownSecret, encoded(tbsCertificate)))
  const der = encoded(new Certificate({ tbsCertificate, signatureAlgorithm: ECDSA(), signatureValue }))
  return { pem: pem('CERTIFICATE', der), fingerprint: createHash('sha256').update(der).digest('hex') }
}

const WHY: Readonly<Record<string, CRLReasons>> = {
  keyCompromise: CRLReasons.keyCompromise,
  affiliationChanged: CRLReasons.affiliationChanged,
  superseded: CRLReasons.superseded,
  cessationOfOperation: CRLReasons.cessationOfOperation,
}

export type Revoked = { readonly serial: string; readonly at: number; readonly reason: string }

/** The list of revoked certificates (RFC 5280 §5) of an issuer. */
export function revocationList(
  issuer: Issuer,
  list: { readonly number: number; readonly at: number; readonly until: number; readonly revoked: readonly Revoked[] },
): string {
  const above = readCertificate(issuer.pem)
  const entries = list.revoked.map(
    r =>
      new RevokedCertificate({
        userCertificate: serialBytes(r.serial),
        revocationDate: timeOf(r.at),
        crlEntryExtensions: [extension('2.5.29.21', new CRLReason(WHY[r.reason] ?? CRLReasons.unspecified))],
      }),
  )
  const authority = new AuthorityKeyIdentifier({
    keyIdentifier: new KeyIdentifier(whole(keyId(parsePublicKey(above.tbsCertificate.subjectPublicKeyInfo)))),
  })
  const tbsCertList = new TBSCertList({
    version: Version.v2,
    signature: ECDSA(),
    issuer: above.tbsCertificate.subject,
    thisUpdate: timeOf(list.at),
    nextUpdate: timeOf(list.until),
    ...(entries.length === 0 ? {} : { revokedCertificates: entries }),
    crlExtensions: [extension('2.5.29.35', authority), extension('2.5.29.20', new CRLNumber(list.number))],
  })
  const signed = whole(signature(issuer.secret, encoded(tbsCertList)))
  return pem('X509 CRL', encoded(new CertificateList({ tbsCertList, signatureAlgorithm: ECDSA(), signature: signed })))
}

/** Did the second certificate's key sign the first? */
export function isIssuedBy(own: Certificate, above: Certificate): boolean {
  const body = new Uint8Array(own.tbsCertificateRaw ?? encoded(own.tbsCertificate))
  return isSigned(parsePublicKey(above.tbsCertificate.subjectPublicKeyInfo), body, new Uint8Array(own.signatureValue))
}
