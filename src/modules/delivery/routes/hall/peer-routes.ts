import { type Route, route } from '../../../../platform/http/route.ts'
import { knownToPeer, reEnterAction } from '../../actions/client/re-enter.ts'
import {
  tellPeerActsAction,
  tellPeerEventsAction,
  tellPeerFileAction,
  tellPeerSiteAction,
  tellPeerStateAction,
} from '../../actions/hall/peer/receive.ts'
import { askPeerWordAction } from '../../actions/site/peer-word.ts'
import type { SitePlace } from '../../actions/site/place.ts'
import { readReviewAction } from '../../actions/hall/peer/review.ts'
import {
  askPeerWord,
  reEnterPaper,
  readReview,
  tellPeerActs,
  tellPeerEvents,
  tellPeerFile,
  tellPeerSite,
  tellPeerState,
} from '../../contract.ts'
import { mayDo, mayKnock } from '../../core/policy.ts'
import { MOST_PEER_BYTES } from '../../core/protocol/pair/wire.ts'

/** Bodies are text within JSON: quotes in it are written twice as long. */
const MOST_BODY_BYTES = 2 * MOST_PEER_BYTES

/** Two servers sign one result: mounted where a site has keys of its own. */
export const peerWordRoutes = (place: SitePlace): readonly Route[] => [
  route(askPeerWord, { policy: mayKnock, outside: askPeerWordAction(place), maxBytes: MOST_BODY_BYTES, priority: 1 }),
]

/** The exchange of the two servers of a site, and what follows from there being two: mounted where a site is kept. */
export const peerRoutes: readonly Route[] = [
  route(tellPeerEvents, { policy: mayKnock, outside: tellPeerEventsAction, maxBytes: MOST_BODY_BYTES, priority: 0 }),
  route(tellPeerActs, { policy: mayKnock, outside: tellPeerActsAction, maxBytes: MOST_BODY_BYTES, priority: 0 }),
  route(tellPeerState, { policy: mayKnock, outside: tellPeerStateAction, maxBytes: 64 * 1024, priority: 0 }),
  route(tellPeerFile, { policy: mayKnock, outside: tellPeerFileAction, maxBytes: MOST_BODY_BYTES, priority: 1 }),
  route(tellPeerSite, { policy: mayKnock, outside: tellPeerSiteAction, maxBytes: MOST_BODY_BYTES, priority: 1 }),
  route(reEnterPaper, { policy: mayKnock, outside: knownToPeer(reEnterAction), priority: 1 }),
  route(readReview, { policy: mayDo('watch'), action: readReviewAction, priority: 4 }),
]
