import type { ReactNode } from 'react'
import { type Section, Sections, sectionOf } from '../../../pages/parts/sections.tsx'
import { useDrafts } from '../../../pages/parts/use-drafts.ts'
import type { AppPageProps } from '../../../pages/app-page.ts'
import { Account } from './account.tsx'
import { Emblem } from './emblem.tsx'
import { Funds } from './funds.tsx'
import { MerchantCentre } from './merchant.tsx'
import { Refunds } from './refunds.tsx'
import { RiskDesk } from './risk.tsx'
import { Settlements } from './settlements.tsx'
import { Trades } from './trades.tsx'
import type { PayProps, PayView, Wallet } from './view.ts'
import { words } from './words.ts'

/** 支付平台: the own account with its trades, and the desks of a merchant and of the platform's watch. */
export function PayPage(props: AppPageProps<PayView>) {
  const { view, address, go } = props
  const drafts = useDrafts()
  const sections = sectionsOf(view)
  const Part = PARTS[sectionOf(address, sections)] ?? Account
  return (
    <div className="pay">
      <header className="pay-head">
        <Emblem />
        <strong>{words.name}</strong>
        <span className="z-note">{words.tagline}</span>
        {view.wallet !== null && <Owner wallet={view.wallet} />}
      </header>
      <Sections label={words.nav} sections={sections} address={address} go={go} />
      <div className="pay-main">
        <Part {...props} drafts={drafts} />
      </div>
    </div>
  )
}

const PARTS: Readonly<Record<string, (props: PayProps) => ReactNode>> = {
  '/': Account,
  '/trades': Trades,
  '/refunds': Refunds,
  '/funds': Funds,
  '/merchant': MerchantCentre,
  '/settlements': Settlements,
  '/risk': RiskDesk,
}

function sectionsOf({ wallet, trades, merchant, risk }: PayView): readonly Section[] {
  const waiting = trades.filter(t => t.acts.some(a => a === 'pay' || a === 'confirm' || a === 'sent')).length
  return [
    { path: '/', zh: words.account.title },
    ...(wallet === null
      ? []
      : [
          { path: '/trades', zh: words.trades.title, count: waiting },
          { path: '/refunds', zh: words.refunds.title },
          { path: '/funds', zh: words.funds.title },
        ]),
    ...(merchant === null
      ? []
      : [
          { path: '/merchant', zh: words.merchant.title },
          { path: '/settlements', zh: words.settlements.title },
        ]),
    ...(risk === null ? [] : [{ path: '/risk', zh: words.risk.title, count: risk.cases.filter(c => c.decided === null).length }]),
  ]
}

function Owner({ wallet }: { readonly wallet: Wallet }) {
  return (
    <span className="pay-owner">
      {wallet.name}
      <span className="pay-mark">
        {wallet.kind === 'merchant' ? words.merchantMark : wallet.verified ? words.verified : words.unverified}
      </span>
    </span>
  )
}
