import type { ReactNode } from 'react'
import { type Section, Sections, sectionOf } from '../../../pages/parts/sections.tsx'
import { useDrafts } from '../../../pages/parts/use-drafts.ts'
import type { AppPageProps } from '../../../pages/app-page.ts'
import { Emblem } from './emblem.tsx'
import { Front } from './front.tsx'
import { Batch } from './batch.tsx'
import { Online } from './online.tsx'
import { Overview } from './overview.tsx'
import { Payees } from './payees.tsx'
import { Phone } from './phone.tsx'
import { Review } from './review.tsx'
import { Security } from './security.tsx'
import { Statements } from './statements.tsx'
import { TransferMoney } from './transfer.tsx'
import { type BankProps, type BankView, type Inside, insideOf } from './view.ts'
import { words } from './words.ts'

/** 网上银行: the door with signing in and opening an account, and the counter behind it. */
export function BankPage(props: AppPageProps<BankView>) {
  const { view, act, busy } = props
  const drafts = useDrafts()
  const inside = insideOf(view)
  return (
    <div className="bank">
      <header className="bank-head">
        <Emblem />
        <strong>{view.bank}</strong>
        <span>{inside === null || inside.profile.role === 'personal' ? words.personal : words.company}</span>
        {inside !== null && (
          <span className="bank-user">
            {inside.accounts[0]?.name}（{words.roles[inside.profile.role] ?? inside.profile.role}）
            <button type="button" className="z-link" disabled={busy} onClick={() => void act('bank.logout', {})}>
              {words.logout}
            </button>
          </span>
        )}
      </header>
      {inside === null ? (
        <Front {...props} drafts={drafts} key="front" />
      ) : (
        <Counter {...props} view={inside} drafts={drafts} key="counter" />
      )}
      <Phone sms={view.sms} />
    </div>
  )
}

const PARTS: Readonly<Record<string, (props: BankProps) => ReactNode>> = {
  '/': Overview,
  '/transfer': TransferMoney,
  '/batch': Batch,
  '/review': Review,
  '/payees': Payees,
  '/statements': Statements,
  '/pay': Online,
  '/security': Security,
}

function sectionsOf({ profile, transfers, gateway }: Inside, now: number): readonly Section[] {
  const waiting = transfers.filter(t => t.acts.includes('approve')).length
  const orders = gateway.filter(order => !order.paid && order.until >= now).length
  return [
    { path: '/', zh: words.overview.title },
    { path: '/transfer', zh: words.transfer.title },
    { path: '/batch', zh: words.batch.title },
    ...(profile.role === 'personal' ? [] : [{ path: '/review', zh: words.review.title, count: waiting }]),
    { path: '/payees', zh: words.payees.title },
    { path: '/statements', zh: words.statements.title },
    { path: '/pay', zh: words.online.title, count: orders },
    { path: '/security', zh: words.security.title },
  ]
}

function Counter(props: BankProps) {
  const { view, around, address, go } = props
  const sections = sectionsOf(view, around.now)
  const Part = PARTS[sectionOf(address, sections)] ?? Overview
  return (
    <>
      <Sections label={words.nav} sections={sections} address={address} go={go} />
      <div className="bank-main">
        <Part {...props} />
      </div>
    </>
  )
}
