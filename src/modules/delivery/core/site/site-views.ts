import { z } from 'zod'
import { SERVERS } from '../record/judge-record.ts'

/** A site package as the hall staff see it. */
export const SitePackageView = z.object({
  sitePackageId: z.string(),
  title: z.string(),
  rehearsal: z.boolean(),
  /** The first 16 digits of the SHA-256 of the manifest in groups of four, to be read aloud and compared. */
  digest: z.string(),
  importedAt: z.number(),
  sealedAt: z.number(),
  /** Before and after these moments the papers do not open. */
  notBefore: z.number(),
  notAfter: z.number(),
  state: z.enum(['roster-open', 'papers-open']),
  /** Is this the package that is played here? */
  current: z.boolean(),
})
export type SitePackageView = z.infer<typeof SitePackageView>

/** One arrow of the completeness ledger as it is shown. */
export const ArrowView = z.object({
  from: z.string(),
  to: z.string(),
  before: z.number(),
  after: z.number(),
  excused: z.record(z.string(), z.array(z.string())),
  unexplained: z.array(z.string()),
  invented: z.array(z.string()),
  twice: z.array(z.string()),
  sums: z.boolean(),
})

/** A result package that lies at the site. */
export const ResultView = z.object({
  resultId: z.string(),
  /** The first 16 digits of the root of the tree in groups of four. */
  root: z.string(),
  attempts: z.number(),
  events: z.number(),
  byteLength: z.number(),
  /** SHA-256 (hex) of the file. */
  sha256: z.string(),
  builtAt: z.number(),
  /** What the statement says of the servers behind it. */
  servers: z.enum(SERVERS),
  /** Who signed: `server-1`, `server-2`, `site-manager`. */
  signers: z.array(z.string()),
  fileName: z.string(),
})
export type ResultView = z.infer<typeof ResultView>

/** The centre's word that it holds the result of a sitting. */
export const ResultReceiptView = z.object({ sittingId: z.string(), root: z.string(), receivedAt: z.number(), purgeFrom: z.number() })
export type ResultReceiptView = z.infer<typeof ResultReceiptView>

/** `9f2c 11d0 …`: the first 64 bits of a hexadecimal digest, as they are read aloud. */
export function shortDigest(hex: string): string {
  return hex.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}
