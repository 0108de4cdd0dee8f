// the X.509 library resolves its parts by metadata of classes
import 'reflect-metadata/lite'
import { type KeyObject, createPrivateKey, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
/** Browsers take no server certificate that lasts longer than 398 days. */
const DAYS = 397
const DAY_MS = 86_400_000

export type SiteCertificateOrder = {
  /** What people read in the list of trusted authorities of a machine. */
  readonly name: string
  /** Names and addresses of both servers, as the machines of the hall call them. */
  readonly hosts: readonly string[]
  readonly now: Date
}

/** PEM texts. `authority` is what the machines of the hall are told to trust, `certificate` and `key` are the servers'. */
export type SiteCertificate = { readonly authority: string; readonly certificate: string; readonly key: string }

/**
 * A certificate for the servers of a hall, by an authority that exists for this one signature: its key is made here and never leaves
 * this call, so a machine that trusts it trusts these two servers and nothing else, ever. Without HTTPS a browser offers neither
 * WebCrypto nor service workers (secure contexts, W3C), and sealed papers could not be opened in it.
 * @throws RangeError without a host, or for one that is neither a name nor an address.
 */
export async function makeSiteCertificate({ name, hosts, now }: SiteCertificateOrder): Promise<SiteCertificate> {
  const names = hosts.map(hostName)
  if (names.length === 0) throw new RangeError('a certificate needs at least one host')
  const [issuing, serving] = await Promise.all([newKeys(), newKeys()])
  const notBefore = new Date(now.getTime() - DAY_MS) // machines in the hall may be a little behind
  const notAfter = new Date(now.getTime() + DAYS * DAY_MS)
  const lasting = { notBefore, notAfter, signingAlgorithm: ALGORITHM }
  const issuer = `CN=${escapeName(name)}`
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...lasting,
    serialNumber: serial(),
    name: issuer,
    keys: issuing,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(issuing.publicKey),
    ],
  })
  const certificate = await X509CertificateGenerator.create({
    ...lasting,
    serialNumber: serial(),
    subject: `CN=${escapeName(`${name} server`)}`,
    issuer: authority.subject,
    publicKey: serving.publicKey,
    signingKey: issuing.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names),
    ],
  })
  return { authority: pem(authority), certificate: pem(certificate), key: await privatePem(serving.privateKey) }
}

type HostName = { readonly type: 'ip' | 'dns'; readonly value: string }

function hostName(host: string): HostName {
  if (isIP(host) !== 0) return { type: 'ip', value: host }
  if (/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(host))
    return { type: 'dns', value: host }
  throw new RangeError(`neither a name nor an address: ${host}`)
}

function newKeys() {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

/** Sixteen random bytes, positive as RFC 5280 §4.1.2.2 asks for. */
function serial(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}

function escapeName(text: string): string {
  return text.replace(/[,+"\\<>;=#]/g, sign => `\\${sign}`)
}

function pem(certificate: { toString(format: 'pem'): string }): string {
  return `${certificate.toString('pem')}\n`
}

async function privatePem(key: CryptoKey): Promise<string> {
  const bytes = Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
  const kept: KeyObject = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })
  return kept.export({ format: 'pem', type: 'pkcs8' }).toString()
}
