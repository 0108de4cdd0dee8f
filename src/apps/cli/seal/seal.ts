import { hash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { instant, plusMinutes } from '../../../kernel/instant.ts'
import {
  KnownSealer,
  momentText,
  rehearsalPaper,
  rehearsalRoster,
  rehearsalValidity,
  writeKeyText,
} from '../../../modules/delivery/contract.ts'
import { type Sealer, readSitePackage, sealSitePackage } from '../../../modules/delivery/index.ts'
import { newId } from '../../../platform/id.ts'
import { hashPassword } from '../../../platform/password.ts'
import { runningRelease } from '../../../platform/host/release.ts'
import { newOpeningKey } from '../../../platform/sealing/derive.ts'
import { newSigningKey, openSigningKey } from '../../../platform/sealing/signing-keys.ts'
import { readEnrolment } from '../../../platform/sealing/site-keys.ts'
import { SEAL_USAGE, type SealArguments, parseSealArguments } from './arguments.ts'
import { inputLines, misunderstood, refused } from './told.ts'

/** Packages on the command line. Exit code 1 on a refusal, 2 when the words cannot be followed or a file cannot be read. */
export async function sealVerb(words: readonly string[]): Promise<number> {
  const args = parseSealArguments(words)
  if (!args.ok) return misunderstood(args.refusal, SEAL_USAGE)
  return args.value.verb === 'check' ? check(args.value) : rehearse(args.value)
}

type Of<V> = Extract<SealArguments, { verb: V }>

async function check({ file, sealers, site }: Of<'check'>): Promise<number> {
  const known = readJson(sealers, z.array(KnownSealer))
  if (known === null || !existsSync(file)) return unreadable(known === null ? sealers : file)
  const read = await readSitePackage(file, { siteCode: site, sealers: known, engine: runningRelease() })
  if (!read.ok) return refused(read.refusal)
  const { title, rehearsal, validFrom, validUntil, papers, parts } = read.value
  console.log(`${title}${rehearsal ? '（演练）' : ''}：签名、清单和全部内容无误 (sound)`)
  console.log(`有效期 ${momentText(validFrom)} 至 ${momentText(validUntil)}，试卷${papers.length}份`)
  for (const part of parts) console.log(`${part.name}  ${part.bytes}字节  SHA-256 ${part.sha256}`)
  return 0
}

async function rehearse(args: Of<'rehearsal'>): Promise<number> {
  const enrolment = existsSync(args.enrolment) ? readEnrolment(readFileSync(args.enrolment, 'utf8')) : null
  if (enrolment === null) return unreadable(args.enrolment)
  if (existsSync(args.out)) return told(`${args.out}已经存在，未覆盖。`, 'the file stands already and was not written over')
  const sealing = await sealersOf(args.sealers)
  if (sealing === null) return told('封装人的密钥文件或口令不对。', 'a key file or a pass phrase of the sealers is wrong')
  const now = instant(Date.now())
  const opensAt = args.opens ?? plusMinutes(now, 30)
  const passPhrases = [spoken(), spoken()] as const
  const ids = { sitePackageId: newId(), sittingId: newId(), packageId: newId() }
  const paper = rehearsalPaper(ids, text => hash('sha256', text, 'hex'))
  const roster = rehearsalRoster({
    ...ids,
    siteCode: enrolment.siteCode,
    siteName: args.name,
    pairKey: randomBytes(32).toString('hex'),
    seats: args.seats,
    opensAt,
    manager: { name: '演练考点负责人', passVerifier: await hashPassword(passPhrases[0]) },
    engineer: { name: '演练考点系统管理员', passVerifier: await hashPassword(passPhrases[1]) },
  })
  const openingKey = newOpeningKey()
  const engine = runningRelease()
  const sealed = await sealSitePackage({
    roster,
    papers: [paper],
    list: [{ packageId: paper.packageId, digest: paper.digest }],
    recipient: enrolment.recipient,
    openingKey,
    sealers: sealing.sealers,
    sealedAt: now,
    ...rehearsalValidity(opensAt, now),
    engine: { from: engine, until: engine },
    target: resolve(args.out),
  })
  if (!sealed.ok) return refused(sealed.refusal)
  const list = `${args.out}.sealers.json`
  writeFileSync(list, `${JSON.stringify(sealing.known, null, 2)}\n`)
  console.log(`已生成演练试卷包 ${args.out}，封装人名单 ${list} (made)`)
  console.log(`启封密钥 (opening key): ${writeKeyText(openingKey)}`)
  console.log(`启封人及口令 (openers): manager ${passPhrases[0]}，engineer ${passPhrases[1]}`)
  return 0
}

type Sealing = { readonly sealers: readonly [Sealer, Sealer]; readonly known: readonly KnownSealer[] }

/** Null when a key does not open. */
async function sealersOf(files: readonly string[]): Promise<Sealing | null> {
  const [first, second] = files.length === 0 ? throwaway() : await opened(files)
  if (first === undefined || second === undefined) return null
  return { sealers: [first.sealer, second.sealer], known: [first.known, second.known] }
}

type Pair = { readonly sealer: Sealer; readonly known: KnownSealer }

function throwaway(): Pair[] {
  return ['rehearsal-1', 'rehearsal-2'].map(sealerId => {
    const key = newSigningKey()
    const known = { sealerId, personRef: sealerId, name: `演练封装人${sealerId.at(-1)}`, publicKey: key.publicKey }
    return { sealer: { sealerId, sign: key.sign }, known }
  })
}

async function opened(files: readonly string[]): Promise<Pair[]> {
  const passPhrases = await inputLines()
  const pairs: Pair[] = []
  for (const [n, file] of files.entries()) {
    const known = readJson(`${file}.public.json`, KnownSealer)
    const key = existsSync(file) ? await openSigningKey(file, passPhrases[n] ?? '') : null
    if (known !== null && key !== null && key.publicKey === known.publicKey)
      pairs.push({ sealer: { sealerId: known.sealerId, sign: key.sign }, known })
  }
  return pairs
}

/** Eight symbols in two groups: enough for the days of a rehearsal. */
function spoken(): string {
  return writeKeyText(randomBytes(4)).slice(0, 9)
}

function readJson<T>(path: string, schema: z.ZodType<T>): T | null {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

function unreadable(path: string): number {
  console.error(`${path}不能读取或内容不对。(cannot be read or is not what it should be)`)
  return 2
}

function told(zh: string, en: string): number {
  console.error(`${zh}(${en})`)
  return 1
}
