import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import type { FieldFault } from '../../../../kernel/result.ts'
import { certificateFault } from '../../core/drill/certificate-fault.ts'
import { certificateText } from '../../core/drill/certificate.ts'
import { type SignedCertificate, newestCertificate } from '../../store/hall/drill.ts'
import { standingOf } from './standing.ts'

/** The certificate of a site as it stands, and what stands against it; `fault` is null when the site is ready. */
export type Readiness = { readonly signed: SignedCertificate | null; readonly fault: FieldFault | null }

/** Is there a certificate under the key of this site, for this release, that has not grown old? */
export async function readinessOf(tx: Tx, ctx: Ctx, siteCode: string): Promise<Readiness> {
  const kept = (await newestCertificate(tx, siteCode)) ?? null
  const standing = standingOf(ctx.ports.database)
  const asked = { siteCode, releaseDigest: standing?.releaseDigest ?? '', now: ctx.now }
  if (kept === null) return { signed: null, fault: certificateFault({ ...asked, certificate: null }) }
  const own = (await standing?.signingKey()) ?? null
  const genuine = kept.publicKey === own && isSignedBy(kept.publicKey, certificateText(kept.certificate), kept.signature)
  return { signed: kept, fault: genuine ? certificateFault({ ...asked, certificate: kept.certificate }) : FORGED }
}

const FORGED: FieldFault = {
  path: 'certificate',
  zh: '就绪证书的签名与本考点的密钥不符，请重新演练。',
  en: 'The signature of the certificate is not of this site’s key; repeat the drill.',
}
