import type { ComponentType } from 'react'
import { BankPage } from '../apps/bank/pages/bank-page.tsx'
import { DeskPage } from '../apps/desk/pages/desk-page.tsx'
import { MailPage } from '../apps/mail/pages/mail-page.tsx'
import { NetPage } from '../apps/net/pages/net-page.tsx'
import { PayPage } from '../apps/pay/pages/pay-page.tsx'
import { PkiPage } from '../apps/pki/pages/pki-page.tsx'
import type { AppPageProps } from './app-page.ts'

/** The page of each app by its id; it knows the shape of its own view. */
export const LAB_PAGES: Readonly<Record<string, ComponentType<AppPageProps<never>>>> = {
  bank: BankPage,
  desk: DeskPage,
  mail: MailPage,
  net: NetPage,
  pay: PayPage,
  pki: PkiPage,
}
