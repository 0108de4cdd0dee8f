import { type Result, ok } from '../../../kernel/result.ts'
import { allEditions } from '../core/registry.ts'
import { type EditionSummary, summaryOf } from '../core/summary.ts'

/** All editions in one line each, oldest first. */
export async function listEditionsAction(): Promise<Result<{ readonly editions: readonly EditionSummary[] }>> {
  return ok({ editions: allEditions().map(summaryOf) })
}
