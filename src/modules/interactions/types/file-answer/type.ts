import { z } from 'zod'
import { CriteriaEvidence, CriteriaKey, CriteriaRubric } from '../../core/credit/criteria.ts'
import { MediaDigest } from '../../core/text/picture.ts'
import { Prose } from '../../core/text/prose.ts'

/** Files made by the candidate, marked by a person. QTI 3: `qti-upload-interaction`. */
export const FILE_ANSWER_VERSION = 1

const MediaType = z.string().regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,99}$/)
const MOST_FILE_BYTES = 20 * 1024 * 1024

/** `accept` are the media types that are taken, `mostBytes` the limit of one file. */
export const FileAnswerContent = z.strictObject({
  version: z.literal(1),
  stem: Prose,
  accept: z.array(MediaType).min(1).max(20),
  mostBytes: z.number().int().min(1024).max(MOST_FILE_BYTES),
  mostFiles: z.number().int().min(1).max(10).default(1),
})
export type FileAnswerContent = z.infer<typeof FileAnswerContent>

export const FileAnswerKey = CriteriaKey
export type FileAnswerKey = z.infer<typeof FileAnswerKey>

/** A file as the server took it in; `sha256` (hex) is its name there. */
export const AddedFile = z.strictObject({
  name: z.string().min(1).max(120),
  mediaType: MediaType,
  bytes: z.number().int().min(1).max(MOST_FILE_BYTES),
  sha256: MediaDigest,
})
export type AddedFile = z.infer<typeof AddedFile>

const distinct = (files: readonly AddedFile[]) => new Set(files.map(file => file.sha256)).size === files.length
export const FileAnswerResponse = z.strictObject({
  version: z.literal(1),
  files: z.array(AddedFile).max(10).refine(distinct, { error: 'a file is named twice' }),
})
export type FileAnswerResponse = z.infer<typeof FileAnswerResponse>

export const FileAnswerPublic = FileAnswerContent
export type FileAnswerPublic = z.infer<typeof FileAnswerPublic>

export const FileAnswerRubric = CriteriaRubric
export type FileAnswerRubric = z.infer<typeof FileAnswerRubric>

export const FileAnswerEvidence = CriteriaEvidence
export type FileAnswerEvidence = z.infer<typeof FileAnswerEvidence>
