import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { auditRoutes } from '../../modules/audit/routes/audit-routes.ts'
import { identityRefusals } from '../../modules/identity/contract.ts'
import { identityRoutes } from '../../modules/identity/routes/identity-routes.ts'
import type { Route } from '../../platform/http/route.ts'

/** Every route of the centre, module by module. */
export const allRoutes: readonly Route[] = [...auditRoutes, ...identityRoutes]

/** Every refusal a route may answer with. */
export const allRefusals: RefusalCatalogue = { ...identityRefusals }
