import type { ComponentType } from 'react'
import { AuctionPage } from '../apps/auction/pages/auction-page.tsx'
import { BankPage } from '../apps/bank/pages/bank-page.tsx'
import { BiPage } from '../apps/bi/pages/bi-page.tsx'
import { CsPage } from '../apps/cs/pages/cs-page.tsx'
import { DeskPage } from '../apps/desk/pages/desk-page.tsx'
import { InfoPage } from '../apps/info/pages/info-page.tsx'
import { MailPage } from '../apps/mail/pages/mail-page.tsx'
import { MallPage } from '../apps/mall/pages/mall-page.tsx'
import { NetPage } from '../apps/net/pages/net-page.tsx'
import { PayPage } from '../apps/pay/pages/pay-page.tsx'
import { PkiPage } from '../apps/pki/pages/pki-page.tsx'
import { ShopPage } from '../apps/shop/pages/shop-page.tsx'
import { SitePage } from '../apps/site/pages/site-page.tsx'
import { TmsPage } from '../apps/tms/pages/tms-page.tsx'
import { WmsPage } from '../apps/wms/pages/wms-page.tsx'
import type { AppPageProps } from './app-page.ts'

/** The page of each app by its id; it knows the shape of its own view. */
export const LAB_PAGES: Readonly<Record<string, ComponentType<AppPageProps<never>>>> = {
  auction: AuctionPage,
  bank: BankPage,
  bi: BiPage,
  cs: CsPage,
  desk: DeskPage,
  info: InfoPage,
  mail: MailPage,
  mall: MallPage,
  net: NetPage,
  pay: PayPage,
  pki: PkiPage,
  shop: ShopPage,
  site: SitePage,
  tms: TmsPage,
  wms: WmsPage,
}
