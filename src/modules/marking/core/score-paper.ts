import { type Hundredths, hundredths } from '../../../kernel/marks.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Attempt, type Ended, type PackageItem, type Paper, type PaperPackage, hasEnded, itemsOf } from '../../delivery/contract.ts'
import { type Score, interactionOf } from '../../interactions/contract.ts'
import type { ItemSecret } from '../../item-bank/contract.ts'
import { type MachineScore, machineScore } from './machine-score.ts'

/** One item of a scored paper; kept for statistics and for re-checking a result. */
export type ScoredItem = {
  readonly itemId: string
  readonly itemVersionId: string
  readonly area: string
  readonly score: Hundredths
  readonly maximum: Hundredths
  readonly outcome: Exclude<Score['outcome'], 'pending'>
}
export type ScoredPaper = MachineScore & { readonly items: readonly ScoredItem[] }

/** What a theory paper is scored from. */
export type PaperFacts = {
  readonly paper: PaperPackage
  readonly responses: ReadonlyMap<string, unknown>
  /** Content and key by item version. */
  readonly secrets: ReadonlyMap<string, ItemSecret>
  /** Marks that persons or the laboratory gave, by item; none where it is left out. */
  readonly evidence?: ReadonlyMap<string, unknown>
}

/** The finished work of an attempt, at the paper meant where one is named. Refuses `attempt-unknown`, `attempt-not-ended`, and `nothing-to-score` when nobody came. */
export function endedWork(attempt: Attempt | undefined, paper: Paper | null = null): Result<Ended> {
  if (attempt === undefined || (paper !== null && attempt.paper !== paper)) return refuse('attempt-unknown')
  if (!hasEnded(attempt)) return refuse('attempt-not-ended')
  return attempt.state === 'closed' && attempt.reason === 'absent' ? refuse('nothing-to-score') : ok(attempt)
}

/**
 * Scores every item of a paper by the rules of its interaction and adds up. What each item can bring must be what the package
 * promised for it, so that the marks of items, areas and paper are conserved. Refuses `item-not-scored` where a key is missing, and
 * `item-needs-person` while items wait for their marks: a paper has all of its marks or none, and nobody gets 0 for work not looked at.
 */
export function scorePaper(facts: PaperFacts): Result<ScoredPaper> {
  const { paper } = facts
  const scored = itemsOf(paper).map(item => ({ item, score: scoreOf(item, facts) }))
  const waiting = scored.filter(({ score }) => score?.outcome === 'pending').map(({ item }) => item.itemId)
  if (waiting.length > 0) return refuse('item-needs-person', { items: waiting })
  const fullMarks = hundredths(itemsOf(paper).reduce((sum, item) => sum + item.marks, 0))
  const sum = machineScore(
    scored.map(({ item, score }) => ({
      itemId: item.itemId,
      area: item.area,
      score: score?.earned ?? null,
      maximum: score?.max ?? hundredths(item.marks),
    })),
    fullMarks,
  )
  if (!sum.ok) return sum
  const items = scored.flatMap(({ item, score }) => (score === null ? [] : [scoredItem(item, score)]))
  return ok({ ...sum.value, items })
}

function scoreOf(item: PackageItem, { responses, secrets, evidence }: PaperFacts): Score | null {
  const secret = secrets.get(item.itemVersionId)
  if (secret === undefined) return null
  return interactionOf(item.type).score({
    ...secret,
    response: responses.get(item.itemId) ?? null,
    evidence: evidence?.get(item.itemId) ?? null,
    max: hundredths(item.marks),
  })
}

function scoredItem(item: PackageItem, score: Score): ScoredItem {
  if (score.outcome === 'pending') throw new Error(`item ${item.itemId} waits for its marks`)
  return {
    itemId: item.itemId,
    itemVersionId: item.itemVersionId,
    area: item.area,
    score: score.earned,
    maximum: score.max,
    outcome: score.outcome,
  }
}
