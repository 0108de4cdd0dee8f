import type { ParamsOf } from '../../../../kernel/endpoint.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { writeArchive } from '../../../../platform/archive/write-archive.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { record } from '../../../audit/index.ts'
import type { downloadAllPackages, downloadPackage } from '../../contract.ts'
import { overseesSite } from '../../core/policy.ts'
import { findSealedPackage, packagesOf, type SealedPackage } from '../../store/sealing/packages.ts'
import { findSealing } from '../../store/sealing/sealings.ts'

const ZHPKG = 'application/octet-stream'
/** So much is put into one archive; more is handed out site by site. */
const MOST_BYTES_AT_ONCE = 256 * 1024 * 1024

/** The package of one site, for whoever oversees it. Refusals: `sealing-unknown`, `package-not-sealed`. */
export async function downloadPackageAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof downloadPackage> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  const one = await findSealedPackage(tx, params)
  if (!one || !overseesSite(ctx.actor, one)) return refuse('sealing-unknown')
  const bytes = await bytesOf(ctx, one)
  if (bytes === null) return refuse('package-not-sealed')
  const facts = { site: one.siteCode, digest: one.digest }
  await record(tx, ctx, { type: 'package-downloaded', subject: { kind: 'sealing', id: one.sealingId }, facts })
  return ok({ bytes, mediaType: ZHPKG, fileName: await fileNameOf(tx, one) })
}

/** All packages that whoever asks oversees. Refusals: `sealing-unknown`, `package-not-sealed`, `packages-too-large`. */
export async function downloadAllAction(
  tx: Tx,
  { params }: { readonly params: ParamsOf<typeof downloadAllPackages> },
  ctx: Ctx,
): Promise<Result<FileReply>> {
  const packages = (await packagesOf(tx, params.sealingId)).filter(one => overseesSite(ctx.actor, one))
  if (packages.length === 0) return refuse('sealing-unknown')
  const size = packages.reduce((sum, one) => sum + (one.fileBytes ?? 0), 0)
  if (size > MOST_BYTES_AT_ONCE) return refuse('packages-too-large', { count: packages.length })
  const files = []
  for (const one of packages) {
    const bytes = await bytesOf(ctx, one)
    if (bytes === null) return refuse('package-not-sealed')
    files.push({ path: await fileNameOf(tx, one), bytes })
  }
  const facts = { sites: packages.map(one => one.siteCode) }
  await record(tx, ctx, { type: 'packages-downloaded', subject: { kind: 'sealing', id: params.sealingId }, facts })
  return ok({ bytes: await writeArchive(files), mediaType: 'application/zip', fileName: `试卷包-${files.length}个考点.zip` })
}

/** Null as long as two persons have not sealed it. */
export async function bytesOf(ctx: Ctx, { fileId }: SealedPackage): Promise<Buffer | null> {
  return fileId === null ? null : ctx.ports.files.get(fileId)
}

/** 91012001-3.zhpkg, with the number of its sealing, so that an older one is told apart. */
export async function fileNameOf(tx: Tx, { sealingId, siteCode }: SealedPackage): Promise<string> {
  const sealing = await findSealing(tx, sealingId)
  return `${siteCode}-${sealing?.rehearsal ? '演练' : '正式'}-${sealing?.number ?? 0}.zhpkg`
}
