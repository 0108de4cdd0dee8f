import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { SealManifest } from '../../core/seal/manifest.ts'
import { CentreKeys } from '../../core/site/site-package.ts'

const sql = sqlFile(import.meta.url, './intake.sql')
const moment = z.number().transform(ms => instant(ms))
const FormRow = z
  .object({ package_id: z.string(), form_file: z.string(), byte_length: z.number(), form_key_sealed: z.string() })
  .transform(row => ({
    packageId: row.package_id,
    formFile: row.form_file,
    byteLength: row.byte_length,
    formKeySealed: row.form_key_sealed,
  }))
/** A form that waits for its start: its bytes are in the file store under `formFile`, its key is sealed with the keys of this server. */
export type KeptForm = z.output<typeof FormRow>
const StagedRow = z
  .object({
    id: z.string(),
    manifest: SealManifest,
    manifest_digest: z.string(),
    sittings: z.array(z.string()),
    not_before: moment,
    not_after: moment,
    centre: CentreKeys.nullable(),
    imported_at: moment,
    papers_opened_at: moment.nullable(),
  })
  .transform(row => ({
    sitePackageId: row.id,
    manifest: row.manifest,
    manifestDigest: row.manifest_digest,
    sittings: row.sittings,
    notBefore: row.not_before,
    notAfter: row.not_after,
    centre: row.centre,
    importedAt: row.imported_at,
    papersOpenedAt: row.papers_opened_at,
  }))
/** A package that lies here. */
export type StagedPackage = z.output<typeof StagedRow>

export async function putForm(tx: Tx, form: KeptForm & { readonly sitePackageId: string }): Promise<void> {
  await sql.run(tx, 'put-form', form)
}

/** Undefined where papers are not played from sealed forms (halls of the centre). */
export function findForm(tx: Tx, packageId: string): Promise<KeptForm | undefined> {
  return sql.maybe(tx, 'find-form', { packageId }, FormRow)
}

const PaperFiles = z
  .object({ package_id: z.string(), form_file: z.string(), content_file: z.string().nullable() })
  .transform(row => ({ packageId: row.package_id, formFile: row.form_file, contentFile: row.content_file }))

/** The files of the papers of a package. */
export function paperFilesOf(tx: Tx, sitePackageId: string): Promise<z.output<typeof PaperFiles>[]> {
  return sql.many(tx, 'forms-of-package', { sitePackageId }, PaperFiles)
}

/** Forgets form and paper; that they were here stays known. */
export async function dropPaper(tx: Tx, packageId: string): Promise<void> {
  await sql.run(tx, 'drop-form', { packageId })
  await sql.run(tx, 'drop-paper', { packageId })
}

/** False when a package of this id lies here already. */
export async function putStaged(
  tx: Tx,
  staged: Omit<StagedPackage, 'importedAt' | 'papersOpenedAt'> & { readonly now: Instant },
): Promise<boolean> {
  const { manifest, sittings, centre, ...rest } = staged
  const row = {
    ...rest,
    manifest: JSON.stringify(manifest),
    sittings: JSON.stringify(sittings),
    centre: centre === null ? null : JSON.stringify(centre),
  }
  return (await sql.run(tx, 'put-staged', row)) === 1
}

/** Everything that lies here, what was installed last first. */
export function stagedPackages(tx: Tx): Promise<StagedPackage[]> {
  return sql.many(tx, 'staged-packages', {}, StagedRow)
}
