import { z } from 'zod'
import { RECORD_PARTS, type RecordPart } from '../../record/differing-parts.ts'
import { Statement } from '../../record/judge-record.ts'
import { Word } from '../../record/result-file.ts'

const Part = z.enum(Object.keys(RECORD_PARTS) as [RecordPart, ...RecordPart[]])
const digest = z.string().regex(/^[0-9a-f]{16}$/)
const MOST_ATTEMPTS = 5_000
export const MOST_PLACES = 50

/** The statement to be signed, and digests of what the asking server holds. */
export const WordAsked = z.strictObject({
  statement: Statement,
  whole: z.array(z.tuple([Part, digest])).max(10),
  attempts: z.array(z.tuple([z.uuid(), z.array(digest).length(8)])).max(MOST_ATTEMPTS),
})
export type WordAsked = z.infer<typeof WordAsked>

/** The word of the other server; or where what it holds is something else. */
export const WordGiven = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('word'), word: Word }),
  z.strictObject({
    kind: z.literal('differs'),
    places: z.array(z.strictObject({ attemptId: z.uuid().nullable(), part: Part })).max(MOST_PLACES),
  }),
])
export type WordGiven = z.infer<typeof WordGiven>
