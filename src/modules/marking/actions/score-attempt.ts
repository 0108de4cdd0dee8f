import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../audit/index.ts'
import { type AttemptId, type Ended, type PaperPackage, type SittingId, itemsOf } from '../../delivery/contract.ts'
import { type AttemptResponses, attemptResponses, installedPackage } from '../../delivery/index.ts'
import type { ItemSecret } from '../../item-bank/contract.ts'
import { keysOf } from '../../item-bank/index.ts'
import { type ItemFinding, itemFinding, waitingChecks } from '../core/lab/lab-evidence.ts'
import { markedByMachine } from '../core/lab/laboratory-paper.ts'
import { skillsOfPaper } from '../core/lab/skill-scores.ts'
import type { PaperScore } from '../core/paper-result.ts'
import { endedWork, scorePaper } from '../core/score-paper.ts'
import { checkMarksOfAttempt, insertEvidence } from '../store/lab.ts'
import { findScore, insertScore } from '../store/scores.ts'
import { type LookedAt, lookAtWorlds } from './lab/look-at-worlds.ts'

type Place = { readonly sittingId: string; readonly attemptId: string }

/**
 * Scores a finished attempt by machine: responses by their keys, work in the laboratory from the worlds that were left. Once a paper has its
 * marks they stand: asking again gives the same. Refusals: `attempt-unknown`, `attempt-not-ended`, `nothing-to-score`, `paper-by-hand`,
 * `item-not-scored`, `item-needs-person` (the paper stays pending), and `version-changed` of the laboratory.
 */
export async function scoreAttempt(tx: Tx, ctx: Ctx, place: Place): Promise<Result<PaperScore>> {
  const known = await findScore(tx, place)
  if (known !== undefined) return ok(known)
  const found = await attemptResponses(tx, { sittingId: place.sittingId as SittingId, attemptId: place.attemptId as AttemptId })
  const work = endedWork(found?.attempt)
  if (!work.ok) return work
  const scored = await scoreWork(tx, ctx, work.value, found?.responses ?? new Map())
  if (!scored.ok) return scored
  const { score, evidence } = scored.value
  if (!(await insertScore(tx, score, ctx.now))) return scoreAttempt(tx, ctx, place)
  for (const { looked, finding } of evidence) await insertEvidence(tx, place, keptEvidence(looked, finding))
  const facts = { sitting: place.sittingId, score: score.score, maximum: score.maximum, items: score.items.length }
  await record(tx, ctx, { type: 'attempt-scored', subject: { kind: 'attempt', id: place.attemptId }, facts })
  return ok(score)
}

type Found = { readonly looked: LookedAt; readonly finding: ItemFinding }
type ScoredWork = { readonly score: PaperScore; readonly evidence: readonly Found[] }

async function scoreWork(tx: Tx, ctx: Ctx, attempt: Ended, given: AttemptResponses['responses']): Promise<Result<ScoredWork>> {
  const paper = await packageOfAttempt(tx, attempt)
  const byMachine = markedByMachine(paper)
  if (!byMachine.ok) return byMachine
  const versions = itemsOf(paper).map(item => item.itemVersionId)
  const secrets = await keysOf(tx, ctx, versions)
  const worlds = await lookAtWorlds(tx, attempt.attemptId, paper)
  if (!worlds.ok) return worlds
  const found = await findings(tx, attempt, worlds.value, secrets)
  const evidence = new Map(found.map(({ looked, finding }) => [looked.item.itemId, finding.evidence]))
  const marks = scorePaper({ paper, responses: given, secrets, evidence })
  if (!marks.ok) return marks
  const { sittingId, attemptId, candidateRef } = attempt
  const skills = skillsOfPaper(paper, secrets, new Map(found.map(({ looked, finding }) => [looked.item.itemId, finding])))
  const who = { sittingId, attemptId, candidateRef, paper: paper.paper, by: 'machine' as const }
  return ok({ score: { ...who, editionId: paper.editionId, level: paper.level, ...marks.value, skills }, evidence: found })
}

async function packageOfAttempt(tx: Tx, attempt: Ended): Promise<PaperPackage> {
  const paper = await installedPackage(tx, attempt.packageId)
  if (paper === undefined) throw new Error(`the package of attempt ${attempt.attemptId} is not installed`)
  return paper
}

/** What was found in each world; one of which a person has still to judge something is left out, so that its item stays pending. */
async function findings(
  tx: Tx,
  place: Place,
  worlds: readonly LookedAt[],
  secrets: ReadonlyMap<string, ItemSecret>,
): Promise<readonly Found[]> {
  const given = worlds.length === 0 ? [] : await checkMarksOfAttempt(tx, place)
  return worlds.flatMap(looked => {
    const { item, score } = looked
    const own = given.filter(mark => mark.itemId === item.itemId)
    const key = secrets.get(item.itemVersionId)?.key
    if (key === undefined || waitingChecks(score, own).length > 0) return []
    return [{ looked, finding: itemFinding(key, score, own) }]
  })
}

function keptEvidence({ item, world }: LookedAt, { got, most, taken, checks }: ItemFinding) {
  return { itemId: item.itemId, task: world.task, got, most, taken, lastSeq: world.lastSeq, head: world.head, checks }
}
