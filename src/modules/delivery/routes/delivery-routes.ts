import { type Route, route } from '../../../platform/http/route.ts'
import { addFileAction } from '../actions/client/add-file.ts'
import { beatAction, callForHelpAction } from '../actions/client/beat.ts'
import { enterPaperAction } from '../actions/client/enter-paper.ts'
import { handInPaperAction } from '../actions/client/hand-in-paper.ts'
import { knownToPeer } from '../actions/client/re-enter.ts'
import { readPaperAction } from '../actions/client/read-paper.ts'
import { readStateAction } from '../actions/client/read-state.ts'
import { saveEventsAction } from '../actions/client/save-events.ts'
import { startPaperAction } from '../actions/client/start-paper.ts'
import { carryOutAction, fileOfWorldAction, openItemWorldAction } from '../actions/client/lab/enter-world.ts'
import { verifyPageAction } from '../actions/seb/verify-page.ts'
import { mintNonceAction } from '../actions/seb/mint-nonce.ts'
import {
  addFile,
  beatClient,
  callForHelp,
  carryOutCommand,
  enterPaper,
  fileOfItemWorld,
  handInPaper,
  mintNonce,
  openItemWorld,
  readPaper,
  readState,
  saveEvents,
  startPaper,
  verifyPage,
} from '../contract.ts'
import { MOST_BYTES_PER_SAVE } from '../core/events.ts'
import { LARGEST_FILE } from '../core/paper/attempt-file.ts'
import { mayKnock } from '../core/policy.ts'

export const deliveryRoutes: readonly Route[] = [
  // a whole hall may stand behind one address, so the limit only slows a machine that guesses
  route(enterPaper, { policy: mayKnock, outside: knownToPeer(enterPaperAction), limit: { max: 600, perSeconds: 60 }, priority: 1 }),
  route(startPaper, { policy: mayKnock, action: startPaperAction, priority: 1 }),
  route(readPaper, { policy: mayKnock, action: readPaperAction, priority: 1 }),
  route(saveEvents, { policy: mayKnock, outside: saveEventsAction, maxBytes: MOST_BYTES_PER_SAVE, priority: 0 }),
  route(addFile, { policy: mayKnock, outside: knownToPeer(addFileAction), maxBytes: LARGEST_FILE, priority: 1 }),
  route(readState, { policy: mayKnock, action: readStateAction, priority: 1 }),
  route(handInPaper, { policy: mayKnock, action: handInPaperAction, priority: 1 }),
  route(beatClient, { policy: mayKnock, outside: beatAction, priority: 0 }),
  route(callForHelp, { policy: mayKnock, action: callForHelpAction, priority: 1 }),
  route(openItemWorld, { policy: mayKnock, outside: openItemWorldAction, priority: 1 }),
  route(carryOutCommand, { policy: mayKnock, outside: carryOutAction, priority: 0 }),
  route(fileOfItemWorld, { policy: mayKnock, action: fileOfWorldAction, priority: 1 }),
  route(mintNonce, { policy: mayKnock, action: mintNonceAction, priority: 1 }),
  route(verifyPage, { policy: mayKnock, action: verifyPageAction, priority: 1 }),
]
