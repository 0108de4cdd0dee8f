import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { downloadReceipt, listResultsIn } from '../../contract.ts'
import type { ResultsIn } from '../answers.ts'
import { SessionWays } from '../session/session-ways.tsx'
import { monthName } from '../short-day.ts'
import { useDownload } from '../sealing/use-download.ts'
import { ArrowRow } from './arrow-row.tsx'
import { UploadSheet } from './upload-sheet.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../sealing/sealing.css'
import './results-in.css'

type Sitting = ResultsIn['sittings'][number]
const TONES: Readonly<Record<Sitting['state'], Tone>> = { 'not-over': 'idle', awaited: 'waiting', taken: 'done', 'played-here': 'running' }

/** 结果回收: the results of a session, sitting by sitting, with the ledger that has to sum. */
export function ResultsInPage() {
  const { sessionId = '' } = useParams()
  const words = useWords(zh, en)
  const language = useLanguage()
  const who = useRead(whoAmI, {})
  const read = useRead(listResultsIn, { params: { sessionId } }, { everySeconds: 30 })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.data === undefined) return <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
  const { session, sittings } = read.data
  const national = who.data?.grants.some(grant => grant.role === 'national-officer') ?? false
  return (
    <>
      <PageHead
        trail={
          <Link to={`/sessions/${session.sessionId}`}>{fill(words.trail, { month: monthName(session.nominal, language, true) })}</Link>
        }
        title={words.title}
        purpose={words.purpose}
        waiting={waitingOf(sittings, words.waiting)}
        more={<SessionWays sessionId={session.sessionId} here="results" />}
      />
      {sittings.length === 0 ? (
        <EmptyState what={words.none.what} how={words.none.how} />
      ) : (
        <div className="z-stack">
          {national && <UploadSheet sessionId={session.sessionId} />}
          {[...Map.groupBy(sittings, sitting => sitting.siteCode)].map(([siteCode, own]) => (
            <Sheet key={siteCode} title={own[0]?.siteName} note={siteCode} flush>
              <ul className="z-results-in">
                {own.map(sitting => (
                  <SittingResult key={sitting.sittingId} sitting={sitting} />
                ))}
              </ul>
            </Sheet>
          ))}
        </div>
      )}
    </>
  )
}

function waitingOf(sittings: readonly Sitting[], words: { readonly missing: string; readonly open: string }): string | undefined {
  const open = sittings.filter(one => one.sums === false).length
  if (open > 0) return fill(words.open, { count: open })
  const missing = sittings.filter(one => one.state === 'awaited').length
  return missing > 0 ? fill(words.missing, { count: missing }) : undefined
}

function SittingResult({ sitting }: { readonly sitting: Sitting }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const receipt = useDownload(downloadReceipt)
  const { sittingId, levelName, paper, state, sums, arrows, receivedAt, root, purgeFrom, servers, twoReported } = sitting
  const at = (moment: number) => showInstant(instant(moment), language)
  return (
    <li>
      <div className="z-result-head">
        <strong>
          {levelName}·{words.paper[paper]}
        </strong>
        <StateWord tone={TONES[state]}>{words.states[state]}</StateWord>
        {sums !== null && <StateWord tone={sums ? 'done' : 'failing'}>{sums ? words.sums.yes : words.sums.no}</StateWord>}
        {servers !== null && <ServersWord servers={servers} twoReported={twoReported} />}
        {receivedAt !== null && <span className="z-note">{fill(words.received, { at: at(receivedAt), root: root ?? '' })}</span>}
        {purgeFrom !== null && <span className="z-note">{fill(words.purge, { at: at(purgeFrom) })}</span>}
        {state === 'taken' && (
          <Button
            size="small"
            icon={<Icon name="download" size={14} />}
            loading={receipt.busy}
            onClick={() => void receipt.download({ params: { sittingId } })}
          >
            {words.receipt}
          </Button>
        )}
      </div>
      <RefusalNote refusal={receipt.refusal} what={words.receiptRefused} />
      {arrows.length > 0 && <ArrowRow arrows={arrows} />}
    </li>
  )
}

/** By how many servers of the site a result is sworn to: one of two is looked at, also where the package says there is only one. */
function ServersWord({ servers, twoReported }: { readonly servers: NonNullable<Sitting['servers']>; readonly twoReported: boolean }) {
  const words = useWords(zh, en).servers
  if (servers === 'both') return <StateWord tone="done">{words.both}</StateWord>
  if (servers === 'one' && !twoReported) return <StateWord tone="idle">{words.one}</StateWord>
  return (
    <StateWord tone={servers === 'peer-differs' ? 'failing' : 'waiting'}>{servers === 'one' ? words.oneOfTwo : words[servers]}</StateWord>
  )
}
