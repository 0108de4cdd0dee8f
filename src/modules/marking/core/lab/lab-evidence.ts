import { type Hundredths, hundredths } from '../../../../kernel/marks.ts'
import type { ItemDocument } from '../../../interactions/contract.ts'
import { type CheckEvidence, type TaskScore, leftOf } from '../../../lab/contract.ts'

/** A check of an item's key, as far as marking reads it. */
type KeyCheck = { readonly id: string; readonly share: number; readonly skill?: { readonly code: string; readonly name: string } | null }

/** The marks a person gave for a check, in hundredths of the task's rubric. */
export type GivenMark = { readonly checkId: string; readonly got: Hundredths }

/** What the laboratory and, where it had to ask, a person found in the world of an item. */
export type ItemFinding = {
  /** Evidence as the interaction `lab-task` takes it. */
  readonly evidence: ItemDocument
  /** Hundredths of the task's rubric: what is left, of what there was, and what gates and deductions took. */
  readonly got: Hundredths
  readonly most: Hundredths
  readonly taken: Hundredths
  readonly checks: readonly CheckEvidence[]
}

export function checksOfKey(key: ItemDocument): readonly KeyCheck[] {
  return key['checks'] as readonly KeyCheck[]
}

/** The checks that no machine can judge and nobody has judged yet. */
export function waitingChecks(score: TaskScore, given: readonly GivenMark[]): readonly CheckEvidence[] {
  return score.checks.filter(check => check.status === 'manual' && given.every(one => one.checkId !== check.id))
}

/**
 * What was found, as evidence of the item: each check of the key with the marks it earned, by the laboratory or by the person who was asked;
 * gates and deductions are taken off the sum, after the person's marks as well. Throws where key and rubric are not of one task: an item
 * and the document its world was opened with are released together.
 */
export function itemFinding(key: ItemDocument, score: TaskScore, given: readonly GivenMark[]): ItemFinding {
  const checks = score.checks.map(check => judged(check, given))
  const found = new Map(checks.map(check => [check.id, check]))
  const shares = checksOfKey(key).map(({ id, share }) => {
    const check = found.get(id)
    if (check === undefined || check.max !== share) throw new Error(`check ${id} of the key is not the check of the rubric`)
    return { id, share: check.got as number }
  })
  const sum = shares.reduce((total, one) => total + one.share, 0)
  if (sum !== checks.reduce((total, check) => total + check.got, 0)) throw new Error('the rubric has marks that the key does not know')
  const got = leftOf(score, checks)
  const taken = hundredths(sum - got)
  return { evidence: { version: 1, taken, checks: shares }, got, most: score.max, taken, checks }
}

function judged(check: CheckEvidence, given: readonly GivenMark[]): CheckEvidence {
  const mark = check.status === 'manual' ? given.find(one => one.checkId === check.id)?.got : undefined
  if (mark === undefined) return check
  if (mark > check.max) throw new RangeError(`check ${check.id} has more than its marks`)
  return { ...check, got: mark }
}
