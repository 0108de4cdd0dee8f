import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { confirmEnrolment, reportText, sendEnrolment, sendSiteReport, SiteReport } from '../../../modules/delivery/contract.ts'
import {
  DEMONSTRATION_PHRASE,
  listSealings,
  makeCustodianKey,
  makeSealerKey,
  orderSealing,
  readBoard,
  sealPackages,
  setHallPass,
} from '../../../modules/exam/contract.ts'
import { type Client, openClient } from '../../../platform/http/client.ts'
import { runningRelease } from '../../../platform/host/release.ts'
import { enrolmentText, openSiteKeys, type SiteKeys } from '../../../platform/sealing/site-keys.ts'
import { inParallel } from '../season/driving/in-parallel.ts'
import { AT_ONCE, type SeasonWorld } from '../season/driving/season-world.ts'
import type { OpenSession } from '../season/steps/open-session.ts'

const PHRASE = { body: { passPhrase: DEMONSTRATION_PHRASE } }
const BETWEEN_LOOKS_MS = 100
const PATIENCE_MS = 60_000
const DAY_MS = 24 * 60 * 60_000
const GIB = 1024 ** 3

/** A site of the seed country with its keys, which exist only while the country is planted. */
export type PlantedSite = { readonly siteCode: string; readonly keys: SiteKeys }

/**
 * The packages of a session, sealed by two and with shares that wait for their custodians. The keys of the sites are made here and thrown
 * away: nobody opens a package of the seed country.
 */
export async function sealForSites(world: SeasonWorld, { sessionId }: OpenSession): Promise<readonly PlantedSite[]> {
  const { caller, progress, staff } = world
  const [orderer, first, second] = await staff.holding('national-officer')
  if (!orderer || !first || !second) throw new Error('three national officers are needed: one orders, two seal')
  const { sites } = await caller.must(orderer, listSealings, { params: { sessionId } })
  progress.begin('封装试卷包', sites.length)
  await giveEverybodyKeys(world, [first, second])
  const keys = new Map<string, SiteKeys>()
  await inParallel(sites, AT_ONCE, async ({ siteCode }) => void keys.set(siteCode, await enrol(world, orderer, siteCode)))
  const ready = (await caller.must(orderer, listSealings, { params: { sessionId } })).sites
    .filter(site => site.ready)
    .map(site => site.siteCode)
  const { volunteers } = await caller.must(orderer, listSealings, { params: { sessionId } })
  const custodians = volunteers.map(one => one.personId)
  const body = { rehearsal: false, sites: ready, custodians, needed: 3 }
  const { sealingId } = await caller.must(orderer, orderSealing, { params: { sessionId }, body })
  await until(world, { sessionId, sealingId, state: 'to-sign' })
  for (const sealer of [first, second]) await caller.must(sealer, sealPackages, { params: { sealingId }, ...PHRASE })
  await until(world, { sessionId, sealingId, state: 'sealed' })
  progress.end(`${ready.length}个考点已封装，密钥份额待领取`)
  return [...keys].map(([siteCode, own]) => ({ siteCode, keys: own }))
}

/** Sealers, custodians and hall staff, each with the pass phrase of the demonstration; side by side, because each costs a hash. */
async function giveEverybodyKeys({ caller, staff }: SeasonWorld, sealers: readonly Client[]): Promise<void> {
  const custodians = [
    await staff.one('auditor'),
    await staff.one('chief-assessor'),
    ...(await staff.holding('registrar')),
    await staff.one('external-verifier'),
  ]
  const ofHalls = [...(await staff.holding('site-manager')), ...(await staff.holding('site-engineer'))]
  const asked = [
    ...sealers.map(one => () => caller.must(one, makeSealerKey, PHRASE)),
    ...custodians.map(one => () => caller.must(one, makeCustodianKey, PHRASE)),
    ...ofHalls.map(one => () => caller.must(one, setHallPass, PHRASE)),
  ]
  await inParallel(asked, AT_ONCE, async ask => void (await ask()))
}

async function enrol({ caller, address }: SeasonWorld, national: Client, siteCode: string): Promise<SiteKeys> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-planted-site-'))
  try {
    const keys = await openSiteKeys(folder, siteCode)
    const { fingerprint } = await caller.must(openClient(address), sendEnrolment, { body: { enrolment: enrolmentText(keys) } })
    await caller.must(national, confirmEnrolment, { params: { siteCode }, body: { fingerprint, heard: fingerprint } })
    return keys
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Standing = { readonly sessionId: string; readonly sealingId: string; readonly state: 'to-sign' | 'sealed' }

async function until({ caller, staff }: SeasonWorld, { sessionId, sealingId, state }: Standing): Promise<void> {
  const national = await staff.one('national-officer')
  for (const from = performance.now(); performance.now() - from < PATIENCE_MS; await pause(BETWEEN_LOOKS_MS)) {
    const { sealings } = await caller.must(national, listSealings, { params: { sessionId } })
    if (sealings.find(one => one.sealingId === sealingId)?.state === state) return
  }
  throw new Error(`封装没有进入“${state}”。(the sealing did not move on)`)
}

/** On the morning the sites report: one is in order, the others have something that somebody has to look after. */
export async function reportFromSites(world: SeasonWorld, { sessionId }: OpenSession, sites: readonly PlantedSite[]): Promise<void> {
  const { caller, staff, address } = world
  const national = await staff.one('national-officer')
  const board = await caller.must(national, readBoard, { params: { sessionId } })
  const now = instant(board.now)
  for (const [at, { siteCode, keys }] of sites.toSorted((a, b) => (a.siteCode < b.siteCode ? -1 : 1)).entries()) {
    const sitePackageId = board.rows.find(row => row.siteCode === siteCode)?.sitePackageId ?? null
    if (sitePackageId === null) continue
    const report = SiteReport.parse({ ...reportOf(siteCode, sitePackageId, now), ...TROUBLES[at % TROUBLES.length]?.(now) })
    await caller.must(openClient(address), sendSiteReport, {
      body: { report: { ...report }, signature: keys.signing.sign(reportText(report)) },
    })
  }
}

/** What is the matter with the sites in their order: a full disk and no package yet, nothing, no second server and a drill long ago. */
const TROUBLES: readonly ((now: Instant) => Partial<SiteReport>)[] = [
  () => ({ package: null, disk: { freeBytes: 61 * GIB, totalBytes: 240 * GIB } }),
  () => ({}),
  now => ({ peer: 'alone', drill: { performedAt: instant(now - 13 * DAY_MS), validUntil: instant(now + DAY_MS) } }),
]
function reportOf(siteCode: string, sitePackageId: string, now: Instant): SiteReport {
  return SiteReport.parse({
    format: 'zhiheng-site-report',
    version: 1,
    siteCode,
    server: 'A',
    number: 1,
    reportedAt: now,
    engine: runningRelease(),
    package: { sitePackageId, openedAt: null, armedAt: null },
    drill: { performedAt: now - 5 * DAY_MS, validUntil: now + 9 * DAY_MS },
    disk: { freeBytes: 310 * GIB, totalBytes: 480 * GIB },
    peer: 'reached',
  })
}
