import { rm } from 'node:fs/promises'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { record } from '../../../audit/index.ts'
import type { purgeSitting } from '../../contract.ts'
import { mayPurge } from '../../core/record/purge.ts'
import { lockHallSitting } from '../../store/hall/hall.ts'
import { findReceipt } from '../../store/record/records.ts'
import { forgetExamDocuments } from '../../../lab/index.ts'
import { forgetWorldsOfSitting } from '../client/lab/world-entries.ts'
import { findPackage, forgetPackage } from '../../store/packages.ts'
import { dropPaper, paperFilesOf, stagedPackages } from '../../store/hall/intake.ts'
import { filesOfSitting, isFileNamed, purgeRows, purgedAt, resultsOf } from '../../store/hall/results.ts'
import { byTwo, mustBe } from '../hall/keepers.ts'
import { type BuildResult, readSittingRecord } from '../record/build-result.ts'
import { recordDigests } from '../record/record-digests.ts'
import { centreOf } from './build-at-site.ts'
import { type SitePlace, noteFile, packageFile, receiptFile, resultFile } from './place.ts'

type Request = { readonly params: { readonly sittingId: string }; readonly body: BodyOf<typeof purgeSitting> }
type Purged = ReplyOf<typeof purgeSitting>

/**
 * Deletes what the site holds of a sitting: rows in one transaction, then files, so that what cannot be deleted is found again by its row
 * being gone and no row ever names a file that is not there. The audit log, the sitting itself and the receipt stay.
 * Done before, it says so again. Refusals: those of the keepers and of `mayPurge`, `not-found`, `result-no-centre`.
 */
export function purgeSittingAction(place: SitePlace) {
  return async ({ params, body }: Request, ctx: Ctx): Promise<Result<Purged>> => {
    const gone: { names: string[]; paths: string[]; packages: string[] } = { names: [], paths: [], packages: [] }
    const purged = await byTwo<Purged>(ctx, {
      act: 'purge',
      witness: body.witness,
      run: async (tx, keepers) => {
        const permitted = mustBe('purge', keepers)
        if (!permitted.ok) return permitted
        const before = await purgedAt(tx, params.sittingId)
        if (before) return ok({ purgedAt: before, attempts: 0, files: 0 })
        const allowed = await isAllowed(tx, ctx, { sittingId: params.sittingId, siteCode: keepers.kept.siteCode, engine: place.engine })
        if (!allowed.ok) return allowed
        Object.assign(gone, await whatGoes(tx, params.sittingId, place))
        gone.names.push(...(await forgetWorldsOfSitting(tx, ctx, params.sittingId)))
        const attempts = await purgeRows(tx, params.sittingId, ctx.now)
        await dropDocuments(tx, ctx, gone.packages)
        await dropPapers(tx, gone.packages)
        const facts = { attempts, files: gone.names.length, witness: keepers.second?.staffId ?? null }
        await record(tx, ctx, { type: 'sitting-purged', subject: { kind: 'sitting', id: params.sittingId }, facts })
        return ok({ purgedAt: ctx.now, attempts, files: gone.names.length })
      },
    })
    if (purged.ok) await deleteFiles(ctx, gone)
    return purged
  }
}

async function isAllowed(tx: Tx, ctx: Ctx, of: BuildResult): Promise<Result<true>> {
  const { sittingId } = of
  if ((await lockHallSitting(tx, sittingId)) === undefined) return refuse('not-found')
  const centre = await centreOf(tx, sittingId)
  if (centre === null) return refuse('result-no-centre')
  const kept = await findReceipt(tx, sittingId)
  const standing = await readSittingRecord(tx, of)
  const facts = {
    sittingId,
    stateDigest: recordDigests.stateDigestOf(standing),
    receipt: kept?.receipt ?? null,
    signature: kept?.signature ?? '',
    centreKey: centre.signingKey,
    isSignedBy,
  }
  return mayPurge(facts, ctx.now)
}

/** Files of candidates, result packages, and, with the last sitting of a package, its papers and itself. */
async function whatGoes(tx: Tx, sittingId: string, { dataFolder }: SitePlace) {
  const names = await filesOfSitting(tx, sittingId)
  const paths = (await resultsOf(tx, sittingId)).flatMap(({ resultId }) => [
    resultFile(dataFolder, resultId),
    noteFile(dataFolder, resultId),
    `${receiptFile(dataFolder, resultId)}.taken`,
  ])
  const packages: string[] = []
  for (const staged of await stagedPackages(tx)) {
    const others = staged.sittings.filter(id => id !== sittingId)
    if (others.length === staged.sittings.length) continue
    const left = await Promise.all(others.map(id => purgedAt(tx, id)))
    if (left.some(at => at === null)) continue
    packages.push(staged.sitePackageId)
    paths.push(packageFile(dataFolder, staged.sitePackageId))
    for (const paper of await paperFilesOf(tx, staged.sitePackageId))
      names.push(paper.formFile, ...(paper.contentFile === null ? [] : [paper.contentFile]))
  }
  return { names, paths, packages }
}

async function dropPapers(tx: Tx, packages: readonly string[]): Promise<void> {
  for (const sitePackageId of packages)
    for (const { packageId } of await paperFilesOf(tx, sitePackageId)) {
      await dropPaper(tx, packageId)
      tx.afterCommit(() => forgetPackage(packageId))
    }
}

/** Documents of the laboratory go with the papers, unless another package that stands here names them too. */
async function dropDocuments(tx: Tx, ctx: Ctx, packages: readonly string[]): Promise<void> {
  const named = async (sitePackageId: string) => {
    const papers = await Promise.all(
      (await paperFilesOf(tx, sitePackageId)).map(({ packageId }) => findPackage(tx, packageId, ctx.ports.files)),
    )
    return papers.flatMap(paper => paper?.laboratory.map(one => one.sha256) ?? [])
  }
  const [going, staying] = [new Set<string>(), new Set<string>()]
  for (const { sitePackageId } of await stagedPackages(tx))
    for (const sha256 of await named(sitePackageId)) (packages.includes(sitePackageId) ? going : staying).add(sha256)
  await forgetExamDocuments(
    tx,
    [...going].filter(sha256 => !staying.has(sha256)),
  )
}

/** A file that an attempt of another sitting names too stays. */
async function deleteFiles(ctx: Ctx, gone: { readonly names: readonly string[]; readonly paths: readonly string[] }): Promise<void> {
  const { database, files } = ctx.ports
  for (const name of gone.names) if (!(await database.transact(tx => isFileNamed(tx, name)))) await files.remove(name)
  for (const path of gone.paths) await rm(path, { force: true })
}
