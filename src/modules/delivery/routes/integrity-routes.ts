import { type Route, route } from '../../../platform/http/route.ts'
import { decideLateEventsAction, readLateEventsAction } from '../actions/hall/late-events.ts'
import * as contract from '../contract.ts'
import { mayDo } from '../core/policy.ts'

const SECOND_PERSON = { max: 30, perSeconds: 60, by: 'caller' } as const

/** What a hall decides by two so that a result can be trusted: work that came late, browsers that were not the right ones. */
export const integrityRoutes: readonly Route[] = [
  route(contract.readLateEvents, { policy: mayDo('watch'), action: readLateEventsAction, priority: 4 }),
  route(contract.decideLateEvents, { policy: mayDo('decide-late'), outside: decideLateEventsAction, limit: SECOND_PERSON, priority: 3 }),
]
