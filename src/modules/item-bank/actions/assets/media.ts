import { createHash } from 'node:crypto'
import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type UploadedFile, inspectRaster } from '../../../../platform/files/inspect-upload.ts'
import type { FileReply } from '../../../../platform/http/route.ts'
import { record } from '../../../audit/index.ts'
import type { addMedia, showMedia } from '../../contract.ts'
import { MOST_PICTURE_BYTES, type Media, pictureName } from '../../core/media/media.ts'
import { findMedia, insertMedia } from '../../store/assets/assets.ts'
import { personIn } from '../facts/who.ts'
import { inspectDrawing } from './inspect-drawing.ts'

/** Keeps a picture by the digest of its bytes. Raster pictures are written anew, an SVG must only draw. */
export async function keepMedia(
  tx: Tx,
  request: { body: BodyOf<typeof addMedia>; file?: UploadedFile },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof addMedia>>> {
  const { file } = request
  if (file === undefined || file.bytes.length === 0) return refuse('file-missing')
  if (file.bytes.length > MOST_PICTURE_BYTES) return refuse('file-too-large', { limit: '2MB' })
  const picture = await inspected(file)
  if (!picture.ok) return picture
  const { bytes, ...shape } = picture.value
  const mediaId = createHash('sha256').update(bytes).digest('hex')
  await ctx.ports.files.put(bytes)
  const { name } = personIn(ctx)
  await insertMedia(tx, { ...request.body, ...shape, mediaId, bytes: bytes.length, at: ctx.now, person: name })
  const { licence, holder, source } = request.body
  await record(tx, ctx, { type: 'media-entered', subject: { kind: 'media', id: mediaId }, facts: { licence, holder, source } })
  const kept = await findMedia(tx, mediaId)
  if (kept === undefined) throw new Error(`picture ${mediaId} was not kept`)
  return ok(kept)
}

type Inspected = Pick<Media, 'mediaType' | 'width' | 'height'> & { readonly bytes: Buffer }

async function inspected(file: UploadedFile): Promise<Result<Inspected>> {
  if (!/^\s*(?:\ufeff)?\s*</.test(file.bytes.subarray(0, 200).toString('utf8'))) return inspectRaster(file)
  const drawing = inspectDrawing(file.bytes)
  if (!drawing.ok) return refuse('svg-refused', {}, [{ path: 'file', ...drawing.refusal }])
  return ok({ bytes: file.bytes, mediaType: 'image/svg+xml', ...drawing.value })
}

/** The bytes of a picture, for people of the bank. A browser may keep them: the address names these bytes for ever. */
export async function sendMedia(tx: Tx, request: { params: ParamsOf<typeof showMedia> }, ctx: Ctx): Promise<Result<FileReply>> {
  const media = await findMedia(tx, request.params.mediaId)
  if (media === undefined) return refuse('media-unknown')
  const bytes = await ctx.ports.files.get(media.mediaId)
  return ok({ bytes, mediaType: media.mediaType, fileName: pictureName(media), inline: true, immutable: true })
}
