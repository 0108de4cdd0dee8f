import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { deliveryRefusals } from '../../modules/delivery/contract.ts'
import { standingRoutes } from '../../modules/delivery/routes/centre-routes.ts'
import { deliveryRoutes } from '../../modules/delivery/routes/delivery-routes.ts'
import type { SitePlace } from '../../modules/delivery/index.ts'
import { drillRoutes } from '../../modules/delivery/routes/hall/drill-routes.ts'
import { hallRoutes } from '../../modules/delivery/routes/hall/hall-routes.ts'
import { integrityRoutes } from '../../modules/delivery/routes/hall/integrity-routes.ts'
import { peerRoutes, peerWordRoutes } from '../../modules/delivery/routes/hall/peer-routes.ts'
import { formRoutes, packageRoutes } from '../../modules/delivery/routes/package-routes.ts'
import { archiveRefusals } from '../../platform/archive/archive-refusals.ts'
import { interactionRefusals } from '../../modules/interactions/contract.ts'
import { labRefusals } from '../../modules/lab/contract.ts'
import type { Route } from '../../platform/http/route.ts'

/** Every route of a site: the exam client's, the consoles', and the way of papers in and of results out. */
export const siteRoutes = (place: SitePlace): readonly Route[] => [
  ...deliveryRoutes,
  ...formRoutes,
  ...hallRoutes,
  ...integrityRoutes,
  ...packageRoutes(place),
  ...drillRoutes(place),
  ...standingRoutes,
  ...peerRoutes,
  ...peerWordRoutes(place),
]

/** Every refusal a route may answer with. */
export const siteRefusals: RefusalCatalogue = { ...archiveRefusals, ...deliveryRefusals, ...interactionRefusals, ...labRefusals }
