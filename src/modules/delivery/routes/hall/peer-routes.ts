import { type Route, route } from '../../../../platform/http/route.ts'
import { knownToPeer, reEnterAction } from '../../actions/client/re-enter.ts'
import { tellPeerActsAction, tellPeerEventsAction, tellPeerStateAction } from '../../actions/hall/peer/receive.ts'
import { readReviewAction } from '../../actions/hall/peer/review.ts'
import { reEnterPaper, readReview, tellPeerActs, tellPeerEvents, tellPeerState } from '../../contract.ts'
import { mayDo, mayKnock } from '../../core/policy.ts'
import { MOST_PEER_BYTES } from '../../core/protocol/pair/wire.ts'

/** Bodies are text within JSON: quotes in it are written twice as long. */
const MOST_BODY_BYTES = 2 * MOST_PEER_BYTES

/** The exchange of the two servers of a site, and what follows from there being two: mounted where a site is kept. */
export const peerRoutes: readonly Route[] = [
  route(tellPeerEvents, { policy: mayKnock, outside: tellPeerEventsAction, maxBytes: MOST_BODY_BYTES, priority: 0 }),
  route(tellPeerActs, { policy: mayKnock, outside: tellPeerActsAction, maxBytes: MOST_BODY_BYTES, priority: 0 }),
  route(tellPeerState, { policy: mayKnock, outside: tellPeerStateAction, maxBytes: 64 * 1024, priority: 0 }),
  route(reEnterPaper, { policy: mayKnock, outside: knownToPeer(reEnterAction), priority: 1 }),
  route(readReview, { policy: mayDo('watch'), action: readReviewAction, priority: 4 }),
]
