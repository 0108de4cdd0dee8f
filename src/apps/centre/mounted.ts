import { assemblyRoutes } from '../../modules/assembly/routes/assembly-routes.ts'
import { auditRoutes } from '../../modules/audit/routes/audit-routes.ts'
import { awardRoutes } from '../../modules/award/routes/award-routes.ts'
import { certificateRoutes } from '../../modules/certificate/routes/certificate-routes.ts'
import { courseRoutes } from '../../modules/course/routes/course-routes.ts'
import { centreRoutes } from '../../modules/delivery/routes/centre-routes.ts'
import { deliveryRoutes } from '../../modules/delivery/routes/delivery-routes.ts'
import { resultRoutes } from '../../modules/delivery/routes/result-routes.ts'
import { formRoutes } from '../../modules/delivery/routes/package-routes.ts'
import { examRoutes } from '../../modules/exam/routes/exam-routes.ts'
import { sealingRoutes } from '../../modules/exam/routes/sealing-routes.ts'
import { identityRoutes } from '../../modules/identity/routes/identity-routes.ts'
import { institutionRoutes } from '../../modules/institution/routes/institution-routes.ts'
import { itemBankRoutes } from '../../modules/item-bank/routes/item-bank-routes.ts'
import { labRoutes } from '../../modules/lab/routes/lab-routes.ts'
import { markingRoutes } from '../../modules/marking/routes/marking-routes.ts'
import { registrationRoutes } from '../../modules/registration/routes/registration-routes.ts'
import { standardRoutes } from '../../modules/standard/routes/standard-routes.ts'
import { statisticsRoutes } from '../../modules/statistics/routes/statistics-routes.ts'
import { enrolledSite, takeSiteResult } from '../../modules/delivery/index.ts'
import { KEEP_DAYS } from '../../modules/exam/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Route } from '../../platform/http/route.ts'
import { candidateGroups } from './candidate-groups.ts'

/** How the centre knows its sites when their results arrive by wire. */
const sites = {
  signingKeyOf: async (tx: Tx, siteCode: string) => (await enrolledSite(tx, siteCode))?.signingKey ?? null,
  keepDays: KEEP_DAYS,
  ingest: takeSiteResult,
}

/** Every route of the centre, module by module. */
export const allRoutes: readonly Route[] = [
  ...assemblyRoutes(candidateGroups),
  ...auditRoutes,
  ...awardRoutes,
  ...certificateRoutes,
  ...courseRoutes,
  ...centreRoutes,
  ...deliveryRoutes,
  ...formRoutes,
  ...resultRoutes(sites),
  ...examRoutes,
  ...sealingRoutes,
  ...identityRoutes,
  ...institutionRoutes,
  ...itemBankRoutes,
  ...labRoutes,
  ...markingRoutes,
  ...registrationRoutes,
  ...standardRoutes,
  ...statisticsRoutes,
]
