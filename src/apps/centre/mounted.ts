import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { assemblyRefusals } from '../../modules/assembly/contract.ts'
import { assemblyRoutes } from '../../modules/assembly/routes/assembly-routes.ts'
import { auditRoutes } from '../../modules/audit/routes/audit-routes.ts'
import { certificateRefusals } from '../../modules/certificate/contract.ts'
import { certificateRoutes } from '../../modules/certificate/routes/certificate-routes.ts'
import { courseRefusals } from '../../modules/course/contract.ts'
import { courseRoutes } from '../../modules/course/routes/course-routes.ts'
import { deliveryRefusals } from '../../modules/delivery/contract.ts'
import { deliveryRoutes } from '../../modules/delivery/routes/delivery-routes.ts'
import { identityRefusals } from '../../modules/identity/contract.ts'
import { identityRoutes } from '../../modules/identity/routes/identity-routes.ts'
import { institutionRefusals } from '../../modules/institution/contract.ts'
import { institutionRoutes } from '../../modules/institution/routes/institution-routes.ts'
import { itemBankRefusals } from '../../modules/item-bank/contract.ts'
import { itemBankRoutes } from '../../modules/item-bank/routes/item-bank-routes.ts'
import { markingRefusals } from '../../modules/marking/contract.ts'
import { markingRoutes } from '../../modules/marking/routes/marking-routes.ts'
import { standardRefusals } from '../../modules/standard/contract.ts'
import { standardRoutes } from '../../modules/standard/routes/standard-routes.ts'
import type { Route } from '../../platform/http/route.ts'

/** Every route of the centre, module by module. */
export const allRoutes: readonly Route[] = [...auditRoutes, ...standardRoutes, ...identityRoutes, ...institutionRoutes, ...itemBankRoutes, ...assemblyRoutes, ...courseRoutes, ...certificateRoutes, ...deliveryRoutes, ...markingRoutes]

/** Every refusal a route may answer with. */
export const allRefusals: RefusalCatalogue = { ...standardRefusals, ...identityRefusals, ...institutionRefusals, ...itemBankRefusals, ...assemblyRefusals, ...courseRefusals, ...certificateRefusals, ...deliveryRefusals, ...markingRefusals }
