import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { instant } from '../../../kernel/instant.ts'
import {
  callText,
  readStanding,
  reportText,
  sendEnrolment,
  sendSiteReport,
  type SiteCall,
  SiteReport,
} from '../../../modules/delivery/contract.ts'
import { fetchOpeningKey, fetchPackage } from '../../../modules/exam/contract.ts'
import { type ClientRefusal, openClient } from '../../../platform/http/client.ts'
import { siteDataFolder } from '../../../platform/host/site-data-folder.ts'
import { runningRelease } from '../../../platform/host/release.ts'
import { enrolmentText, openSiteKeys, type SiteKeys } from '../../../platform/sealing/site-keys.ts'
import { misunderstood } from '../seal/told.ts'
import { parseWireArguments, WIRE_USAGE, type WireArguments } from './wire-arguments.ts'

type Of<V> = Extract<WireArguments, { verb: V }>

/** What a site says to the centre by wire. Exit code 1 on a refusal, 2 when the words cannot be followed. */
export async function siteWire(words: readonly string[]): Promise<number> {
  const args = parseWireArguments(words)
  if (!args.ok) return misunderstood(args.refusal, WIRE_USAGE)
  switch (args.value.verb) {
    case 'report':
      return report(args.value)
    case 'enrol':
      return enrol(args.value)
    case 'fetch':
      return fetchFile(args.value)
    case 'opening-key':
      return openingKey(args.value)
  }
}

function dataFolder({ data }: Pick<WireArguments, 'data'>): string {
  return resolve(data ?? siteDataFolder(process.env))
}

async function report(args: Of<'report'>): Promise<number> {
  const standing = await openClient(args.site).call(readStanding, {})
  if (!standing.ok) return refused(standing.refusal)
  const { siteCode, package: held, drill, peer } = standing.value
  if (siteCode === null) return told('本考点还没有导入试卷包，没有可报告的状态。', 'no package has been imported here yet')
  const folder = dataFolder(args)
  const keys = await openSiteKeys(folder, siteCode)
  const { bavail, blocks, bsize } = statfsSync(folder)
  const body = SiteReport.parse({
    format: 'zhiheng-site-report',
    version: 1,
    siteCode,
    server: args.name,
    number: nextNumber(folder),
    reportedAt: Date.now(),
    engine: runningRelease(),
    package: held,
    drill,
    disk: { freeBytes: bavail * bsize, totalBytes: blocks * bsize },
    peer,
  })
  const sent = await openClient(args.centre).call(sendSiteReport, {
    body: { report: { ...body }, signature: keys.signing.sign(reportText(body)) },
  })
  if (!sent.ok) return refused(sent.refusal)
  const off = Math.round(sent.value.clockAheadMs / 1000)
  console.log(`第${body.number}号报告已送达，本机时钟与中心相差${off}秒。(report ${body.number} heard, clock ${off} s ahead)`)
  return 0
}

/** Counted in a file of the data folder, so that a report that was overheard is never heard again. */
function nextNumber(folder: string): number {
  const file = join(folder, 'site-report.number')
  const last = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0
  const next = (Number.isSafeInteger(last) ? last : 0) + 1
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${next}\n`, { mode: 0o600 })
  return next
}

async function enrol(args: Of<'enrol'>): Promise<number> {
  const keys = await openSiteKeys(dataFolder(args), args.code)
  const sent = await openClient(args.centre).call(sendEnrolment, { body: { enrolment: enrolmentText(keys) } })
  if (!sent.ok) return refused(sent.refusal)
  console.log(`公开密钥已送达中心。请致电中心，逐组报读指纹：${sent.value.fingerprint}(sent; read this fingerprint to the centre)`)
  return 0
}

async function fetchFile(args: Of<'fetch'>): Promise<number> {
  if (existsSync(args.out)) return told(`${args.out}已经存在，未覆盖。`, 'the file stands already and was not written over')
  const keys = await openSiteKeys(dataFolder(args), args.code)
  const got = await openClient(args.centre).file(fetchPackage, { body: signedCall(keys, args, 'package') })
  if (!got.ok) return refused(got.refusal)
  writeFileSync(args.out, got.value, { mode: 0o600, flag: 'wx' })
  console.log(`试卷包已存为${args.out}，请用 zhiheng seal check 核对。(fetched)`)
  return 0
}

async function openingKey(args: Of<'opening-key'>): Promise<number> {
  const keys = await openSiteKeys(dataFolder(args), args.code)
  const got = await openClient(args.centre).call(fetchOpeningKey, { body: signedCall(keys, args, 'opening-key') })
  if (!got.ok) return refused(got.refusal)
  console.log([got.value.text, '', ...got.value.lines].join('\n'))
  return 0
}

function signedCall(
  keys: SiteKeys,
  { code, sitePackageId }: { readonly code: string; readonly sitePackageId: string },
  wants: SiteCall['wants'],
) {
  const call = { siteCode: code, sitePackageId, wants, askedAt: instant(Date.now()) }
  return { call, signature: keys.signing.sign(callText(call)) }
}

function refused({ zh, en }: Pick<ClientRefusal, 'zh' | 'en'>): number {
  console.error(`${zh} (${en})`)
  return 1
}

function told(zh: string, en: string): number {
  console.error(`${zh}(${en})`)
  return 1
}
