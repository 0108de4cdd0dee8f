import { type Route, route } from '../../../../platform/http/route.ts'
import { certifyReadinessAction, readReadinessAction } from '../../actions/drill/certify.ts'
import { confirmDrillStepAction } from '../../actions/drill/confirm-step.ts'
import { readDrillAction, runDrillAction } from '../../actions/drill/run-drill.ts'
import type { SitePlace } from '../../actions/site/place.ts'
import * as contract from '../../contract.ts'
import { mayDo } from '../../core/policy.ts'

const SECOND_PERSON = { max: 30, perSeconds: 60, by: 'caller' } as const

/** The drill of a site and the certificate that it earns. */
export const drillRoutes = (place: SitePlace): readonly Route[] => [
  route(contract.runDrill, { policy: mayDo('drill'), outside: runDrillAction, priority: 4 }),
  route(contract.readDrill, { policy: mayDo('watch'), action: readDrillAction, priority: 4 }),
  route(contract.confirmDrillStep, {
    policy: mayDo('drill-step'),
    outside: confirmDrillStepAction(place),
    limit: SECOND_PERSON,
    priority: 3,
  }),
  route(contract.readReadiness, { policy: mayDo('watch'), action: readReadinessAction, priority: 4 }),
  route(contract.certifyReadiness, { policy: mayDo('certify'), outside: certifyReadinessAction(place), limit: SECOND_PERSON, priority: 3 }),
]
