import { z } from 'zod'

/** SHA-256 (hex) of the bytes of a picture: its name wherever it is kept. */
export const MediaDigest = z.string().regex(/^[0-9a-f]{64}$/)
const side = z.number().int().min(1).max(10_000)

/** A picture with its own size in pixels; `alt` says in words what it shows. */
export const Picture = z.strictObject({ media: MediaDigest, alt: z.string().trim().min(1).max(500), width: side, height: side })
export type Picture = z.infer<typeof Picture>
