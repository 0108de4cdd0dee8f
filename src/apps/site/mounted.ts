import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'
import { deliveryRefusals } from '../../modules/delivery/contract.ts'
import { deliveryRoutes } from '../../modules/delivery/routes/delivery-routes.ts'
import { hallRoutes } from '../../modules/delivery/routes/hall-routes.ts'
import { peerRoutes } from '../../modules/delivery/routes/peer-routes.ts'
import { interactionRefusals } from '../../modules/interactions/contract.ts'
import type { Route } from '../../platform/http/route.ts'

/** Every route of a site: the exam client's and the consoles'. */
export const siteRoutes: readonly Route[] = [...deliveryRoutes, ...hallRoutes, ...peerRoutes]

/** Every refusal a route may answer with. */
export const siteRefusals: RefusalCatalogue = { ...deliveryRefusals, ...interactionRefusals }
