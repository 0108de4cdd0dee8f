import type { BodyOf, ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type UploadedFile, inspectPicture, inspectScan } from '../../../../platform/files/inspect-upload.ts'
import { newId } from '../../../../platform/id.ts'
import { record } from '../../../audit/index.ts'
import type { attachEvidence, attachPhoto, removeEvidence } from '../../contract.ts'
import type { KeptFile } from '../../core/application/application.ts'
import { type Evidence, mayAttach } from '../../core/application/evidence.ts'
import type { EvidenceId } from '../../core/dossier.ts'
import { setPhoto } from '../../store/applications.ts'
import { insertEvidence, listEvidence, removeEvidenceOf } from '../../store/evidence.ts'
import { showEvidenceRow } from '../application-views.ts'
import { changeableApplication } from './own-application.ts'

const LONGEST_NAME = 100
/** A one-inch portrait at 300 dpi (295×413) at least; kept no wider than 900 pixels. */
const PHOTO = { minWidth: 295, minHeight: 413, maxWidth: 900 }

/** Adds a document for a stated fact. Its content is judged, not its name; pictures are written anew. */
export async function addEvidence(
  tx: Tx,
  request: { params: ParamsOf<typeof attachEvidence>; body: BodyOf<typeof attachEvidence>; file?: UploadedFile },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof attachEvidence>>> {
  const found = await changeableApplication(tx, request.params, ctx)
  if (!found.ok) return found
  if (!request.file) return refuse('file-missing')
  const { application } = found.value
  const { kind } = request.body
  const factId = request.body.factId || null
  const held = await listEvidence(tx, application)
  const permitted = mayAttach(application.draft, held.length, { kind, factId })
  if (!permitted.ok) return permitted
  const inspected = await inspectScan(request.file)
  if (!inspected.ok) return inspected
  const { bytes, mediaType } = inspected.value
  const file: KeptFile = { fileId: await ctx.ports.files.put(bytes), mediaType, bytes: bytes.length }
  const evidence: Evidence = {
    evidenceId: newId() as EvidenceId,
    kind,
    factId,
    fileName: shownName(request.file.fileName),
    file,
    addedAt: ctx.now,
  }
  await insertEvidence(tx, application, evidence)
  await record(tx, ctx, {
    type: 'evidence-added',
    subject: { kind: 'application', id: application.applicationId },
    facts: { kind, factId, fileId: file.fileId },
  })
  return ok(showEvidenceRow(evidence))
}

/** Takes a document back while the form may still be changed. */
export async function takeEvidenceBack(tx: Tx, request: { params: ParamsOf<typeof removeEvidence> }, ctx: Ctx): Promise<Result<null>> {
  const found = await changeableApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const { application } = found.value
  const { evidenceId } = request.params
  if (!(await removeEvidenceOf(tx, application, evidenceId))) return refuse('document-unknown')
  await record(tx, ctx, {
    type: 'evidence-removed',
    subject: { kind: 'application', id: application.applicationId },
    facts: { evidenceId },
  })
  return ok(null)
}

/** Puts the photo of the application, in place of an earlier one. */
export async function putPhoto(
  tx: Tx,
  request: { params: ParamsOf<typeof attachPhoto>; file?: UploadedFile },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof attachPhoto>>> {
  const found = await changeableApplication(tx, request.params, ctx)
  if (!found.ok) return found
  if (!request.file) return refuse('file-missing')
  const inspected = await inspectPicture(request.file, PHOTO)
  if (!inspected.ok) return inspected
  const { bytes } = inspected.value
  const photo: KeptFile = { fileId: await ctx.ports.files.put(bytes), mediaType: 'image/jpeg', bytes: bytes.length }
  const { application } = found.value
  await setPhoto(tx, application, photo, ctx.now)
  await record(tx, ctx, {
    type: 'photo-put',
    subject: { kind: 'application', id: application.applicationId },
    facts: { fileId: photo.fileId },
  })
  return ok({ photo: photo.fileId })
}

/** The name as people gave it, without folders and without what a file name cannot carry. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const kept = [...last].filter(char => char >= ' ' && char !== '\u007f' && !'<>:"|?*'.includes(char))
  return kept.slice(-LONGEST_NAME).join('') || '未命名'
}
