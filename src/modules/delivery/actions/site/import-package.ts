import { hash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack, type Tx } from '../../../../platform/db/database.ts'
import type { UploadedFile } from '../../../../platform/files/inspect-upload.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import { type SealManifest, manifestText } from '../../core/seal/manifest.ts'
import { openingTimes } from '../../core/seal/opening.ts'
import { type LyingPackage, judgeStaging } from '../../core/site/judge-staging.ts'
import type { SiteRoster } from '../../core/site/site-package.ts'
import { type SitePackageView, shortDigest } from '../../core/site/site-views.ts'
import { sittingsOfPackage } from '../../store/hall/hall.ts'
import { currentPackage } from '../../store/hall/site.ts'
import { type StagedPackage, putStaged, stagedPackages } from '../../store/hall/intake.ts'
import { installRoster } from '../hall/install.ts'
import { byOne } from '../hall/keepers.ts'
import { openRoster, readSitePackage } from '../seal/read-site-package.ts'
import { type SitePlace, ownEnrolment, packageFile } from './place.ts'

/** The console's way in; the very first package comes by command, because nobody can sign in before. */
export function importSitePackageAction(place: SitePlace) {
  return async ({ file }: { readonly file?: UploadedFile }, ctx: Ctx): Promise<Result<SitePackageView>> => {
    const keepers = await ctx.ports.database.transact(tx => byOne(tx, ctx, 'import'))
    if (!keepers.ok) return keepers
    return file?.path === undefined ? refuse('file-missing') : importPackage(ctx, place, file.path)
  }
}

/**
 * Takes a sealed package in from a file: judged whole, copied as it is, its roster opened with the key of this site and installed. The same
 * package again changes nothing but that it is the one played. What is refused stands in the audit log too.
 * Refusals: `site-not-enrolled`, those of `readSitePackage`, `openRoster`, `judgeStaging` and `installRoster`.
 */
export async function importPackage(ctx: Ctx, place: SitePlace, path: string): Promise<Result<SitePackageView>> {
  const taken = await takeIn(ctx, place, path)
  if (taken.ok) return taken
  const facts = { why: taken.refusal.code, by: ctx.ip }
  await ctx.ports.database.transact(tx => record(tx, ctx, { type: 'site-package-refused', subject: { kind: 'site', id: 'intake' }, facts }))
  return taken
}

async function takeIn(ctx: Ctx, place: SitePlace, path: string): Promise<Result<SitePackageView>> {
  const site = await ownEnrolment(place)
  if (!site.ok) return site
  const { trust, keys } = site.value
  const manifest = await readSitePackage(path, trust)
  if (!manifest.ok) return manifest
  const roster = await openRoster(path, trust, keys)
  if (!roster.ok) return roster
  const early = await ctx.ports.database.transact(tx => mayStage(tx, ctx, manifest.value, roster.value))
  if (!early.ok) return early
  const target = packageFile(place.dataFolder, manifest.value.sitePackageId)
  await copyWhole(path, target)
  return ctx.ports.database.transact(async tx => {
    const staged = await stage(tx, ctx, manifest.value, roster.value)
    if (!staged.ok) throw new RolledBack(staged)
    return staged
  })
}

async function mayStage(tx: Tx, ctx: Ctx, manifest: SealManifest, roster: SiteRoster): Promise<Result<true>> {
  const lying: LyingPackage[] = []
  for (const one of await stagedPackages(tx)) {
    const sittings = await sittingsOfPackage(tx, one.sitePackageId)
    lying.push({ ...one, over: sittings.length > 0 && sittings.every(sitting => sitting.closedAt !== null) })
    if (one.sitePackageId === manifest.sitePackageId && one.manifestDigest !== digestOf(manifest)) return refuse('roster-differs')
  }
  return judgeStaging({ manifest, sittings: roster.sittings.map(one => one.sittingId) }, lying, ctx.now)
}

async function stage(tx: Tx, ctx: Ctx, manifest: SealManifest, roster: SiteRoster): Promise<Result<SitePackageView>> {
  const installed = await installRoster(tx, ctx, roster)
  if (!installed.ok) return installed
  const { sitePackageId } = manifest
  const times = openingTimes(manifest, roster.sittings)
  const fresh = await putStaged(tx, {
    sitePackageId,
    manifest,
    manifestDigest: digestOf(manifest),
    sittings: roster.sittings.map(one => one.sittingId),
    notBefore: times.from,
    notAfter: times.until,
    centre: roster.centre ?? null,
    now: ctx.now,
  })
  if (fresh)
    await record(tx, ctx, {
      type: 'site-package-imported',
      subject: { kind: 'site-package', id: sitePackageId },
      facts: { digest: digestOf(manifest), title: manifest.title, rehearsal: manifest.rehearsal, sealedAt: manifest.sealedAt },
    })
  const view = (await viewPackages(tx)).find(one => one.sitePackageId === sitePackageId)
  if (view === undefined) throw new Error('a package that was staged is not there')
  return ok(view)
}

/** Written aside and renamed, so that half a package is never taken for one. */
async function copyWhole(path: string, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const aside = `${target}.${newId()}`
  try {
    await pipeline(createReadStream(path), createWriteStream(aside, { mode: 0o600, flags: 'wx', flush: true }))
    await rename(aside, target)
  } finally {
    await rm(aside, { force: true })
  }
}

const digestOf = (manifest: SealManifest): string => hash('sha256', manifestText(manifest), 'hex')

export async function readSitePackagesAction(
  tx: Tx,
  _request: object,
  ctx: Ctx,
): Promise<Result<{ readonly packages: readonly SitePackageView[] }>> {
  const keepers = await byOne(tx, ctx, 'watch')
  return keepers.ok ? ok({ packages: await viewPackages(tx) }) : keepers
}

async function viewPackages(tx: Tx): Promise<SitePackageView[]> {
  const current = await currentPackage(tx)
  return (await stagedPackages(tx)).map(staged => viewOf(staged, staged.sitePackageId === current?.sitePackageId))
}

function viewOf({ sitePackageId, manifest, manifestDigest, ...staged }: StagedPackage, current: boolean): SitePackageView {
  return {
    sitePackageId,
    title: manifest.title,
    rehearsal: manifest.rehearsal,
    digest: shortDigest(manifestDigest),
    importedAt: staged.importedAt,
    sealedAt: manifest.sealedAt,
    notBefore: staged.notBefore,
    notAfter: staged.notAfter,
    state: staged.papersOpenedAt === null ? 'roster-open' : 'papers-open',
    current,
  }
}
