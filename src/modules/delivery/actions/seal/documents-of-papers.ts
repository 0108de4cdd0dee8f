import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { examDocumentHere } from '../../../lab/index.ts'
import type { PaperPackage } from '../../core/paper/package.ts'
import type { SealedDocument } from './seal-site-package.ts'

/** The documents of the laboratory that these papers name, once each, as they are kept here. Refusal: `lab-document-missing`. */
export async function documentsOfPapers(
  tx: Tx,
  ctx: Ctx,
  papers: readonly Pick<PaperPackage, 'laboratory'>[],
): Promise<Result<readonly SealedDocument[]>> {
  const documents: SealedDocument[] = []
  for (const sha256 of new Set(papers.flatMap(paper => paper.laboratory.map(one => one.sha256)))) {
    const text = await examDocumentHere(tx, ctx, sha256)
    if (text === undefined) return refuse('lab-document-missing')
    documents.push({ sha256, text })
  }
  return ok(documents)
}
