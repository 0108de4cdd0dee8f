import { ok } from '../../../kernel/result.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { listRecentEntries } from '../actions/list-recent-entries.ts'
import { verifySnapshot } from '../actions/verify-log.ts'
import { listAuditEntries, verifyAuditChains } from '../contract.ts'
import { mayReadEntries } from '../core/policy.ts'

export const auditRoutes: readonly Route[] = [
  route(listAuditEntries, { policy: mayReadEntries, action: listRecentEntries }),
  route(verifyAuditChains, {
    policy: mayReadEntries,
    outside: async (_request, ctx) => ok(await ctx.ports.database.transact(tx => verifySnapshot(tx, ctx.ports.keys, []))),
  }),
]
