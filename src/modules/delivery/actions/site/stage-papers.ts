import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { PaperPackage } from '../../core/paper/package.ts'
import { lockPackage } from '../../store/hall/site.ts'
import { digestOfPackage, insertSealedPackage } from '../../store/packages.ts'
import { type KeptForm, findForm, putForm } from '../../store/hall/intake.ts'
import { keepExamDocument } from '../../../lab/index.ts'
import type { SealedDocument } from '../seal/seal-site-package.ts'
import { setCandidates } from '../hall/install.ts'
import { sealForm, viewOfForm } from '../seal/form-files.ts'

/** A paper that lies in the file store twice: sealed with the keys of this server, and as the form of the browsers. */
export type StagedPaper = KeptForm & { readonly digest: string; readonly contentFile: string }

/** Lays one paper down; nothing of it counts before `installStaged`. */
export async function stagePaper(ctx: Ctx, paper: PaperPackage, formKey: Buffer): Promise<StagedPaper> {
  const { files, keys } = ctx.ports
  const form = sealForm(viewOfForm(paper), formKey)
  return {
    packageId: paper.packageId,
    digest: paper.digest,
    contentFile: await files.put(Buffer.from(JSON.stringify(paper))),
    formFile: await files.put(form),
    byteLength: form.length,
    formKeySealed: keys.seal(formKey.toString('hex')),
  }
}

/** Deletes what an opening laid down that did not end well. */
export async function unstage(ctx: Ctx, papers: readonly StagedPaper[]): Promise<void> {
  for (const { packageId, contentFile, formFile } of papers) {
    // names follow from contents: what an opening beside this one has taken in carries the same
    if ((await ctx.ports.database.transact(tx => findForm(tx, packageId))) !== undefined) continue
    for (const id of [contentFile, formFile]) await ctx.ports.files.remove(id)
  }
}

/** What an opening laid down: papers in the file store, documents in memory. */
export type Staged = { readonly papers: readonly StagedPaper[]; readonly documents: readonly SealedDocument[] }

/**
 * Takes what was laid down as the papers of the package and sets everybody before theirs; documents of the laboratory are kept sealed.
 * Refusals: `package-differs`, `papers-missing`, those of `keepExamDocument`.
 */
export async function installStaged(
  tx: Tx,
  ctx: Ctx,
  sitePackageId: string,
  { papers, documents }: Staged,
): Promise<Result<{ readonly attempts: number }>> {
  const kept = await lockPackage(tx, sitePackageId)
  for (const document of documents) {
    const known = await keepExamDocument(tx, ctx, document)
    if (!known.ok) return known
  }
  for (const paper of papers) {
    const fresh = await insertSealedPackage(tx, paper, ctx.now)
    if (!fresh && (await digestOfPackage(tx, paper.packageId)) !== paper.digest) return refuse('package-differs')
    await putForm(tx, { ...paper, sitePackageId })
  }
  const set = await setCandidates(
    tx,
    ctx,
    kept,
    papers.map(paper => paper.digest),
  )
  return set.ok ? ok(set.value) : set
}
