import type { ParamsOf } from '../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { FileReply } from '../../../platform/http/route.ts'
import type { showEvidence, showPhoto } from '../contract.ts'
import { DOCUMENT_WORDS } from '../core/application/evidence.ts'
import { listEvidence } from '../store/evidence.ts'
import { readableApplication } from './read-application.ts'

/** A document, for the applicant and the reviewers of the place only. */
export async function serveEvidence(tx: Tx, request: { params: ParamsOf<typeof showEvidence> }, ctx: Ctx): Promise<Result<FileReply>> {
  const found = await readableApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const documents = await listEvidence(tx, found.value.application)
  const document = documents.find(d => d.evidenceId === request.params.evidenceId)
  if (document === undefined) return refuse('document-unknown')
  const { fileId, mediaType } = document.file
  const fileName = `${DOCUMENT_WORDS[document.kind].zh}.${mediaType === 'application/pdf' ? 'pdf' : 'jpg'}`
  return ok({ bytes: await ctx.ports.files.get(fileId), mediaType, fileName, inline: true })
}

export async function servePhoto(tx: Tx, request: { params: ParamsOf<typeof showPhoto> }, ctx: Ctx): Promise<Result<FileReply>> {
  const found = await readableApplication(tx, request.params, ctx)
  if (!found.ok) return found
  const { photo } = found.value.application
  if (photo === null) return refuse('document-unknown')
  return ok({ bytes: await ctx.ports.files.get(photo.fileId), mediaType: photo.mediaType, fileName: '证件照片.jpg', inline: true })
}
