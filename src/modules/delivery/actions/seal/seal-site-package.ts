import { mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Instant } from '../../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { writeArchiveFile } from '../../../../platform/archive/write-archive.ts'
import { sealToFile } from '../../../../platform/sealing/age-file.ts'
import { newSiteSecret, papersIdentity, sha256Hex } from '../../../../platform/sealing/derive.ts'
import { recipientOf } from '../../../../platform/sealing/site-keys.ts'
import type { PaperPackage } from '../../core/paper/package.ts'
import {
  type DocumentLine,
  type PapersHead,
  type PartName,
  SUITE,
  type Seal,
  SealManifest,
  SealedRoster,
  manifestText,
  sealingText,
} from '../../core/seal/manifest.ts'
import type { SiteRoster } from '../../core/site/site-package.ts'

/** Somebody who seals: their key signs, they are in the room. */
export type Sealer = { readonly sealerId: string; sign(text: string): string }

export type SealSitePackage = {
  readonly roster: SiteRoster
  /** One after the other, so that no more than one is in memory; `list` says beforehand what they will be. */
  readonly papers: AsyncIterable<PaperPackage> | Iterable<PaperPackage>
  readonly list: readonly { readonly packageId: string; readonly digest: string }[]
  /** The documents of the laboratory that the papers name. */
  readonly documents?: readonly SealedDocument[]
  /** The site's age recipient from its enrolment. */
  readonly recipient: string
  readonly openingKey: Uint8Array
  readonly sealers: readonly [Sealer, Sealer]
  readonly sealedAt: Instant
  readonly validFrom: Instant
  readonly validUntil: Instant
  readonly engine: { readonly from: string; readonly until: string }
  /** Where the package shall stand; nothing is there unless it is whole. */
  readonly target: string
}

/** A document that only the server of a site gets to see, with the SHA-256 of its text. */
export type SealedDocument = { readonly sha256: string; readonly text: string }

type Prepare = Omit<SealSitePackage, 'sealers' | 'target'>

/** Both parts of a package as they lie sealed in a workshop, and the manifest that two persons have still to sign. */
export type PreparedPackage = {
  readonly manifest: SealManifest
  readonly parts: readonly { readonly name: PartName; readonly from: string }[]
}

/**
 * Seals the parts of a package into a folder and says in a manifest what they are. Nothing of it is plain on the disk.
 * Papers that are not those of the list are refused: `package-parts-differ`; a document that a paper names and that is not there:
 * `lab-document-missing`.
 */
export async function prepareSitePackage(order: Prepare, workshop: string): Promise<Result<PreparedPackage>> {
  const parts = await sealParts(order, workshop)
  if (!parts.ok) return parts
  const manifest = manifestOf(order, parts.value)
  return ok({ manifest, parts: parts.value.map(({ name }) => ({ name, from: join(workshop, name) })) })
}

/** Writes manifest, seals and parts into one `.zhpkg` file. `from`: the bytes of a part, or where they lie. */
export async function writeSitePackage(
  target: string,
  whole: {
    readonly manifest: SealManifest
    readonly seals: readonly Seal[]
    readonly parts: readonly { readonly name: PartName; readonly from: string | Buffer }[]
  },
): Promise<void> {
  await writeArchiveFile(target, [
    { path: 'manifest.json', from: Buffer.from(manifestText(whole.manifest)) },
    { path: 'seals.json', from: Buffer.from(JSON.stringify(whole.seals)) },
    ...whole.parts.map(({ name, from }) => ({ path: name, from })),
  ])
}

/**
 * Seals the package of one site into a `.zhpkg` file: manifest, seals, roster and papers. Needs room for it twice on the disk of the target.
 * Papers that are not those of the list are refused: `package-parts-differ`. Two sealers with one id: `seals-one-person`.
 */
export async function sealSitePackage(order: SealSitePackage): Promise<Result<SealManifest>> {
  if (order.sealers[0].sealerId === order.sealers[1].sealerId) return refuse('seals-one-person')
  const workshop = await mkdtemp(join(dirname(order.target), '.sealing-'))
  try {
    const prepared = await prepareSitePackage(order, workshop)
    if (!prepared.ok) return prepared
    const { manifest, parts } = prepared.value
    const seals: Seal[] = order.sealers.map(({ sealerId, sign }) => ({ sealerId, signature: sign(sealingText(manifest)) }))
    const aside = join(workshop, 'package')
    await writeSitePackage(aside, { manifest, seals, parts })
    await rename(aside, order.target)
    return ok(manifest)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

type Parts = SealManifest['parts']

async function sealParts(order: Prepare, workshop: string): Promise<Result<Parts>> {
  const { roster, openingKey, recipient } = order
  const siteSecret = newSiteSecret()
  const sealedRoster = SealedRoster.parse({ siteSecret: siteSecret.toString('hex'), roster })
  const identity = papersIdentity({ siteSecret, openingKey, sitePackageId: roster.sitePackageId })
  const met: string[] = []
  const named = new Set<string>()
  const first = await sealToFile([Buffer.from(JSON.stringify(sealedRoster))], [recipient], join(workshop, 'roster.age'))
  const second = await sealToFile(papersLines(order, met, named), [await recipientOf(identity)], join(workshop, 'papers.age'))
  const listed = order.list.map(one => `${one.packageId} ${one.digest}`)
  if (met.join() !== listed.join()) return refuse('package-parts-differ')
  const carried = new Set(order.documents?.map(one => one.sha256))
  if ([...named].some(sha256 => !carried.has(sha256))) return refuse('lab-document-missing')
  return ok([
    { name: 'roster.age', ...first },
    { name: 'papers.age', ...second },
  ])
}

async function* papersLines({ roster, papers, list, documents = [] }: Prepare, met: string[], named: Set<string>): AsyncGenerator<Buffer> {
  const head: PapersHead = { version: 1, sitePackageId: roster.sitePackageId, count: list.length }
  yield Buffer.from(`${JSON.stringify(head)}\n`)
  for await (const paper of papers) {
    met.push(`${paper.packageId} ${paper.digest}`)
    for (const { sha256 } of paper.laboratory) named.add(sha256)
    yield Buffer.from(`${JSON.stringify(paper)}\n`)
  }
  for (const { sha256, text } of documents) {
    const line: DocumentLine = { document: sha256, text }
    yield Buffer.from(`${JSON.stringify(line)}\n`)
  }
}

function manifestOf({ roster, list, documents = [], openingKey, engine, ...order }: Prepare, parts: Parts): SealManifest {
  return SealManifest.parse({
    format: 'zhiheng-site-package',
    version: 1,
    suite: SUITE,
    sitePackageId: roster.sitePackageId,
    siteCode: roster.siteCode,
    title: roster.title,
    rehearsal: roster.rehearsal,
    sealedAt: order.sealedAt,
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    engine,
    openingKeySha256: sha256Hex(openingKey),
    parts,
    papers: list,
    ...(documents.length === 0 ? {} : { documents: documents.map(({ sha256 }) => ({ sha256 })) }),
  })
}
