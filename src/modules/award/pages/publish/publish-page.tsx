import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showDate } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { listAwardSessions, sessionToShow } from '../../contract.ts'
import '../award.css'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ResultsTable } from './results-table.tsx'
import { SessionSteps } from './session-steps.tsx'

/** 成绩评定与公布: one session at a time, from the decision to the last certificate; the session stands in the address. */
export function PublishPage() {
  const words = useWords(zh, en).publish
  const language = useLanguage()
  const who = useRead(whoAmI, {})
  const national = who.data?.grants.some(g => g.role === 'national-officer') ?? false
  const read = useRead(listAwardSessions, {})
  const [address, setAddress] = useSearchParams()
  const sessions = read.data?.sessions ?? []
  const chosen = sessions.find(s => s.sessionId === address.get('session')) ?? sessionToShow(sessions, dayOf(instant(who.data?.now ?? 0)))
  const waiting = sessions.filter(s => s.publications.some(p => p.state === 'proposed')).length
  const picker = (
    <Select
      aria-label={words.choose}
      value={chosen?.sessionId ?? null}
      style={{ minWidth: 220 }}
      options={sessions.map(s => ({ value: s.sessionId, label: `${s.sessionCode} · ${showDate(localDate(s.day), language)}` }))}
      onChange={value => setAddress({ session: String(value) })}
    />
  )
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        waiting={waiting > 0 ? fill(words.waiting, { count: waiting }) : undefined}
        more={chosen && !who.isPending && picker}
      />
      {(read.isPending || who.isPending) && <WaitingSkeleton lines={6} />}
      {read.isError && <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />}
      {read.data && !chosen && <EmptyState what={words.empty} how={words.emptyHow} />}
      {chosen && !who.isPending && (
        <div className="z-stack" key={chosen.sessionId}>
          <SessionSteps session={chosen} mayAct={national} />
          <ResultsTable sessionId={chosen.sessionId} levels={chosen.levels} />
        </div>
      )}
    </>
  )
}
