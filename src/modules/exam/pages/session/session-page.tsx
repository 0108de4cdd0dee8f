import { Link, useParams } from 'react-router'
import { whoAmI } from '../../../identity/contract.ts'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { StateSteps } from '../../../../ui/components/facts/state-steps.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { showSession } from '../../contract.ts'
import type { SessionDetail } from '../answers.ts'
import { sessionStanding } from '../session-standing.ts'
import { monthName } from '../short-day.ts'
import { ArrangementSheet } from './arrangement-sheet.tsx'
import { CloseRegistration, PublishSession } from './session-acts.tsx'
import { seasonSteps, sessionWaiting } from './season-steps.ts'
import { SessionFacts } from './session-facts.tsx'
import { SessionWays } from './session-ways.tsx'
import { SittingsSheet } from './sittings-sheet.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../sealing/sealing.css'
import './session.css'

/** One session: how far it is, its facts, the allocation of its seats, and its sittings. */
export function SessionPage() {
  const { sessionId = '' } = useParams()
  const words = useWords(zh, en)
  const who = useRead(whoAmI, {})
  const read = useRead(showSession, { params: { sessionId } }, { everySeconds: 30 })
  const running = read.data?.arrangement?.state === 'running'
  // a second watcher of the same answer, quicker while seats are being allocated
  useRead(showSession, { params: { sessionId } }, { enabled: running, everySeconds: 1 })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.data === undefined)
    return <RefusalNote refusal={read.error?.told} next={<Link to="/calendar">{words.trail}</Link>} onRetry={() => void read.refetch()} />
  const runs = who.data?.grants.some(grant => grant.role === 'national-officer') ?? false
  const oversees = runs || (who.data?.grants.some(grant => grant.role === 'provincial-officer') ?? false)
  return <SessionView detail={read.data} runs={runs} oversees={oversees} />
}

type ViewProps = { readonly detail: SessionDetail; readonly runs: boolean; readonly oversees: boolean }

function SessionView({ detail, runs, oversees }: ViewProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { session } = detail
  const season = seasonSteps(detail, { words, language })
  const year = session.nominal.slice(0, 4)
  return (
    <>
      <PageHead
        trail={<Link to={`/calendar?scheme=${session.scheme}&year=${year}`}>{words.trail}</Link>}
        title={fill(words.title, { month: monthName(session.nominal, language, true) })}
        purpose={purposeOf(detail, words)}
        waiting={sessionWaiting(detail, { words, language })}
        more={oversees && session.arrangedAt !== null && <SessionWays sessionId={session.sessionId} />}
        action={runs && <Act detail={detail} />}
      />
      <div className="z-stack">
        <Sheet>
          <StateSteps steps={season.steps} at={season.at} tone={season.tone} />
        </Sheet>
        <TwoSides
          facts={<SessionFacts detail={detail} />}
          evidence={
            <>
              {runs && <ArrangementSheet detail={detail} />}
              <SittingsSheet sittings={detail.sittings} />
            </>
          }
        />
      </div>
    </>
  )
}

/** The one act of the state, offered once its time has come; holding and finishing a session follow from the hall and from the results. */
function Act({ detail: { session, now } }: { readonly detail: SessionDetail }) {
  const standing = sessionStanding(session, dayOf(instant(now)))
  if (standing === 'draft') return <PublishSession session={session} />
  return standing === 'to-close' ? <CloseRegistration session={session} /> : null
}

function purposeOf(
  { session, now }: SessionDetail,
  words: { readonly purpose: string; readonly next: Readonly<Record<'held' | 'today' | 'results' | 'finished', string>> },
): string {
  if (session.state === 'finished') return words.next.finished
  if (session.state === 'held') return dayOf(instant(now)) > session.day ? words.next.results : words.next.today
  return session.state === 'closed' && session.arrangedAt !== null ? words.next.held : words.purpose
}
