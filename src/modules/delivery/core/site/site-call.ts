import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { SignatureCheck } from '../seal/judge-manifest.ts'

/** How far the moment in a call may be from the centre's clock: what was overheard is soon worth nothing, a clock that is off still gets through. */
export const CALL_MINUTES = 15

/** What a site asks the centre for, signed with the key it enrolled with. */
export const SiteCall = z.strictObject({
  siteCode: z.string().min(1).max(64),
  sitePackageId: z.uuid(),
  wants: z.enum(['package', 'opening-key']),
  askedAt: z
    .number()
    .int()
    .nonnegative()
    .transform(ms => instant(ms)),
})
export type SiteCall = z.infer<typeof SiteCall>

export function callText(call: SiteCall): string {
  return `zhiheng site call 1\n${canonicalJson(call)}`
}

/** Refusals: `site-unknown`, `site-signature-wrong`, `site-clock-off` with the minutes. */
export function judgeCall(
  { call, signature }: { readonly call: SiteCall; readonly signature: string },
  { signingKey, isSignedBy }: { readonly signingKey: string | null; readonly isSignedBy: SignatureCheck },
  now: Instant,
): Result<SiteCall> {
  if (signingKey === null) return refuse('site-unknown', { site: call.siteCode })
  if (!isSignedBy(signingKey, callText(call), signature)) return refuse('site-signature-wrong', { site: call.siteCode })
  const off = Math.round(Math.abs(call.askedAt - now) / 60_000)
  return off > CALL_MINUTES ? refuse('site-clock-off', { minutes: off, most: CALL_MINUTES }) : ok(call)
}
