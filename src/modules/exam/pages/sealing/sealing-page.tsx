import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { listSealings } from '../../contract.ts'
import type { Sealings } from '../answers.ts'
import { SessionWays } from '../session/session-ways.tsx'
import { monthName } from '../short-day.ts'
import { OrderPanel } from './order-panel.tsx'
import { SealingSheet } from './sealing-sheet.tsx'
import { SitesSheet } from './sites-sheet.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './sealing.css'

/** 试卷包封装与密钥: what is missing at the sites, the order, and every sealing with its ceremony. */
export function SealingPage() {
  const { sessionId = '' } = useParams()
  const words = useWords(zh, en)
  const who = useRead(whoAmI, {})
  const read = useRead(listSealings, { params: { sessionId } }, { everySeconds: 30 })
  const moves = read.data?.sealings.some(one => one.state === 'running' || one.state === 'finishing') ?? false
  // a second watcher of the same answer, quicker while something is being made
  useRead(listSealings, { params: { sessionId } }, { enabled: moves, everySeconds: 1 })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.data === undefined)
    return (
      <RefusalNote
        refusal={read.error?.told}
        next={<Link to="/calendar">{words.sealing.toSession}</Link>}
        onRetry={() => void read.refetch()}
      />
    )
  const national = who.data?.grants.some(grant => grant.role === 'national-officer') ?? false
  return <SealingView sealings={read.data} national={national} />
}

function SealingView({ sealings, national }: { readonly sealings: Sealings; readonly national: boolean }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { session } = sealings
  const told = words.sealing
  return (
    <>
      <PageHead
        trail={
          <Link to={`/sessions/${session.sessionId}`}>{fill(words.trail, { month: monthName(session.nominal, language, true) })}</Link>
        }
        title={told.title}
        purpose={told.purpose}
        waiting={waitingOf(sealings, told.waiting)}
        more={<SessionWays sessionId={session.sessionId} here="sealing" />}
        action={
          national &&
          session.arranged && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {told.order}
            </Button>
          )
        }
      />
      {!session.arranged ? (
        <EmptyState
          what={told.notArranged.what}
          how={told.notArranged.how}
          action={<Link to={`/sessions/${session.sessionId}`}>{told.toSession}</Link>}
        />
      ) : (
        <div className="z-stack">
          {sealings.sealings.length === 0 && <EmptyState what={told.none.what} how={told.none.how} />}
          {sealings.sealings.map((sealing, at) => (
            <SealingSheet key={sealing.sealingId} sealing={sealing} national={national} hasKey={sealings.hasSealerKey} open={at === 0} />
          ))}
          <SitesSheet sites={sealings.sites} />
        </div>
      )}
      <OrderPanel key={String(open)} sealings={sealings} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

/** The first thing that waits for a person. */
function waitingOf({ sealings }: Sealings, words: { readonly sign: string; readonly share: string }): string | undefined {
  const sign = sealings.find(one => one.state === 'to-sign')
  if (sign) return fill(words.sign, { number: sign.number })
  const share = sealings.find(
    one => one.state === 'sealed' && one.custodians.some(custodian => custodian.takenAt === null) && one.handedOutAt === null,
  )
  return share && fill(words.share, { number: share.number, count: share.custodians.filter(one => one.takenAt === null).length })
}
