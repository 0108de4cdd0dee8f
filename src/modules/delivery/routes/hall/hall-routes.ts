import { type Route, route } from '../../../../platform/http/route.ts'
import { creditAtHallAction, decideCreditAction } from '../../actions/hall/credits.ts'
import { checkInAction, renewEntryCodeAction, lookAtDoorAction, markAbsentAction, swapSeatAction } from '../../actions/hall/door.ts'
import { closeSittingAction, handInForAction, malpracticeAction } from '../../actions/hall/endings.ts'
import { haltAction, resumeAction, stopHallAction } from '../../actions/hall/halts.ts'
import {
  settleHelpAction,
  readJournalAction,
  readPendingAction,
  readRoomRecordAction,
  recordAtHallAction,
} from '../../actions/hall/records.ts'
import { armSiteAction, readArmingAction, readSiteAction } from '../../actions/hall/site.ts'
import { signInAtHallAction, signOutOfHallAction } from '../../actions/hall/staff.ts'
import { followWallAction, readWallAction } from '../../actions/hall/wall.ts'
import * as contract from '../../contract.ts'
import { mayDo, mayKnock } from '../../core/policy.ts'

const SECOND_PERSON = { max: 30, perSeconds: 60, by: 'caller' } as const

/** The consoles of a hall: mounted where a site is kept, not at the centre. */
export const hallRoutes: readonly Route[] = [
  route(contract.signInAtHall, { policy: mayKnock, outside: signInAtHallAction, limit: { max: 30, perSeconds: 60 }, priority: 2 }),
  route(contract.signOutOfHall, { policy: mayKnock, action: signOutOfHallAction, priority: 3 }),
  route(contract.readSite, { policy: mayKnock, action: readSiteAction, priority: 3 }),
  route(contract.readArming, { policy: mayDo('watch'), action: readArmingAction, priority: 3 }),
  route(contract.armSite, { policy: mayDo('arm'), outside: armSiteAction, limit: SECOND_PERSON, priority: 2 }),
  route(contract.readWall, { policy: mayDo('watch'), action: readWallAction, priority: 3 }),
  route(contract.followWall, { policy: mayDo('watch'), outside: followWallAction, priority: 3 }),
  route(contract.readJournal, { policy: mayDo('watch'), action: readJournalAction, priority: 3 }),
  route(contract.readPending, { policy: mayDo('watch'), action: readPendingAction, priority: 3 }),
  route(contract.lookAtDoor, { policy: mayDo('check-in'), action: lookAtDoorAction, priority: 2 }),
  route(contract.checkInAtHall, { policy: mayDo('check-in'), action: checkInAction, priority: 2 }),
  route(contract.renewEntryCode, { policy: mayDo('check-in'), action: renewEntryCodeAction, priority: 2 }),
  route(contract.markAbsentAtHall, { policy: mayDo('mark-absent'), action: markAbsentAction, priority: 3 }),
  route(contract.swapSeat, { policy: mayDo('swap-seat'), action: swapSeatAction, priority: 2 }),
  route(contract.creditAtHall, { policy: mayDo('credit'), outside: creditAtHallAction, limit: SECOND_PERSON, priority: 2 }),
  route(contract.decideCredit, { policy: mayDo('credit'), outside: decideCreditAction, limit: SECOND_PERSON, priority: 2 }),
  route(contract.haltHall, { policy: mayDo('pause'), action: haltAction, priority: 1 }),
  route(contract.resumeHall, { policy: mayDo('resume'), outside: resumeAction, limit: SECOND_PERSON, priority: 1 }),
  route(contract.stopHall, { policy: mayDo('stop'), outside: stopHallAction, limit: SECOND_PERSON, priority: 2 }),
  route(contract.recordAtHall, { policy: mayDo('record'), action: recordAtHallAction, priority: 3 }),
  route(contract.recordMalpractice, { policy: mayDo('malpractice'), outside: malpracticeAction, limit: SECOND_PERSON, priority: 3 }),
  route(contract.handInForCandidate, { policy: mayDo('hand-in'), action: handInForAction, priority: 2 }),
  route(contract.closeSittingAtHall, { policy: mayDo('close'), action: closeSittingAction, priority: 3 }),
  route(contract.settleHelpCall, { policy: mayDo('record'), action: settleHelpAction, priority: 3 }),
  route(contract.readRoomRecord, { policy: mayDo('watch'), action: readRoomRecordAction, priority: 4 }),
]
