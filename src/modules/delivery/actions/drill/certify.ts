import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import type { SigningKey } from '../../../../platform/sealing/signing-keys.ts'
import { findSiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { record } from '../../../audit/index.ts'
import type { certifyReadiness, readReadiness } from '../../contract.ts'
import { certificateLines } from '../../core/drill/certificate-lines.ts'
import { type ReadinessCertificate, certificateText, certifyDrill } from '../../core/drill/certificate.ts'
import { openFaults } from '../../core/drill/drill-steps.ts'
import { insertCertificate, newestDrill, stepsOfDrill } from '../../store/hall/drill.ts'
import { type KeptPackage, findStaff } from '../../store/hall/site.ts'
import { type Keepers, byOne, byTwo, mustBe } from '../hall/keepers.ts'
import { recordArmingEvidence } from '../hall/site.ts'
import type { SitePlace } from '../site/place.ts'
import { readinessOf } from './readiness.ts'
import { standingOf } from './standing.ts'

type View = ReplyOf<typeof readReadiness>

/** The certificate of this site as it stands. Refusals: those of the keepers. */
export async function readReadinessAction(tx: Tx, _request: object, ctx: Ctx): Promise<Result<View>> {
  const keepers = await byOne(tx, ctx, 'watch')
  return keepers.ok ? ok(await viewReadiness(tx, ctx, keepers.value.kept)) : keepers
}

async function viewReadiness(tx: Tx, ctx: Ctx, { siteCode }: KeptPackage): Promise<View> {
  const { signed, fault } = await readinessOf(tx, ctx, siteCode)
  return {
    certificate: signed?.certificate ?? null,
    signature: signed?.signature ?? null,
    publicKey: signed?.publicKey ?? null,
    lines: signed ? certificateLines(signed.certificate, signed.signature) : [],
    ready: fault === null,
    fault,
  }
}

/**
 * Issues the certificate of the drill that was passed here, by manager and engineer, signed with the enrolled key of the site.
 * Refusals: `site-not-enrolled`, `drill-not-begun`, `drill-failed` with everything that is open, those of the keepers.
 */
export function certifyReadinessAction(place: SitePlace) {
  return async ({ body }: { readonly body: BodyOf<typeof certifyReadiness> }, ctx: Ctx): Promise<Result<View>> => {
    const keys = await findSiteKeys(place.dataFolder)
    if (keys === null) return refuse('site-not-enrolled')
    return byTwo<View>(ctx, {
      act: 'certify',
      witness: body.witness,
      run: async (tx, keepers) => {
        const permitted = mustBe('certify', keepers)
        if (!permitted.ok) return permitted
        // keys of another site sign nothing here
        if (keys.siteCode !== keepers.kept.siteCode) return refuse('site-not-enrolled')
        const certificate = await certificateOf(tx, ctx, keepers)
        if (!certificate.ok) return certificate
        await keep(tx, ctx, keepers, { certificate: certificate.value, signing: keys.signing })
        return ok(await viewReadiness(tx, ctx, keepers.kept))
      },
    })
  }
}

async function certificateOf(tx: Tx, ctx: Ctx, keepers: Keepers): Promise<Result<ReadinessCertificate>> {
  const { sitePackageId, siteCode, siteName } = keepers.kept
  const drill = await newestDrill(tx, sitePackageId)
  const standing = standingOf(ctx.ports.database)
  if (!drill || !standing) return refuse('drill-not-begun')
  const steps = await stepsOfDrill(tx, { sitePackageId, drillId: drill.drillId })
  const faults = openFaults(steps)
  if (faults.length > 0) return refuse('drill-failed', { count: faults.length }, faults)
  return certifyDrill({
    ...{ siteCode, siteName, sitePackageId, releaseDigest: standing.releaseDigest, performedAt: ctx.now },
    ...(await namesOf(tx, keepers)),
    values: steps.flatMap(step => (step.state === 'confirmed' ? step.values : [])),
    skipped: steps.flatMap(step => (step.state === 'skipped' ? [step.stepId] : [])),
  })
}

/** Who of the two stands for which duty. */
async function namesOf(tx: Tx, { first, second, kept }: Keepers): Promise<{ readonly siteManager: string; readonly siteEngineer: string }> {
  const both = second === null ? [first] : [first, second]
  const engineer = both.find(
    one => one.duties.includes('site-engineer') && both.some(other => other !== one && other.duties.includes('site-manager')),
  )
  const manager = both.find(one => one !== engineer)
  const nameOf = async (staffId: string) => (await findStaff(tx, { sitePackageId: kept.sitePackageId, staffId }))?.name ?? staffId
  return { siteManager: await nameOf(manager?.staffId ?? ''), siteEngineer: await nameOf(engineer?.staffId ?? '') }
}

type Keeping = { readonly certificate: ReadinessCertificate; readonly signing: SigningKey }

async function keep(tx: Tx, ctx: Ctx, { kept, second }: Keepers, { certificate, signing }: Keeping): Promise<void> {
  const id = newId()
  const signature = signing.sign(certificateText(certificate))
  await insertCertificate(tx, id, { certificate, signature, publicKey: signing.publicKey }, ctx.now)
  await recordArmingEvidence(tx, ctx, { kind: 'drill', passed: true, validUntil: certificate.validUntil, note: '考前演练已通过' })
  await record(tx, ctx, {
    type: 'readiness-certified',
    subject: { kind: 'site', id: kept.siteCode },
    facts: { certificate: id, release: certificate.releaseDigest, until: certificate.validUntil, witness: second?.staffId ?? null },
  })
}
