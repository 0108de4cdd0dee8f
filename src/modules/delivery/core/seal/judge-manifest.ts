import { type Instant, clockOf, dayOf } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { type KnownSealer, PARTS, type PartName, type Seal, SealManifest, Seals, manifestText, sealingText } from './manifest.ts'

/** Is this the signature of this text by this key? Pure rooms get it as an argument. */
export type SignatureCheck = (publicKey: string, text: string, signature: string) => boolean

/** What a site holds a package against. */
export type SealTrust = {
  readonly siteCode: string
  readonly sealers: readonly KnownSealer[]
  readonly suites: readonly string[]
  /** The release that runs here, such as 1.4.0. */
  readonly engine: string
  readonly isSignedBy: SignatureCheck
}

/**
 * Reads manifest and seals as they stand in the package and judges them; nothing else of the package may be looked at before.
 * Refusals: `manifest-invalid`, `seals-unknown`, `seal-forged`, `seals-too-few`, `seals-one-person`, `suite-refused`,
 * `package-of-another-site`, `package-needs-other-engine`.
 */
export function judgeManifest(files: { readonly manifest: string; readonly seals: string }, trust: SealTrust): Result<SealManifest> {
  const manifest = SealManifest.safeParse(jsonOf(files.manifest))
  const seals = Seals.safeParse(jsonOf(files.seals))
  if (!manifest.success || !seals.success || manifestText(manifest.data) !== files.manifest) return refuse('manifest-invalid')
  const sealed = judgeSeals(manifest.data, seals.data, trust)
  if (!sealed.ok) return sealed
  if (!trust.suites.includes(manifest.data.suite)) return refuse('suite-refused', { suite: manifest.data.suite })
  if (manifest.data.siteCode !== trust.siteCode)
    return refuse('package-of-another-site', { site: manifest.data.siteCode, own: trust.siteCode })
  return fits(manifest.data, trust)
}

function fits(manifest: SealManifest, { engine }: SealTrust): Result<SealManifest> {
  const { from, until } = manifest.engine
  if (compareReleases(engine, from) < 0 || compareReleases(engine, until) > 0)
    return refuse('package-needs-other-engine', { engine, from, until })
  const names = new Set(manifest.parts.map(part => part.name))
  return names.size === PARTS.length && manifest.validFrom < manifest.validUntil ? ok(manifest) : refuse('manifest-invalid')
}

/** Two different persons from the list, and not one seal that is false. */
function judgeSeals(manifest: SealManifest, seals: readonly Seal[], { sealers, isSignedBy }: SealTrust): Result<true> {
  const text = sealingText(manifest)
  const persons = new Set<string>()
  for (const seal of seals) {
    const sealer = sealers.find(known => known.sealerId === seal.sealerId)
    if (sealer === undefined) return refuse('seals-unknown', { sealer: seal.sealerId })
    if (!isSignedBy(sealer.publicKey, text, seal.signature)) return refuse('seal-forged', { sealer: sealer.name })
    persons.add(sealer.personRef)
  }
  if (persons.size >= 2) return ok(true)
  return seals.length >= 2 ? refuse('seals-one-person') : refuse('seals-too-few', { found: seals.length })
}

/** Is the package valid now? Refusals: `package-not-yet-valid`, `package-expired`. */
export function isValidAt({ validFrom, validUntil }: SealManifest, now: Instant): Result<true> {
  if (now < validFrom) return refuse('package-not-yet-valid', { from: momentText(validFrom) })
  return now > validUntil ? refuse('package-expired', { until: momentText(validUntil) }) : ok(true)
}

/** Is a part what the sealers sealed? Refusals: `part-cut-short` when bytes are missing, `part-changed`. */
export function judgePart(
  manifest: SealManifest,
  name: PartName,
  found: { readonly sha256: string; readonly bytes: number },
): Result<true> {
  const part = manifest.parts.find(one => one.name === name)
  if (part === undefined) return refuse('manifest-invalid')
  if (found.bytes < part.bytes) return refuse('part-cut-short', { part: name, found: found.bytes, wanted: part.bytes })
  return found.bytes === part.bytes && found.sha256 === part.sha256 ? ok(true) : refuse('part-changed', { part: name })
}

/** `2026-11-29 08:00`, Beijing time. */
export function momentText(at: Instant): string {
  return `${dayOf(at)} ${clockOf(at)}`
}

/** Undefined where the text is no JSON: no schema takes it then. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function compareReleases(a: string, b: string): number {
  const [left, right] = [a, b].map(text => text.split('.').map(Number))
  for (let n = 0; n < 3; n++) {
    const difference = (left?.[n] ?? 0) - (right?.[n] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
