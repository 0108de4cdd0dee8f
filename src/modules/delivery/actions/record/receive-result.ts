import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { UploadedFile } from '../../../../platform/files/inspect-upload.ts'
import { sha256Hex } from '../../../../platform/sealing/derive.ts'
import { isSignedBy } from '../../../../platform/sealing/signing-keys.ts'
import { record } from '../../../audit/index.ts'
import type { openResultUpload, putResultPart } from '../../contract.ts'
import { LARGEST_RESULT, PART_BYTES, type UploadClaim, claimText, lengthOfPart, partsOf } from '../../core/record/upload.ts'
import { receiptFileText } from '../../core/record/purge.ts'
import {
  type Upload,
  type UploadPart,
  dropParts,
  endUpload,
  findUpload,
  lockUpload,
  openUpload,
  partsOfUpload,
  putPart,
} from '../../store/hall/uploads.ts'
import { centreIdentity } from './centre-identity.ts'
import { ingestResult } from './ingest-result.ts'
import { type TakeResultFile, takeResultFile } from './take-result-file.ts'

/** What the centre knows of its sites. */
export type EnrolledSites = {
  /** The enrolled signing key (Ed25519, hex) of a site; null for one that is not enrolled. */
  readonly signingKeyOf: (tx: Tx, siteCode: string) => Promise<string | null>
  /** For how many days a site keeps what it has after the receipt. */
  readonly keepDays: number
  /** How a result that was judged goes into the tables; `ingestResult` unless told. */
  readonly ingest?: TakeResultFile['ingest']
}

type View = ReplyOf<typeof openResultUpload>
type AtUpload = { readonly params: { readonly uploadId: string } }

/** Begins an upload, or tells how far it has come. Refusals: `site-unknown`, `upload-unsigned`, `upload-too-large`. */
export function openResultUploadAction(sites: EnrolledSites) {
  return async (tx: Tx, { body }: { readonly body: BodyOf<typeof openResultUpload> }, ctx: Ctx): Promise<Result<View>> => {
    const { claim, signature } = body
    const key = await sites.signingKeyOf(tx, claim.siteCode)
    if (key === null) return refuse('site-unknown', { site: claim.siteCode })
    if (!isSignedBy(key, claimText(claim), signature)) return refuse('upload-unsigned')
    if (claim.bytes > LARGEST_RESULT) return refuse('upload-too-large')
    const uploadId = uploadIdOf(ctx, claim)
    const known = await findUpload(tx, uploadId)
    if (known === undefined) {
      await openUpload(tx, uploadId, claim, ctx.now)
      const facts = { site: claim.siteCode, bytes: claim.bytes, sha256: claim.sha256 }
      await record(tx, ctx, { type: 'result-upload-opened', subject: { kind: 'sitting', id: claim.sittingId }, facts })
    }
    return ok(await viewOf(tx, uploadId, known ?? { claim, done: false }))
  }
}

