import type { ComponentType } from 'react'
import { AuctionPage } from '../apps/auction/pages/auction-page.tsx'
import { DeskPage } from '../apps/desk/pages/desk-page.tsx'
import { MailPage } from '../apps/mail/pages/mail-page.tsx'
import { NetPage } from '../apps/net/pages/net-page.tsx'
import { TmsPage } from '../apps/tms/pages/tms-page.tsx'
import { WmsPage } from '../apps/wms/pages/wms-page.tsx'
import type { AppPageProps } from './app-page.ts'

/** The page of each app by its id; it knows the shape of its own view. */
export const LAB_PAGES: Readonly<Record<string, ComponentType<AppPageProps<never>>>> = {
  auction: AuctionPage,
  desk: DeskPage,
  mail: MailPage,
  net: NetPage,
  tms: TmsPage,
  wms: WmsPage,
}
