import type { PolicyRequest } from '../../../kernel/endpoint.ts'
import type { Result } from '../../../kernel/result.ts'
import type { showEdition } from '../contract.ts'
import { findEdition } from '../core/registry.ts'
import type { ResolvedEdition } from '../core/resolve.ts'

/** One edition with everything it inherits; refuses `edition-unknown`. */
export async function showEditionAction(request: PolicyRequest<typeof showEdition>): Promise<Result<ResolvedEdition>> {
  return findEdition(request.params.editionId)
}
