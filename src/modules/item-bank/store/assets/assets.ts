import { z } from 'zod'
import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { sqlFile } from '../../../../platform/db/sql.ts'
import { Prose } from '../../../interactions/contract.ts'
import { LICENCES, type Media, PICTURE_TYPES } from '../../core/media/media.ts'

const sql = sqlFile(import.meta.url, './assets.sql')
const MediaRow = z
  .object({
    media_id: z.string(),
    media_type: z.enum(PICTURE_TYPES),
    bytes: z.number().int(),
    width: z.number().int(),
    height: z.number().int(),
    licence: z.enum(LICENCES),
    holder: z.string(),
    source: z.string(),
    alt: z.string(),
  })
  .transform(({ media_id: mediaId, media_type: mediaType, ...row }): Media => ({ mediaId, mediaType, ...row }))
const StimulusRow = z
  .object({
    stimulus_id: z.string(),
    caption: z.string(),
    stimulus_version_id: z.string(),
    number: z.number().int(),
    writer: z.string(),
    entered_at: z.number().int(),
    items: z.number().int(),
  })
  .transform(row => ({
    stimulusId: row.stimulus_id,
    caption: row.caption,
    stimulusVersionId: row.stimulus_version_id,
    number: row.number,
    writer: row.writer,
    enteredAt: instant(row.entered_at),
    items: row.items,
  }))
const NewestRow = z.object({ newest: z.number().int() })
const StimulusVersionRow = z
  .object({
    stimulus_version_id: z.string(),
    stimulus_id: z.string(),
    number: z.number().int(),
    prose: Prose,
    source: z.string().nullable(),
    writer: z.string(),
  })
  .transform(row => ({
    stimulusVersionId: row.stimulus_version_id,
    stimulusId: row.stimulus_id,
    number: row.number,
    prose: row.prose,
    source: row.source,
    writer: row.writer,
  }))

/** Keeps a picture; the same bytes again keep what was stated first. */
export async function insertMedia(tx: Tx, media: Media & { readonly at: Instant; readonly person: string }): Promise<void> {
  await sql.run(tx, 'insert-media', media)
}

export function findMedia(tx: Tx, mediaId: string): Promise<Media | undefined> {
  return sql.maybe(tx, 'find-media', { mediaId }, MediaRow)
}

export function listMedia(tx: Tx, mediaIds: readonly string[]): Promise<Media[]> {
  return sql.many(tx, 'list-media', { mediaIds }, MediaRow)
}

/** The pictures that some versions show. */
export function listMediaOf(tx: Tx, itemVersionIds: readonly string[]): Promise<Media[]> {
  return sql.many(tx, 'list-media-of-version', { itemVersionIds }, MediaRow)
}

export type NewStimulus = {
  readonly stimulusId: string
  readonly editionId: string
  readonly level: string
  readonly caption: string
  readonly at: Instant
}

export async function insertStimulus(tx: Tx, stimulus: NewStimulus): Promise<void> {
  await sql.run(tx, 'insert-stimulus', stimulus)
}

export type NewStimulusVersion = {
  readonly stimulusVersionId: string
  readonly stimulusId: string
  readonly prose: Prose
  readonly source: string | null
  readonly writer: string
  readonly writerId: string
  readonly at: Instant
}

/** The number of the newest version of a stimulus, which is locked until the transaction ends; undefined when there is no such stimulus. */
export async function lockStimulus(tx: Tx, stimulusId: string): Promise<number | undefined> {
  return (await sql.maybe(tx, 'lock-stimulus', { stimulusId }, NewestRow))?.newest
}

/** Adds the next version of a stimulus; false when there is no such stimulus. */
export async function insertStimulusVersion(tx: Tx, version: NewStimulusVersion): Promise<boolean> {
  return (await sql.run(tx, 'insert-stimulus-version', { ...version, prose: JSON.stringify(version.prose) })) === 1
}

/** Stimuli of a level with their versions, without their words. */
export function listStimuli(tx: Tx, where: { editionId: string; level: string }) {
  return sql.many(tx, 'list-stimuli', where, StimulusRow)
}

export function findStimulusVersion(tx: Tx, stimulusVersionId: string) {
  return sql.maybe(tx, 'find-stimulus-version', { stimulusVersionId }, StimulusVersionRow)
}
