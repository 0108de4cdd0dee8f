import type { QueryOf, ReplyOf } from '../../../kernel/endpoint.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { listAuditEntries } from '../contract.ts'
import { listRecent } from '../store/audit-store.ts'

export async function listRecentEntries(
  tx: Tx,
  request: { query: QueryOf<typeof listAuditEntries> },
  ctx: Ctx,
): Promise<Result<ReplyOf<typeof listAuditEntries>>> {
  const { before, type, most } = request.query
  return ok({ entries: await listRecent(tx, { before: before ?? ctx.now + 1, type, most }) })
}
