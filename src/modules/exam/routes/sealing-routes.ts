import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Route, route } from '../../../platform/http/route.ts'
import { downloadReceiptAction, listResultsAction } from '../actions/results/read-results.ts'
import { LARGEST_RESULT_FILE, uploadResultAction } from '../actions/results/take-result.ts'
import { downloadAllAction, downloadPackageAction } from '../actions/sealing/hand-out-packages.ts'
import { joinOpeningKeyAction, readOpeningKeyAction } from '../actions/sealing/opening-key.ts'
import { cancelSealingAction, orderSealingAction } from '../actions/sealing/order-sealing.ts'
import {
  makeCustodianKeyAction,
  makeSealerKeyAction,
  readOwnCeremonyAction,
  setHallPassAction,
  takeOwnShareAction,
} from '../actions/sealing/own-ceremony.ts'
import { readBoardAction } from '../actions/sealing/read-board.ts'
import { listSealingsAction } from '../actions/sealing/read-sealings.ts'
import { sealPackagesAction } from '../actions/sealing/seal-and-finish.ts'
import { fetchOpeningKeyAction, fetchPackageAction, readCentreCardAction } from '../actions/sealing/site-calls.ts'
import * as exam from '../contract.ts'
import * as may from '../core/policy.ts'

/** Pass phrases cost work, and are not to be guessed. */
const PHRASES = { max: 10, perSeconds: 60, by: 'caller' } as const
const CALLS = { max: 30, perSeconds: 60 } as const

/** Packages, the ceremony of their key, the board of the sites, and results that come home. */
export const sealingRoutes: readonly Route[] = [
  route(exam.listSealings, { policy: may.mayReadSealings, action: listSealingsAction }),
  route(exam.orderSealing, { policy: may.mayRunSessions, action: orderSealingAction }),
  route(exam.cancelSealing, { policy: may.mayRunSessions, action: cancelSealingAction }),
  route(exam.sealPackages, { policy: may.mayRunSessions, outside: sealPackagesAction, limit: PHRASES }),
  route(exam.downloadPackage, { policy: may.mayReadSealings, action: downloadPackageAction }),
  route(exam.downloadAllPackages, { policy: may.mayReadSealings, action: downloadAllAction }),
  route(exam.joinOpeningKey, { policy: may.mayRunSessions, action: joinOpeningKeyAction, limit: PHRASES }),
  route(exam.readOpeningKey, { policy: may.mayRunSessions, action: readOpeningKeyAction }),
  // public keys, compared by voice: a site that has no account yet asks for them
  route(exam.readCentreCard, { policy: may.mayCall, action: readCentreCardAction, limit: CALLS }),
  route(exam.readOwnCeremony, { policy: may.mayKeepOwnKeys, action: readOwnCeremonyAction }),
  route(exam.makeSealerKey, { policy: may.mayRunSessions, outside: makeSealerKeyAction, limit: PHRASES }),
  route(exam.makeCustodianKey, { policy: may.mayKeepOwnKeys, outside: makeCustodianKeyAction, limit: PHRASES }),
  route(exam.setHallPass, { policy: may.maySetHallPass, outside: setHallPassAction, limit: PHRASES }),
  route(exam.takeOwnShare, { policy: may.mayKeepOwnKeys, outside: takeOwnShareAction, limit: PHRASES }),
  route(exam.fetchPackage, { policy: may.mayCall, action: fetchPackageAction, limit: CALLS }),
  route(exam.fetchOpeningKey, { policy: may.mayCall, action: fetchOpeningKeyAction, limit: CALLS }),
  route(exam.readBoard, { policy: may.mayReadSealings, action: readBoardAction }),
  route(exam.listResultsIn, { policy: may.mayReadSealings, action: listResultsAction }),
  route(exam.uploadResult, {
    policy: may.mayRunSessions,
    outside: uploadResultAction,
    maxBytes: LARGEST_RESULT_FILE,
    spoolTo: join(tmpdir(), 'zhiheng-results'),
  }),
  route(exam.downloadReceipt, { policy: may.mayReadSealings, action: downloadReceiptAction }),
]
