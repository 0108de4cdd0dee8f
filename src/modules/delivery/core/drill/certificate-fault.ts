import type { Instant } from '../../../../kernel/instant.ts'
import type { FieldFault } from '../../../../kernel/result.ts'
import { type ReadinessCertificate, isFresh } from './certificate.ts'

/** What the certificate of a site is held against. */
export type CertificateFacts = {
  readonly siteCode: string
  readonly releaseDigest: string
  readonly now: Instant
  /** With a signature that was checked; null when there is none. */
  readonly certificate: ReadinessCertificate | null
}

/** What stands against the certificate of a site; null when it holds. */
export function certificateFault(facts: CertificateFacts): FieldFault | null {
  const { certificate } = facts
  if (certificate === null) return fault('没有就绪证书，请先完成考点演练。', 'There is no readiness certificate; do the drill first.')
  if (isFresh(certificate, facts)) return null
  if (certificate.siteCode !== facts.siteCode)
    return fault('就绪证书属于另一个考点，请完成本考点的演练。', 'The certificate is that of another site; do the drill here.')
  if (certificate.releaseDigest !== facts.releaseDigest)
    return fault('演练之后服务器软件已更换，请重新演练。', 'The servers run another release than in the drill; repeat it.')
  return fault('就绪证书不在14天有效期内，请重新演练。', 'The certificate is outside its 14 days; repeat the drill.')
}

function fault(zh: string, en: string): FieldFault {
  return { path: 'certificate', zh, en }
}
