import type { ParamsOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { AttemptId, SittingId } from '../../../delivery/contract.ts'
import { attemptResponses, installedPackage } from '../../../delivery/index.ts'
import type { readEvidence } from '../../contract.ts'
import { laboratoryItems } from '../../core/lab/laboratory-paper.ts'
import { mayReadEvidence } from '../../core/script.ts'
import { evidenceOfAttempt } from '../../store/lab.ts'
import { findScore } from '../../store/scores.ts'
import { findScript } from '../../store/scripts.ts'
import { lookAtWorlds } from './look-at-worlds.ts'

type Reply = ReplyOf<typeof readEvidence>
type Found = Omit<Reply['items'][number], 'marks' | 'earned' | 'title'>

/**
 * What the laboratory found in the worlds of a script, check by check, with the place of each world for the replay; the script's number is
 * all that is said of whose it is. Before the paper has its score, the worlds are looked at as they were left.
 * Refusals: `script-unknown`, `assessor-of-institution`, `version-changed` of the laboratory.
 */
export async function showEvidence(tx: Tx, { params }: { params: ParamsOf<typeof readEvidence> }, ctx: Ctx): Promise<Result<Reply>> {
  const script = await findScript(tx, params)
  if (script === undefined || script.asks === null) return refuse('script-unknown')
  const may = mayReadEvidence(ctx.actor, script)
  if (!may.ok) return may
  const { sittingId, attemptId, number, level } = script
  const found = await attemptResponses(tx, { sittingId: sittingId as SittingId, attemptId: attemptId as AttemptId })
  const paper = found === undefined ? undefined : await installedPackage(tx, found.attempt.packageId)
  if (paper === undefined) throw new Error(`the package of script ${number} is not installed`)
  const score = await findScore(tx, { sittingId, attemptId })
  const kept = await evidenceOfAttempt(tx, { sittingId, attemptId })
  const looked = score === undefined ? await lookAtWorlds(tx, attemptId, paper) : ok([])
  if (!looked.ok) return looked
  const replay = (itemId: string) => ({ ownerId: attemptId, worldId: itemId })
  const evidence: Found[] = [
    ...kept.map(({ itemId, task, got, most, taken, checks }) => ({
      itemId,
      task,
      got,
      most,
      taken,
      checks: plain(checks),
      replay: replay(itemId),
    })),
    ...looked.value.map(({ item: { itemId }, world, score: { got, max: most, checks } }) => {
      const taken = checks.reduce((sum, check) => sum + check.got, 0) - got
      return { itemId, task: world.task, got, most, taken, checks: plain(checks), replay: replay(itemId) }
    }),
  ]
  const items = laboratoryItems(paper).map(item => {
    const one = evidence.find(each => each.itemId === item.itemId)
    const earned = score?.items.find(each => each.itemId === item.itemId)?.score ?? null
    return { ...(one ?? untouched(item.itemId)), title: titleOf(item.content), marks: item.marks, earned }
  })
  return ok({ number, level, total: score?.score ?? null, maximum: paperMarks(items), items })
}

function untouched(itemId: string): Found {
  return { itemId, task: '', got: 0, most: 0, taken: 0, checks: [], replay: null }
}

/** The brief begins with the title of the task. */
function titleOf(content: Readonly<Record<string, unknown>>): string {
  const [first] = content['brief'] as { readonly text?: string }[]
  return first?.text ?? ''
}

function paperMarks(items: readonly { readonly marks: number }[]): number {
  return items.reduce((sum, item) => sum + item.marks, 0)
}

function plain(checks: readonly Found['checks'][number][]): Found['checks'] {
  return checks.map(check => ({ ...check, witness: [...check.witness], counter: [...check.counter] }))
}
