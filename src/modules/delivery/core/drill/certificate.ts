import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Instant, instant, plusMinutes } from '../../../../kernel/instant.ts'
import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type DrillStep, type Measure, DRILL_SCRIPT } from './script.ts'

/** Days that a readiness certificate holds. */
export const CERTIFICATE_DAYS = 14

const Moment = z
  .number()
  .int()
  .transform(ms => instant(ms))
const Value = z.strictObject({ stepId: z.string(), measureId: z.string(), value: z.number().int() })
/** What was measured in a drill. */
export type DrillValue = z.infer<typeof Value>

/** 就绪证书: that this site, with this release on its servers, has passed the drill. Signed over `certificateText`. */
export const ReadinessCertificate = z.strictObject({
  version: z.literal(1),
  siteCode: z.string().min(1).max(64),
  siteName: z.string().min(1).max(200),
  /** The rehearsal package that was played. */
  sitePackageId: z.uuid(),
  /** SHA-256 (hex) of the release that both servers run; another release needs another drill. */
  releaseDigest: z.string().regex(/^[0-9a-f]{64}$/),
  performedAt: Moment,
  validUntil: Moment,
  siteManager: z.string().min(1).max(80),
  siteEngineer: z.string().min(1).max(80),
  values: z.array(Value).min(1).max(100),
  /** Steps that this site has nothing for, such as the swap of a second server that it does not have. */
  skipped: z.array(z.string()).max(10).default([]),
})
export type ReadinessCertificate = z.infer<typeof ReadinessCertificate>

/** A drill as it was done. */
export type Drill = Omit<ReadinessCertificate, 'version' | 'validUntil'>

/**
 * Issues the certificate of a drill in which every measure of the script was taken and kept its limit.
 * Refusals: `second-person-needed`, `drill-failed` with every measure that is missing or over its limit.
 */
export function certifyDrill(drill: Drill): Result<ReadinessCertificate> {
  if (drill.siteManager.trim() === drill.siteEngineer.trim()) return refuse('second-person-needed')
  const faults = drillFaults(drill.values, drill.skipped)
  if (faults.length > 0) return refuse('drill-failed', { count: faults.length }, faults)
  return ok({ ...drill, version: 1, validUntil: plusMinutes(drill.performedAt, CERTIFICATE_DAYS * 24 * 60) })
}

/** Every measure of the script that the values do not satisfy; a measure taken twice counts by its worse value. */
export function drillFaults(values: readonly DrillValue[], skipped: readonly string[] = []): FieldFault[] {
  return DRILL_SCRIPT.filter(step => !skipped.includes(step.stepId)).flatMap(step =>
    step.measures.flatMap(measure => measureFaults(step, measure, values)),
  )
}

function measureFaults(step: DrillStep, measure: Measure, values: readonly DrillValue[]): FieldFault[] {
  const taken = values.filter(one => one.stepId === step.stepId && one.measureId === measure.measureId).map(one => one.value)
  const path = `${step.stepId}.${measure.measureId}`
  const [zh, en] = [`${step.name.zh}：${measure.name.zh}`, `${step.name.en}: ${measure.name.en}`]
  if (taken.length === 0) return [{ path, zh: `${zh}没有测得结果，请完成这一步。`, en: `${en} was not measured; do this step.` }]
  const worst = measure.kind === 'at-most' ? Math.max(...taken) : Math.min(...taken)
  if (measure.kind === 'at-most' ? worst <= measure.limit : worst >= measure.limit) return []
  const [boundZh, boundEn] = measure.kind === 'at-most' ? ['不得超过', 'at most'] : ['不得少于', 'at least']
  return [
    {
      path,
      zh: `${zh}为${worst}${measure.unit.zh}，${boundZh}${measure.limit}${measure.unit.zh}。`,
      en: `${en} was ${worst} ${measure.unit.en}; ${boundEn} ${measure.limit}.`,
    },
  ]
}

/** The text under the signature of the site and the centre. */
export function certificateText(certificate: ReadinessCertificate): string {
  return canonicalJson(certificate)
}

/** Does the certificate hold for this site, this release and this instant? */
export function isFresh(
  certificate: ReadinessCertificate,
  asked: { readonly siteCode: string; readonly releaseDigest: string; readonly now: Instant },
): boolean {
  const { siteCode, releaseDigest, now } = asked
  return (
    certificate.siteCode === siteCode &&
    certificate.releaseDigest === releaseDigest &&
    now >= certificate.performedAt &&
    now <= certificate.validUntil
  )
}
