import { z } from 'zod'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'

/** What a site says of the file it is going to send. */
export const UploadClaim = z.strictObject({
  format: z.literal('zhiheng-result-upload'),
  version: z.literal(1),
  siteCode: z.string().min(1).max(64),
  sittingId: z.uuid(),
  bytes: z.number().int().min(1),
  /** SHA-256 (hex) of the whole file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type UploadClaim = z.infer<typeof UploadClaim>

/** Bytes of a part; the last one may be shorter. */
export const PART_BYTES = 8 * 1024 * 1024
/** A sitting of two thousand with files of fifty megabytes for a few hundred of them. */
export const LARGEST_RESULT = 16 * 1024 ** 3

/** What the site's enrolled key signs. */
export function claimText(claim: UploadClaim): string {
  return `zhiheng result upload 1\n${canonicalJson(claim)}`
}

export function partsOf({ bytes }: Pick<UploadClaim, 'bytes'>): number {
  return Math.ceil(bytes / PART_BYTES)
}

/** Bytes that a part must have; parts count from 1. Null when there is no such part. */
export function lengthOfPart({ bytes }: Pick<UploadClaim, 'bytes'>, part: number): number | null {
  if (!Number.isInteger(part) || part < 1 || part > partsOf({ bytes })) return null
  return Math.min(PART_BYTES, bytes - (part - 1) * PART_BYTES)
}
