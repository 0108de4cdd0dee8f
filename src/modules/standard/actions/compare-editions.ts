import type { PolicyRequest } from '../../../kernel/endpoint.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { compareEditions } from '../contract.ts'
import { type EditionDiff, diffEditions } from '../core/diff/diff.ts'
import { findEdition } from '../core/registry.ts'

/** What differs between two editions; refuses `edition-unknown` for the first one that does not exist. */
export async function compareEditionsAction(request: PolicyRequest<typeof compareEditions>): Promise<Result<EditionDiff>> {
  const from = findEdition(request.query.from)
  if (!from.ok) return from
  const to = findEdition(request.query.to)
  return to.ok ? ok(diffEditions(from.value, to.value)) : to
}
