import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sha256Hex } from './derive.ts'
import { type SigningKey, isSignedBy, newSigningKey, readSigningKey } from './signing-keys.ts'

/** What only this site has: the identity that opens its packages, and the key that signs what it sends. */
export type SiteKeys = { readonly siteCode: string; readonly identity: string; readonly recipient: string; readonly signing: SigningKey }

/** What the centre keeps of a site. */
export type SiteEnrolment = { readonly siteCode: string; readonly recipient: string; readonly signingKey: string }

const HEAD = 'ZHIHENG-SITE-KEY-1'
const KEY_FILE = /^site (\S+)\n(AGE-SECRET-KEY-1\S+)\n(-----BEGIN PRIVATE KEY-----[\s\S]+)$/

/** Reads the site's keys of a data folder, or makes them on first use (mode 0600). Another site's folder throws. */
export async function openSiteKeys(dataFolder: string, siteCode: string): Promise<SiteKeys> {
  const folder = join(dataFolder, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'site.key')
  if (!existsSync(file)) {
    const made = `site ${siteCode}\n${await generateX25519Identity()}\n${newSigningKey().pem}`
    writeFileSync(file, made, { mode: 0o600, flag: 'wx', flush: true })
  }
  const keys = await keysIn(file)
  if (keys.siteCode !== siteCode) throw new Error(`the keys in ${file} belong to site ${keys.siteCode}`)
  return keys
}

/** The site's keys of a data folder; null where the site has not been enrolled. */
export async function findSiteKeys(dataFolder: string): Promise<SiteKeys | null> {
  const file = join(dataFolder, 'keys', 'site.key')
  return existsSync(file) ? keysIn(file) : null
}

async function keysIn(file: string): Promise<SiteKeys> {
  const [, siteCode, identity, pem] = KEY_FILE.exec(readFileSync(file, 'utf8')) ?? []
  if (siteCode === undefined || identity === undefined || pem === undefined) throw new Error(`${file} holds no site keys`)
  return { siteCode, identity, recipient: await identityToRecipient(identity), signing: readSigningKey(pem) }
}

/** The age recipient of an identity. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity)
}

/** The public part as a small text for the centre, signed with the key it names, so that a slip of the pen shows. */
export function enrolmentText(keys: SiteKeys): string {
  const body = enrolmentBody({ siteCode: keys.siteCode, recipient: keys.recipient, signingKey: keys.signing.publicKey })
  return `${body}sign ${keys.signing.sign(body)}\n`
}

/** Null when the text is not whole. That it comes from this site is known by its fingerprint, which is compared by voice. */
export function readEnrolment(text: string): SiteEnrolment | null {
  const lines = text.replaceAll('\r', '').trim().split('\n')
  const [head, site, open, key, signature, ...more] = lines.map(line => line.trim().split(' ').at(-1) ?? '')
  if (head !== HEAD || more.length > 0 || !site || !/^age1[02-9ac-hj-np-z]{58}$/.test(open ?? '') || !key || !signature) return null
  const enrolment = { siteCode: site, recipient: open ?? '', signingKey: key }
  return isSignedBy(key, enrolmentBody(enrolment), signature) ? enrolment : null
}

/** 16 bytes that stand for the whole enrolment; written as a key text they can be read out. */
export function enrolmentFingerprint(enrolment: SiteEnrolment): Buffer {
  return Buffer.from(sha256Hex(enrolmentBody(enrolment)), 'hex').subarray(0, 16)
}

function enrolmentBody({ siteCode, recipient, signingKey }: SiteEnrolment): string {
  return `${HEAD}\nsite ${siteCode}\nopen ${recipient}\nwho ${signingKey}\n`
}
