import assert from 'node:assert/strict'
import { hash, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, instant, plusMinutes } from '../../../../src/kernel/instant.ts'
import { sealSitePackage } from '../../../../src/modules/delivery/actions/seal/seal-site-package.ts'
import { sealersFile } from '../../../../src/modules/delivery/actions/site/place.ts'
import { sendResult } from '../../../../src/modules/delivery/actions/site/send-result.ts'
import { writeKeyText } from '../../../../src/modules/delivery/contract.ts'
import type { CentreKeys } from '../../../../src/modules/delivery/core/site/site-package.ts'
import { SITTING, aPackage, aRoster } from '../../../../src/modules/delivery/fixtures.ts'
import { certificateText, certifyDrill } from '../../../../src/modules/delivery/core/drill/certificate.ts'
import { DRILL_SCRIPT } from '../../../../src/modules/delivery/core/drill/script.ts'
import { insertCertificate } from '../../../../src/modules/delivery/store/hall/drill.ts'
import type { Tx } from '../../../../src/platform/db/database.ts'
import { openClient } from '../../../../src/platform/http/client.ts'
import { releaseDigest, runningRelease } from '../../../../src/platform/host/release.ts'
import { hashPassword } from '../../../../src/platform/password.ts'
import { newOpeningKey } from '../../../../src/platform/sealing/derive.ts'
import { type SiteKeys, openSiteKeys } from '../../../../src/platform/sealing/site-keys.ts'
import { type SigningKey, newSigningKey } from '../../../../src/platform/sealing/signing-keys.ts'
import type { Ctx } from '../../../../src/platform/context.ts'
import { PASS } from '../hall-stage.ts'
import { openReceivingCentre } from './receiving-centre.ts'

const SITE_CODE = '91012001'
export const REHEARSAL_SITTING = '6a1d2c8f-4b63-4e6f-8d0a-3e4f5a6b7c8d'

/** A package as it lies on a stick, with its opening key as it is read out by telephone. */
export type OnStick = { readonly path: string; readonly key: string }

/** What a site has from its centre: an enrolment, sealed packages on a stick, and receipts for what it sends. */
export type SealedSite = {
  /** Opened forty minutes ago, so that it may be closed without anybody having come. */
  rehearsal(): Promise<OnStick>
  /** Two rooms of three seats, four candidates; the sitting opens at the given time. */
  real(opensAt: Instant): Promise<OnStick>
  /** A readiness certificate of this site, for which every limit was just kept. */
  certify(tx: Tx, ctx: Ctx): Promise<void>
  /** The centre takes in a result package and gives its receipt, which allows to purge at once. */
  receiptFor(path: string, sittingId: string): Promise<string>
  end(): Promise<void>
}

type Sealer = { readonly sealerId: string; readonly key: SigningKey }
type Sealing = {
  readonly folder: string
  readonly keys: SiteKeys
  readonly sealers: readonly Sealer[]
  readonly centre: CentreKeys
  readonly verifier: string
}

/** Enrols the site whose server keeps this folder, and stands in for its centre. */
export async function openSealedSite(folder: string): Promise<SealedSite> {
  const keys = await openSiteKeys(folder, SITE_CODE)
  const sealers = ['甲', '乙'].map((name, n) => ({ sealerId: `s-${n}`, name, key: newSigningKey() }))
  const known = sealers.map(({ sealerId, name, key }) => ({ sealerId, personRef: name, name, publicKey: key.publicKey }))
  writeFileSync(sealersFile(folder), JSON.stringify(known))
  mkdirSync(join(folder, 'stick'))
  const centre = await openReceivingCentre({ siteCode: SITE_CODE, siteKey: keys.signing.publicKey })
  const sealing = { folder, keys, sealers, centre: centre.keys, verifier: await hashPassword(PASS) }
  return {
    rehearsal: () => seal(sealing, { name: '演练', opensAt: plusMinutes(instant(Date.now()), -40), rehearsal: true }),
    real: opensAt => seal(sealing, { name: '正式', opensAt, rehearsal: false }),
    certify: (tx, ctx) => certify(tx, ctx, keys),
    receiptFor: async (path, sittingId) => {
      const sent = await sendResult(openClient(centre.address), { path, sittingId, keys })
      assert.ok(sent.ok, sent.ok ? '' : JSON.stringify(sent.refusal))
      return sent.value
    },
    end: centre.end,
  }
}

async function certify(tx: Tx, ctx: Ctx, { siteCode, signing }: SiteKeys): Promise<void> {
  const values = DRILL_SCRIPT.flatMap(({ stepId, measures }) =>
    measures.map(({ measureId, limit }) => ({ stepId, measureId, value: limit })),
  )
  const drill = {
    siteCode,
    siteName: '示范考点',
    sitePackageId: randomUUID(),
    releaseDigest: releaseDigest(),
    performedAt: ctx.now,
    siteManager: '赵主任',
    siteEngineer: '钱工',
    values,
    skipped: [],
  }
  const certificate = certifyDrill(drill)
  assert.ok(certificate.ok)
  const signed = {
    certificate: certificate.value,
    signature: signing.sign(certificateText(certificate.value)),
    publicKey: signing.publicKey,
  }
  await insertCertificate(tx, randomUUID(), signed, ctx.now)
}

type Order = { readonly name: string; readonly opensAt: Instant; readonly rehearsal: boolean }

async function seal({ folder, keys, sealers, centre, verifier }: Sealing, { name, opensAt, rehearsal }: Order): Promise<OnStick> {
  const usual = aRoster(verifier, { opensAt, rehearsal, sitePackageId: randomUUID(), centre })
  const sittingId = rehearsal ? REHEARSAL_SITTING : SITTING
  const roster = {
    ...usual,
    title: rehearsal ? '考前演练' : '2026冬季统一鉴定',
    // handing in from the first minute on: a journey does not wait for half an hour
    sittings: usual.sittings.map(one => ({ ...one, sittingId, rules: { ...one.rules, earliestHandInMinutes: 0, calculator: true } })),
    candidates: usual.candidates.map(one => ({ ...one, sittingId, faceJpegBase64: null })),
  }
  const paper = aPackage(sha256)
  const openingKey = newOpeningKey()
  const now = instant(Date.now())
  const release = runningRelease()
  const path = join(folder, 'stick', `${name}.zhpkg`)
  const sealed = await sealSitePackage({
    roster,
    papers: [paper],
    list: [{ packageId: paper.packageId, digest: paper.digest }],
    recipient: keys.recipient,
    openingKey,
    sealers: sealers.map(({ sealerId, key }) => ({ sealerId, sign: key.sign })) as never,
    sealedAt: now,
    validFrom: plusMinutes(now, -120),
    validUntil: plusMinutes(now, 2_000),
    engine: { from: release, until: release },
    target: path,
  })
  assert.ok(sealed.ok, sealed.ok ? '' : sealed.refusal.code)
  return { path, key: writeKeyText(openingKey) }
}

const sha256 = (text: string) => hash('sha256', text, 'hex')
