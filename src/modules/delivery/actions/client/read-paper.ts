import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { presentPaper } from '../../core/paper/presentation.ts'
import type { PaperView } from '../../core/views.ts'
import { identifySeatedBearer } from './identify-bearer.ts'
import { packageOf } from './view-state.ts'

type Request = { readonly params: { readonly attemptId: string } }

/** The paper in the order of this attempt; never before the start, never after the end. */
export async function readPaperAction(tx: Tx, { params }: Request, ctx: Ctx): Promise<Result<PaperView>> {
  const bearer = await identifySeatedBearer(tx, ctx, { attemptId: params.attemptId, lock: false })
  if (!bearer.ok) return bearer
  const { attempt } = bearer.value
  if (attempt.state === 'ready') return refuse('not-started')
  if (attempt.state !== 'running') return refuse('attempt-over')
  const paper = await packageOf(tx, attempt, ctx)
  const sections = presentPaper(paper, attempt.rules, attempt.attemptId)
  return ok({
    packageId: paper.packageId,
    title: paper.title,
    sections: sections.map(section => ({ ...section, items: [...section.items] })),
    media: paper.media,
    stimuli: paper.stimuli,
  })
}
