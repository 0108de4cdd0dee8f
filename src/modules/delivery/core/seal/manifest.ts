import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { instant } from '../../../../kernel/instant.ts'
import { SitePapers, SiteRoster } from '../site/site-package.ts'

const id = z.string().min(1).max(64)
const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const release = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)
const Moment = z
  .number()
  .int()
  .nonnegative()
  .transform(ms => instant(ms))

/** age v1 files for X25519 recipients, HKDF-SHA-256, Ed25519, SHA-256. A suite for SM2, SM3 and SM4 would be a second name. */
export const SUITE = 'x25519-chacha20poly1305-ed25519-sha256'
/** Names of the parts in a package. */
export const PARTS = ['roster.age', 'papers.age'] as const
export type PartName = (typeof PARTS)[number]

const Part = z.strictObject({
  name: z.enum(PARTS),
  sha256: hex32,
  bytes: z
    .number()
    .int()
    .min(1)
    .max(1024 ** 3),
})

/** What two sealers vouch for. It names no person and nothing of the papers but their digests. */
export const SealManifest = z.strictObject({
  format: z.literal('zhiheng-site-package'),
  version: z.literal(1),
  /** Any name, so that an unknown one is refused as such and not as a broken file. */
  suite: z.string().min(1).max(80),
  sitePackageId: z.uuid(),
  siteCode: id,
  title: z.string().trim().min(1).max(200),
  rehearsal: z.boolean(),
  sealedAt: Moment,
  validFrom: Moment,
  validUntil: Moment,
  /** Releases of the product that may play this package, both ends included. */
  engine: z.strictObject({ from: release, until: release }),
  openingKeySha256: hex32,
  parts: z.array(Part).length(PARTS.length),
  papers: z
    .array(z.strictObject({ packageId: z.uuid(), digest: hex32 }))
    .min(1)
    .max(40),
  /** Documents of the laboratory in `papers.age` after the papers; left out where no paper needs one. */
  documents: z
    .array(z.strictObject({ sha256: hex32 }))
    .min(1)
    .max(200)
    .optional(),
})
export type SealManifest = z.infer<typeof SealManifest>

/** A sealer's word for a manifest. */
export const Seal = z.strictObject({ sealerId: id, signature: z.string().max(100) })
export type Seal = z.infer<typeof Seal>
export const Seals = z.array(Seal).max(10)

/** A sealer whom the site knows from its enrolment. One person may have had several keys and still is one person. */
export const KnownSealer = z.strictObject({ sealerId: id, personRef: id, name: z.string().min(1).max(100), publicKey: hex32 })
export type KnownSealer = z.infer<typeof KnownSealer>

/** The text of a manifest in its file; any other text for the same values is refused. */
export function manifestText(manifest: SealManifest): string {
  return canonicalJson(manifest)
}

/** What a sealer signs: never a text that another part of the product could sign as well. */
export function sealingText(manifest: SealManifest): string {
  return `zhiheng site package 1\n${manifestText(manifest)}`
}

/** The content of `roster.age`: what the site secret is stays with the site. */
export const SealedRoster = z.strictObject({ siteSecret: hex32, roster: SiteRoster })
export type SealedRoster = z.infer<typeof SealedRoster>

/** The first line of `papers.age`; every further line is one paper, so that no more than one is in memory; after them the documents. */
export const PapersHead = SitePapers.omit({ papers: true }).extend({ count: z.number().int().min(1).max(40) })
export type PapersHead = z.infer<typeof PapersHead>

/** A document of the laboratory in its line: the text as it was written, whose SHA-256 the manifest lists. */
export const DocumentLine = z.strictObject({ document: hex32, text: z.string().min(2).max(4_000_000) })
export type DocumentLine = z.infer<typeof DocumentLine>
