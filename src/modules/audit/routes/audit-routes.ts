import { ok } from '../../../kernel/result.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { listRecentEntries } from '../actions/list-recent-entries.ts'
import { verifyLog } from '../actions/verify-log.ts'
import { listAuditEntries, verifyAuditChains } from '../contract.ts'
import { mayReadEntries } from '../core/policy.ts'

export const auditRoutes: readonly Route[] = [
  route(listAuditEntries, { policy: mayReadEntries, action: listRecentEntries }),
  route(verifyAuditChains, {
    policy: mayReadEntries,
    action: async (tx, _request, ctx) => {
      const found = await verifyLog(tx, ctx.ports.keys, [])
      return ok({ ...found, faults: [...found.faults] })
    },
  }),
]
