import { hash } from 'node:crypto'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Log } from '../../../../platform/log.ts'
import { type ExamDocument, type ExamTask, examDocumentText, readExamDocument } from '../../core/exam/exam-document.ts'
import { LAB_APPS } from '../../core/registry.ts'
import { dropExamDocuments, findExamDocument, knownExamDocuments, putExamDocument } from '../../store/exam-documents.ts'
import { catalogueOf } from '../documents/catalogue.ts'

/** The exam document of a task as this installation has it: what a paper is sealed with. Refusal: `task-not-found`. */
export function examDocumentOf(log: Log, task: string): Result<ExamDocument> {
  const offered = catalogueOf(log).get(task)
  if (offered === undefined) return refuse('task-not-found', { task })
  const text = examDocumentText(offered)
  return ok({ task, sha256: hash('sha256', text, 'hex'), text })
}

/**
 * Keeps an exam document as it came, sealed with the keys of this server; again, it changes nothing.
 * Refusals: `lab-document-changed` (the text is not that of its digest), `lab-document-invalid`.
 */
export async function keepExamDocument(
  tx: Tx,
  ctx: Ctx,
  { sha256, text }: Pick<ExamDocument, 'sha256' | 'text'>,
): Promise<Result<{ readonly task: string }>> {
  if (hash('sha256', text, 'hex') !== sha256) return refuse('lab-document-changed')
  const read = readExamDocument(text, LAB_APPS)
  if (!read.ok) return read
  const { task } = read.value.task
  await putExamDocument(tx, { sha256, task, sealed: ctx.ports.keys.seal(text), now: ctx.now })
  return ok({ task })
}

/** Which of these documents are not here. */
export async function missingExamDocuments(tx: Tx, sha256s: readonly string[]): Promise<string[]> {
  const known = await knownExamDocuments(tx, sha256s)
  return [...new Set(sha256s)].filter(sha256 => !known.has(sha256))
}

/** The text of a document that is here; undefined when it is not. */
export async function examDocumentHere(tx: Tx, ctx: Ctx, sha256: string): Promise<string | undefined> {
  const sealed = await findExamDocument(tx, sha256)
  return sealed === undefined ? undefined : ctx.ports.keys.open(sealed)
}

/** Task and scenario of a document. Refusals: `lab-document-missing`, `lab-document-invalid`. */
export async function readKeptDocument(tx: Tx, ctx: Ctx, sha256: string): Promise<Result<ExamTask>> {
  const text = await examDocumentHere(tx, ctx, sha256)
  return text === undefined ? refuse('lab-document-missing') : readExamDocument(text, LAB_APPS)
}

/** Deletes documents that nothing on this server is played with any more. */
export async function forgetExamDocuments(tx: Tx, sha256s: readonly string[]): Promise<void> {
  await dropExamDocuments(tx, sha256s)
}
