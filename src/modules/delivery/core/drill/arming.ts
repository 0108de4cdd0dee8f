import type { Instant } from '../../../../kernel/instant.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { TimelineFinding } from '../timeline/finding.ts'
import { type ReadinessCertificate, isFresh } from './certificate.ts'

/** What must be known before a site is armed. */
export type ArmingFacts = {
  readonly siteCode: string
  readonly releaseDigest: string
  readonly now: Instant
  /** With a signature that was checked; null when there is none. */
  readonly certificate: ReadinessCertificate | null
  /** Signatures and digests of the site's package have been checked. */
  readonly packageVerified: boolean
  /** Null: the linter has not been run on this package. */
  readonly findings: readonly TimelineFinding[] | null
}

/** May the site be armed? Refusal: `arming-refused` with everything that stands in the way, so that it is mended in one go. */
export function mayArm(facts: ArmingFacts): Result<true> {
  const faults = [...certificateFaults(facts), ...packageFaults(facts), ...timelineFaults(facts)]
  return faults.length === 0 ? ok(true) : refuse('arming-refused', { count: faults.length }, faults)
}

/** What stands against the certificate of a site; null when it holds. */
export function certificateFault(facts: Pick<ArmingFacts, 'siteCode' | 'releaseDigest' | 'now' | 'certificate'>): FieldFault | null {
  return certificateFaults(facts)[0] ?? null
}

function certificateFaults(facts: Pick<ArmingFacts, 'siteCode' | 'releaseDigest' | 'now' | 'certificate'>): FieldFault[] {
  const { certificate } = facts
  if (certificate === null)
    return [fault('certificate', '没有就绪证书，请先完成考点演练。', 'There is no readiness certificate; do the drill first.')]
  if (isFresh(certificate, facts)) return []
  if (certificate.siteCode !== facts.siteCode)
    return [
      fault('certificate', '就绪证书属于另一个考点，请完成本考点的演练。', 'The certificate is that of another site; do the drill here.'),
    ]
  if (certificate.releaseDigest !== facts.releaseDigest)
    return [fault('certificate', '演练之后服务器软件已更换，请重新演练。', 'The servers run another release than in the drill; repeat it.')]
  return [fault('certificate', '就绪证书不在14天有效期内，请重新演练。', 'The certificate is outside its 14 days; repeat the drill.')]
}

function packageFaults({ packageVerified }: ArmingFacts): FieldFault[] {
  return packageVerified
    ? []
    : [
        fault(
          'package',
          '考点试卷包尚未通过签名与摘要核验，请重新核验。',
          'The package of the site has not passed its checks; verify it again.',
        ),
      ]
}

function timelineFaults({ findings }: ArmingFacts): FieldFault[] {
  if (findings === null)
    return [fault('timeline', '尚未核算考试时间，请先运行时间核查。', 'The timeline was not checked; run the linter first.')]
  return findings.filter(one => one.severity === 'block').map(one => fault(`timeline.${one.code}`, one.text.zh, one.text.en))
}

function fault(path: string, zh: string, en: string): FieldFault {
  return { path, zh, en }
}
