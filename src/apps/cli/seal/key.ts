import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import {
  type KeyShare,
  KnownSealer,
  judgeShares,
  keyMarkOf,
  readKeyText,
  readShare,
  readingAid,
  sayKeyText,
  writeKeyText,
  writeShare,
} from '../../../modules/delivery/contract.ts'
import { SHORTEST_PASS_PHRASE } from '../../../platform/sealing/pass-phrase.ts'
import { OPENING_KEY_BYTES, newOpeningKey, sha256Hex } from '../../../platform/sealing/derive.ts'
import { joinShares, splitSecret } from '../../../platform/sealing/key-shares.ts'
import { keepSigningKey, newSigningKey } from '../../../platform/sealing/signing-keys.ts'
import { enrolmentFingerprint, enrolmentText, openSiteKeys } from '../../../platform/sealing/site-keys.ts'
import { makeSiteCertificate } from '../../../platform/host/site-certificate.ts'
import { siteDataFolder } from '../../../platform/host/site-data-folder.ts'
import { KEY_USAGE, type KeyArguments, parseKeyArguments } from './arguments.ts'
import { inputLines, misunderstood, refused } from './told.ts'

/** Keys on the command line. Exit code 1 on a refusal, 2 when the words cannot be followed. */
export async function keyVerb(words: readonly string[]): Promise<number> {
  const args = parseKeyArguments(words)
  if (!args.ok) return misunderstood(args.refusal, KEY_USAGE)
  const lines = await answer(args.value)
  if (!lines.ok) return refused(lines.refusal)
  for (const line of lines.value) console.log(line)
  return 0
}

async function answer(args: KeyArguments): Promise<Result<readonly string[]>> {
  switch (args.verb) {
    case 'new':
      return ok([writeKeyText(newOpeningKey())])
    case 'say':
      return say()
    case 'split':
      return split(args)
    case 'join':
      return joinUp()
    case 'site':
      return ok(await enrol(args.site, resolve(args.data ?? siteDataFolder(process.env))))
    case 'tls':
      return makeTls(args)
    case 'sealer':
      return makeSealer(args)
  }
}

/** The folder is then copied to the other server as it is; only `authority.crt` goes to the machines of the hall. */
async function makeTls(args: Extract<KeyArguments, { verb: 'tls' }>): Promise<Result<readonly string[]>> {
  const folder = join(resolve(args.data ?? siteDataFolder(process.env)), 'tls')
  if (existsSync(join(folder, 'server.key'))) return refuse('stands-already', { folder })
  const made = await makeSiteCertificate({ name: args.name, hosts: args.hosts, now: new Date() }).catch((error: unknown) => {
    if (error instanceof RangeError) return null
    throw error
  })
  if (made === null) return refuse('host-unclear')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'server.key'), made.key, { mode: 0o600, flag: 'wx' })
  writeFileSync(join(folder, 'server.crt'), made.certificate)
  writeFileSync(join(folder, 'authority.crt'), made.authority)
  const { fingerprint256, validTo } = new X509Certificate(made.authority)
  return ok([
    `已写入 ${folder}：server.crt、server.key（两台服务器各一份）、authority.crt（装到考生机和考务机的受信任根证书）。`,
    `指纹 (SHA-256): ${fingerprint256}`,
    `有效期至 ${validTo} (valid until)`,
  ])
}

async function say(): Promise<Result<readonly string[]>> {
  const [line = ''] = await inputLines()
  const key = readKeyText(line, OPENING_KEY_BYTES)
  return key.ok ? ok([...sayKeyText(writeKeyText(key.value)), '', `读法：${readingAid()}`]) : key
}

async function split({ shares, needed }: { readonly shares: number; readonly needed: number }): Promise<Result<readonly string[]>> {
  const [line = ''] = await inputLines()
  const key = readKeyText(line, OPENING_KEY_BYTES)
  if (!key.ok) return key
  const keyMark = keyMarkOf(sha256Hex(key.value))
  const parts = await splitSecret(key.value, { count: shares, needed })
  return ok(parts.map(share => writeShare({ needed, keyMark, share })))
}

async function joinUp(): Promise<Result<readonly string[]>> {
  const shares: KeyShare[] = []
  for (const line of await inputLines()) {
    const share = readShare(line)
    if (!share.ok) return share
    shares.push(share.value)
  }
  const judged = judgeShares(shares)
  if (!judged.ok) return judged
  const key = await joinShares(judged.value)
  return keyMarkOf(sha256Hex(key)) === shares[0]?.keyMark ? ok([writeKeyText(key)]) : refuse('shares-do-not-join')
}

async function enrol(site: string, dataFolder: string): Promise<string[]> {
  const keys = await openSiteKeys(dataFolder, site)
  const fingerprint = enrolmentFingerprint({ siteCode: site, recipient: keys.recipient, signingKey: keys.signing.publicKey })
  return [enrolmentText(keys), `指纹，请在电话中与中心核对 (fingerprint): ${writeKeyText(fingerprint)}`]
}

async function makeSealer({
  id,
  name,
  out,
}: {
  readonly id: string
  readonly name: string
  readonly out: string
}): Promise<Result<readonly string[]>> {
  const [passPhrase = ''] = await inputLines()
  if (passPhrase.length < SHORTEST_PASS_PHRASE) return refuse('pass-phrase-short', { least: SHORTEST_PASS_PHRASE })
  const made = newSigningKey()
  await keepSigningKey(made.pem, out, { passPhrase })
  const known = KnownSealer.parse({ sealerId: id, personRef: id, name, publicKey: made.publicKey })
  writeFileSync(`${out}.public.json`, `${JSON.stringify(known, null, 2)}\n`)
  return ok([`已生成 ${out} 和 ${out}.public.json (made)`])
}
