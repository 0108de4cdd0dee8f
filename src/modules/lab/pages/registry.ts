import type { ComponentType } from 'react'
import { BiPage } from '../apps/bi/pages/bi-page.tsx'
import { DeskPage } from '../apps/desk/pages/desk-page.tsx'
import { InfoPage } from '../apps/info/pages/info-page.tsx'
import { MailPage } from '../apps/mail/pages/mail-page.tsx'
import { NetPage } from '../apps/net/pages/net-page.tsx'
import { SitePage } from '../apps/site/pages/site-page.tsx'
import type { AppPageProps } from './app-page.ts'

/** The page of each app by its id; it knows the shape of its own view. */
export const LAB_PAGES: Readonly<Record<string, ComponentType<AppPageProps<never>>>> = {
  bi: BiPage,
  desk: DeskPage,
  info: InfoPage,
  mail: MailPage,
  net: NetPage,
  site: SitePage,
}
