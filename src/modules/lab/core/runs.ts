import { auctionRuns } from '../apps/auction/runs.ts'
import { bankRuns } from '../apps/bank/runs.ts'
import { csRuns } from '../apps/cs/runs.ts'
import { deskRuns } from '../apps/desk/runs.ts'
import { mailRuns } from '../apps/mail/runs.ts'
import { mallRuns } from '../apps/mall/runs.ts'
import { netRuns } from '../apps/net/runs.ts'
import { payRuns } from '../apps/pay/runs.ts'
import { pkiRuns } from '../apps/pki/runs.ts'
import { shopRuns } from '../apps/shop/runs.ts'
import { tmsRuns } from '../apps/tms/runs.ts'
import { wmsRuns } from '../apps/wms/runs.ts'
import type { Play } from './app/play.ts'

/** The plays of every app, by which `registry.test.ts` holds it to its contract. */
export const RUNS: Readonly<Record<string, readonly Play[]>> = {
  auction: auctionRuns,
  bank: bankRuns,
  cs: csRuns,
  desk: deskRuns,
  mail: mailRuns,
  mall: mallRuns,
  net: netRuns,
  pay: payRuns,
  pki: pkiRuns,
  shop: shopRuns,
  tms: tmsRuns,
  wms: wmsRuns,
}
