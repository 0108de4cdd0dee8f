import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { SealBroken, openSealed } from '../../../../platform/sealing/age-file.ts'
import type { SiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { jsonOf, judgePart } from '../../core/seal/judge-manifest.ts'
import { PARTS, type SealManifest, SealedRoster } from '../../core/seal/manifest.ts'
import type { SiteRoster } from '../../core/site/site-package.ts'
import { type SitePackageFile, type SiteTrust, checkPart, streamPart, withSitePackage } from './site-package-file.ts'

/**
 * Judges a package as it comes in, whole: manifest, seals, and every byte of both parts. Opens nothing.
 * Refusals: those of archives and of `judgeManifest`, `package-not-one`, `part-cut-short`, `part-changed`.
 */
export async function readSitePackage(path: string, trust: SiteTrust): Promise<Result<SealManifest>> {
  return withSitePackage(path, trust, async file => {
    for (const name of PARTS) {
      const part = await checkPart(file, name)
      if (!part.ok) return part
    }
    return ok(file.manifest)
  })
}

/**
 * Opens the roster with the key of this site: who sits where, who keeps the hall.
 * Refusals: as `readSitePackage`, `site-key-wrong`, `package-parts-differ`.
 */
export async function openRoster(path: string, trust: SiteTrust, keys: Pick<SiteKeys, 'identity'>): Promise<Result<SiteRoster>> {
  const opened = await withSitePackage(path, trust, file => openSealedRoster(file, keys))
  return opened.ok ? ok(opened.value.roster) : opened
}

/** The roster with the site secret, which never leaves this folder. */
export async function openSealedRoster(file: SitePackageFile, keys: Pick<SiteKeys, 'identity'>): Promise<Result<SealedRoster>> {
  const part = await checkPart(file, 'roster.age')
  if (!part.ok) return part
  const source = await streamPart(file, 'roster.age')
  if (!source.ok) return source
  const text = await readWhole(source.value.stream, keys.identity)
  if (text === null) return refuse('site-key-wrong')
  const still = judgePart(file.manifest, 'roster.age', source.value.facts())
  if (!still.ok) return still
  const roster = SealedRoster.safeParse(jsonOf(text))
  return roster.success && isOf(roster.data.roster, file.manifest) ? ok(roster.data) : refuse('package-parts-differ')
}

async function readWhole(sealed: Readable, identity: string): Promise<string | null> {
  try {
    return (await buffer(openSealed(sealed, identity))).toString()
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

function isOf(roster: SiteRoster, manifest: SealManifest): boolean {
  const { sitePackageId, siteCode, rehearsal, candidates } = roster
  const papers = new Set(manifest.papers.map(paper => paper.packageId))
  return (
    sitePackageId === manifest.sitePackageId &&
    siteCode === manifest.siteCode &&
    rehearsal === manifest.rehearsal &&
    candidates.every(candidate => papers.has(candidate.packageId))
  )
}
