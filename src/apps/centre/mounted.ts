import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { assemblyRefusals } from '../../modules/assembly/contract.ts'
import { assemblyRoutes } from '../../modules/assembly/routes/assembly-routes.ts'
import { auditRoutes } from '../../modules/audit/routes/audit-routes.ts'
import { awardRefusals } from '../../modules/award/contract.ts'
import { awardRoutes } from '../../modules/award/routes/award-routes.ts'
import { certificateRefusals } from '../../modules/certificate/contract.ts'
import { certificateRoutes } from '../../modules/certificate/routes/certificate-routes.ts'
import { courseRefusals } from '../../modules/course/contract.ts'
import { courseRoutes } from '../../modules/course/routes/course-routes.ts'
import { deliveryRefusals } from '../../modules/delivery/contract.ts'
import { deliveryRoutes } from '../../modules/delivery/routes/delivery-routes.ts'
import { examRefusals } from '../../modules/exam/contract.ts'
import { examRoutes } from '../../modules/exam/routes/exam-routes.ts'
import { identityRefusals } from '../../modules/identity/contract.ts'
import { identityRoutes } from '../../modules/identity/routes/identity-routes.ts'
import { institutionRefusals } from '../../modules/institution/contract.ts'
import { institutionRoutes } from '../../modules/institution/routes/institution-routes.ts'
import { itemBankRefusals } from '../../modules/item-bank/contract.ts'
import { itemBankRoutes } from '../../modules/item-bank/routes/item-bank-routes.ts'
import { markingRefusals } from '../../modules/marking/contract.ts'
import { markingRoutes } from '../../modules/marking/routes/marking-routes.ts'
import { registrationRefusals } from '../../modules/registration/contract.ts'
import { registrationRoutes } from '../../modules/registration/routes/registration-routes.ts'
import { standardRefusals } from '../../modules/standard/contract.ts'
import { standardRoutes } from '../../modules/standard/routes/standard-routes.ts'
import { statisticsRefusals } from '../../modules/statistics/contract.ts'
import { statisticsRoutes } from '../../modules/statistics/routes/statistics-routes.ts'
import type { Route } from '../../platform/http/route.ts'

/** Every route of the centre, module by module. */
export const allRoutes: readonly Route[] = [
  ...assemblyRoutes,
  ...auditRoutes,
  ...awardRoutes,
  ...certificateRoutes,
  ...courseRoutes,
  ...deliveryRoutes,
  ...examRoutes,
  ...identityRoutes,
  ...institutionRoutes,
  ...itemBankRoutes,
  ...markingRoutes,
  ...registrationRoutes,
  ...standardRoutes,
  ...statisticsRoutes,
]

/** Every refusal a route may answer with. */
export const allRefusals: RefusalCatalogue = {
  ...assemblyRefusals,
  ...awardRefusals,
  ...certificateRefusals,
  ...courseRefusals,
  ...deliveryRefusals,
  ...examRefusals,
  ...identityRefusals,
  ...institutionRefusals,
  ...itemBankRefusals,
  ...markingRefusals,
  ...registrationRefusals,
  ...standardRefusals,
  ...statisticsRefusals,
}
