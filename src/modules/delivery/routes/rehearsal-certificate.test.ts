import { newId } from '../../../platform/id.ts'
import type { SiteKeys } from '../../../platform/sealing/site-keys.ts'
import { must } from '../../../platform/test-context.ts'
import { setStanding } from '../actions/drill/standing.ts'
import { DRILL_SCRIPT, certificateText, certifyDrill } from '../contract.ts'
import { SITE_PACKAGE } from '../fixtures.ts'
import { insertCertificate } from '../store/hall/drill.ts'
import type { RehearsalSite } from './rehearsal-site.test.ts'

const RELEASE = 'a'.repeat(64)

/** A readiness certificate as a drill earns it, and a server that knows what it is. */
export async function certify(site: RehearsalSite, keys: SiteKeys, siteCode: string): Promise<void> {
  setStanding(site.ports.database, {
    releaseDigest: RELEASE,
    signingKey: async () => keys.signing.publicKey,
    diskFreeBytes: async () => 40_000_000_000,
    seatsMeant: 60,
    mayBeAlone: true,
    monotonic: () => 0,
    inject: () => Promise.reject(new Error('nothing is asked from within')),
  })
  const values = DRILL_SCRIPT.flatMap(step =>
    step.measures.map(({ measureId, limit }) => ({ stepId: step.stepId, measureId, value: limit })),
  )
  const people = { siteManager: '赵主任', siteEngineer: '钱工', values, skipped: [] }
  const drill = { siteCode, siteName: '示范考点', sitePackageId: SITE_PACKAGE, releaseDigest: RELEASE, ...people }
  const certified = must(certifyDrill({ ...drill, performedAt: site.ports.clock.now() }))
  const signed = { certificate: certified, signature: keys.signing.sign(certificateText(certified)), publicKey: keys.signing.publicKey }
  await site.inTx((tx, ctx) => insertCertificate(tx, newId(), signed, ctx.now))
}
