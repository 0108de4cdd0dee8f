import { auction } from '../apps/auction/auction.ts'
import { bank } from '../apps/bank/bank.ts'
import { bi } from '../apps/bi/bi.ts'
import { cs } from '../apps/cs/cs.ts'
import { desk } from '../apps/desk/desk.ts'
import { info } from '../apps/info/info.ts'
import { mail } from '../apps/mail/mail.ts'
import { mall } from '../apps/mall/mall.ts'
import { net } from '../apps/net/net.ts'
import { pay } from '../apps/pay/pay.ts'
import { pki } from '../apps/pki/pki.ts'
import { shop } from '../apps/shop/shop.ts'
import { site } from '../apps/site/site.ts'
import { tms } from '../apps/tms/tms.ts'
import { wms } from '../apps/wms/wms.ts'
import type { LabApp } from './app/define-app.ts'

/** The apps of this build by their ids. */
export const LAB_APPS: Readonly<Record<string, LabApp>> = {
  auction,
  bank,
  bi,
  cs,
  desk,
  info,
  mail,
  mall,
  net,
  pay,
  pki,
  shop,
  site,
  tms,
  wms,
}
