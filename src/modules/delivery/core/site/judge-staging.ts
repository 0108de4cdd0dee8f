import type { Instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { isValidAt, momentText } from '../seal/judge-manifest.ts'
import type { SealManifest } from '../seal/manifest.ts'

/** A package as far as another one is held against it. */
export type LyingPackage = {
  readonly sitePackageId: string
  readonly manifest: Pick<SealManifest, 'sealedAt'>
  readonly sittings: readonly string[]
  /** Are all its sittings closed? */
  readonly over: boolean
}

/**
 * May a package that was judged by itself be taken in beside those that lie here? It may come days before it is valid, not after.
 * Refusals: `package-expired`, `package-replayed` for one whose sittings are over, `package-older` when the same sitting came in a newer one.
 */
export function judgeStaging(
  { manifest, sittings }: { readonly manifest: SealManifest; readonly sittings: readonly string[] },
  lying: readonly LyingPackage[],
  now: Instant,
): Result<true> {
  const valid = isValidAt(manifest, now)
  if (!valid.ok && valid.refusal.code === 'package-expired') return valid
  if (lying.some(one => one.over && one.sitePackageId === manifest.sitePackageId)) return refuse('package-replayed')
  const newer = lying.find(one => one.manifest.sealedAt > manifest.sealedAt && one.sittings.some(id => sittings.includes(id)))
  return newer === undefined
    ? ok(true)
    : refuse('package-older', { sealedAt: momentText(manifest.sealedAt), newer: momentText(newer.manifest.sealedAt) })
}