/** A UUID (version 8) that follows from the claim under a key of the centre: nobody else can name it. */
function uploadIdOf({ ports }: Ctx, claim: UploadClaim): string {
  const hex = ports.keys.mac('delivery-result-upload', claimText(claim))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function viewOf(tx: Tx, uploadId: string, { claim, done }: Upload): Promise<View> {
  const received = (await partsOfUpload(tx, uploadId)).map(one => one.part)
  return { uploadId, partBytes: PART_BYTES, parts: partsOf(claim), received, done }
}

type Part = { readonly params: { readonly uploadId: string; readonly part: number }; readonly body: BodyOf<typeof putResultPart> }

/**
 * Keeps one part. The bytes go into the file store under their digest before their row, and lie there as they came: still sealed for the
 * centre. Refusals: `upload-unknown`, `file-missing`, `upload-part-digest`, `upload-part-length`, `upload-part-differs`.
 */
export async function putResultPartAction(
  { params: { uploadId, part }, body, file }: Part & { readonly file?: UploadedFile },
  ctx: Ctx,
): Promise<Result<View>> {
  const { database, files } = ctx.ports
  const upload = await database.transact(tx => findUpload(tx, uploadId))
  const wanted = upload && lengthOfPart(upload.claim, part)
  if (upload === undefined || wanted === null || wanted === undefined) return refuse('upload-unknown')
  if (file === undefined) return refuse('file-missing')
  if (file.bytes.length !== wanted) return refuse('upload-part-length', { part, wanted, found: file.bytes.length })
  if (sha256Hex(file.bytes) !== body.sha256) return refuse('upload-part-digest', { part })
  await files.put(file.bytes)
  return database.transact(async tx => {
    await putPart(tx, uploadId, { part, sha256: body.sha256, byteLength: wanted })
    const kept = (await partsOfUpload(tx, uploadId)).find(one => one.part === part)
    return kept?.sha256 === body.sha256 ? ok(await viewOf(tx, uploadId, upload)) : refuse('upload-part-differs', { part })
  })
}

/**
 * Judges and takes in what has arrived whole. Again, it gives the same receipt. A file whose digest is another than was claimed is dropped,
 * so that it can be sent anew. Refusals: `upload-unknown`, `upload-parts-missing`, `upload-digest`, `site-unknown`, those of `takeResultFile`.
 */
export function completeResultUploadAction(sites: EnrolledSites) {
  return async ({ params: { uploadId } }: AtUpload, ctx: Ctx): Promise<Result<{ readonly receipt: string }>> => {
    const { database } = ctx.ports
    const found = await database.transact(async tx => {
      const upload = await findUpload(tx, uploadId)
      return upload && { upload, parts: await partsOfUpload(tx, uploadId), key: await sites.signingKeyOf(tx, upload.claim.siteCode) }
    })
    if (found === undefined) return refuse('upload-unknown')
    const { upload, parts, key } = found
    const missing = partsOf(upload.claim) - parts.length
    if (missing > 0) return refuse('upload-parts-missing', { count: missing })
    if (key === null) return refuse('site-unknown', { site: upload.claim.siteCode })
    const whole = await isAsClaimed(ctx, uploadId, upload.claim, parts)
    if (!whole.ok) return whole
    const { siteCode, sittingId } = upload.claim
    const order = { siteCode, sittingId, siteKey: key, keepDays: sites.keepDays, ingest: sites.ingest ?? ingestResult }
    const taken = await takeResultFile(ctx, { ...order, sealed: streamOf(ctx, parts), identity: centreIdentity(ctx.ports.keys) })
    if (!taken.ok) return noteRefusal(ctx, upload.claim, taken)
    await database.transact(async tx => {
      await lockUpload(tx, uploadId)
      await endUpload(tx, uploadId, ctx.now)
    })
    return ok({ receipt: receiptFileText(taken.value) })
  }
}

async function isAsClaimed(ctx: Ctx, uploadId: string, claim: UploadClaim, parts: readonly UploadPart[]): Promise<Result<true>> {
  const hash = createHash('sha256')
  for (const { sha256 } of parts) hash.update(await ctx.ports.files.get(sha256))
  if (hash.digest('hex') === claim.sha256) return ok(true)
  await ctx.ports.database.transact(tx => dropParts(tx, uploadId))
  return noteRefusal(ctx, claim, refuse('upload-digest'))
}

async function noteRefusal(ctx: Ctx, { siteCode, sittingId, sha256 }: UploadClaim, refused: ReturnType<typeof refuse>) {
  const facts = { site: siteCode, sha256, why: refused.refusal.code }
  await ctx.ports.database.transact(tx => record(tx, ctx, { type: 'result-refused', subject: { kind: 'sitting', id: sittingId }, facts }))
  return refused
}

function streamOf(ctx: Ctx, parts: readonly UploadPart[]): Readable {
  return Readable.from(piecesOf(ctx, parts), { objectMode: false })
}

async function* piecesOf({ ports }: Ctx, parts: readonly UploadPart[]): AsyncGenerator<Buffer> {
  for (const { sha256 } of parts) yield await ports.files.get(sha256)
}
