/** The plays of every app, by its id. Holds no test itself. */
import { auctionRuns } from '../apps/auction/runs.ts'
import { bankRuns } from '../apps/bank/runs.ts'
import { biRuns } from '../apps/bi/runs.ts'
import { csRuns } from '../apps/cs/runs.ts'
import { deskRuns } from '../apps/desk/runs.ts'
import { infoRuns } from '../apps/info/runs.ts'
import { mailRuns } from '../apps/mail/runs.ts'
import { mallRuns } from '../apps/mall/runs.ts'
import { netRuns } from '../apps/net/runs.ts'
import { payRuns } from '../apps/pay/runs.ts'
import { pkiRuns } from '../apps/pki/runs.ts'
import { shopRuns } from '../apps/shop/runs.ts'
import { siteRuns } from '../apps/site/runs.ts'
import { tmsRuns } from '../apps/tms/runs.ts'
import { wmsRuns } from '../apps/wms/runs.ts'
import type { Play } from './app/play.ts'

export const RUNS: Readonly<Record<string, readonly Play[]>> = {
  auction: auctionRuns,
  bank: bankRuns,
  bi: biRuns,
  cs: csRuns,
  desk: deskRuns,
  info: infoRuns,
  mail: mailRuns,
  mall: mallRuns,
  net: netRuns,
  pay: payRuns,
  pki: pkiRuns,
  shop: shopRuns,
  site: siteRuns,
  tms: tmsRuns,
  wms: wmsRuns,
}
