import { type Route, route } from '../../../../platform/http/route.ts'
import { decideLateEventsAction, readLateEventsAction } from '../../actions/hall/late-events.ts'
import { allowWithoutSebAction, makeSebFileAction, prepareSebAction, readSebAction, unlockAction } from '../../actions/hall/seb-at-hall.ts'
import * as contract from '../../contract.ts'
import { mayDo } from '../../core/policy.ts'

const SECOND_PERSON = { max: 30, perSeconds: 60, by: 'caller' } as const

/** What a hall decides by two so that a result can be trusted: work that came late, browsers that were not the right ones. */
export const integrityRoutes: readonly Route[] = [
  route(contract.readLateEvents, { policy: mayDo('watch'), action: readLateEventsAction, priority: 4 }),
  route(contract.decideLateEvents, { policy: mayDo('decide-late'), outside: decideLateEventsAction, limit: SECOND_PERSON, priority: 3 }),
  route(contract.readSebAtHall, { policy: mayDo('watch'), action: readSebAction, priority: 3 }),
  route(contract.prepareSebAtHall, { policy: mayDo('seb-file'), action: prepareSebAction, priority: 4 }),
  route(contract.makeSebFile, { policy: mayDo('seb-file'), action: makeSebFileAction, limit: SECOND_PERSON, priority: 4 }),
  route(contract.unlockAtHall, { policy: mayDo('unlock'), outside: unlockAction, limit: SECOND_PERSON, priority: 1 }),
  route(contract.allowWithoutSeb, { policy: mayDo('without-seb'), outside: allowWithoutSebAction, limit: SECOND_PERSON, priority: 1 }),
]
