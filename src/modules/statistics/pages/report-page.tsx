import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { dayOf, instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { Funnel } from '../../../ui/components/charts/funnel.tsx'
import { StateShape } from '../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { showCount, showDate } from '../../../ui/format.ts'
import { type RefusalError, useRead } from '../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { listAwardSessions, sessionToShow } from '../../award/contract.ts'
import { whoAmI } from '../../identity/contract.ts'
import { readReport } from '../contract.ts'
import { ArrowTable } from './arrow-table.tsx'
import { ReportSheet } from './report-sheet.tsx'
import './statistics.css'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** 统计报表: the funnel of a session with its reconciliation; the session stands in the address. */
export function ReportPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [address, setAddress] = useSearchParams()
  const sessions = useRead(listAwardSessions, {})
  const who = useRead(whoAmI, {})
  const list = (who.data && sessions.data?.sessions) ?? []
  const sessionId = address.get('session') ?? sessionToShow(list, dayOf(instant(who.data?.now ?? 0)))?.sessionId ?? ''
  const picker = (
    <Select
      aria-label={words.choose}
      value={sessionId || null}
      style={{ minWidth: 220 }}
      placeholder={words.choose}
      options={list.map(s => ({ value: s.sessionId, label: `${s.sessionCode} · ${showDate(localDate(s.day), language)}` }))}
      onChange={value => setAddress({ session: String(value) }, { replace: true })}
    />
  )
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} more={list.length > 0 ? picker : undefined} />
      {(sessions.isPending || who.isPending) && <WaitingSkeleton lines={6} />}
      {sessions.isError && <Refused error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && who.data && sessionId === '' && <EmptyState what={words.empty} how={words.emptyHow} />}
      {sessionId !== '' && <SeasonFunnel sessionId={sessionId} />}
    </>
  )
}

function SeasonFunnel({ sessionId }: { readonly sessionId: string }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(readReport, { params: { reportId: 'season-funnel' }, query: { sessionId } })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.isError) return <Refused error={read.error} onRetry={() => void read.refetch()} />
  const { stages, arrows, tables, reconciled, smallestGroup } = read.data
  const of = (unit: 'person' | 'paper') => stages.filter(s => s.unit === unit).map(s => ({ label: s.name[language], count: s.count }))
  const responses = stages.find(s => s.unit === 'response')?.count ?? 0
  const broken = arrows.filter(a => a.verdict === 'fault').length
  return (
    <div className="z-stack">
      <div className={reconciled ? 'zs-verdict zs-ok' : 'zs-verdict zs-fault'} role="status">
        <StateShape tone={reconciled ? 'done' : 'failing'} size={24} />
        <div>
          <strong>{reconciled ? words.reconciled : fill(words.broken, { count: broken })}</strong>
          <p>{reconciled ? words.reconciledNote : words.brokenNote}</p>
        </div>
      </div>
      <div className="zs-funnels">
        <Sheet>
          <Funnel title={words.people} stages={of('person')} />
        </Sheet>
        <Sheet>
          <Funnel title={words.papers} stages={of('paper')} />
          <p className="zs-responses">{fill(words.responses, { count: showCount(responses) })}</p>
        </Sheet>
      </div>
      <ArrowTable arrows={arrows} />
      <div className="zs-funnels">
        {tables.map(table => (
          <ReportSheet key={table.id} table={table} masked={fill(words.masked, { n: smallestGroup })} />
        ))}
      </div>
    </div>
  )
}

function Refused({ error, onRetry }: { readonly error: RefusalError; readonly onRetry: () => void }) {
  return <RefusalNote refusal={error.told} onRetry={onRetry} />
}
