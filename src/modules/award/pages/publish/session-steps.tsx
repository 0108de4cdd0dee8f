import { Button, Input } from 'antd'
import { useState } from 'react'
import { instant } from '../../../../kernel/instant.ts'
import { ProgressJob } from '../../../../ui/components/facts/progress-job.tsx'
import { StateSteps } from '../../../../ui/components/facts/state-steps.tsx'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showCount, showInstant } from '../../../../ui/format.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import {
  type AwardSession,
  decideOnPublication,
  decideSessionResults,
  issueSessionCertificates,
  listAwardSessions,
  listResults,
  type PublicationRow,
  proposeToPublish,
} from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

const CHANGED = [listAwardSessions, listResults]
const STATES = ['passed', 'failed', 'absent', 'voided', 'pending'] as const

/** Where a session stands between decision and certificates, and the one thing to do next. */
export function SessionSteps({ session, mayAct }: { readonly session: AwardSession; readonly mayAct: boolean }) {
  const words = useWords(zh, en)
  const standing = session.publications.find(p => p.state !== 'returned')
  const total = STATES.reduce((sum, state) => sum + session.counts[state], 0)
  const at = total === 0 ? 0 : !standing ? 1 : standing.state === 'proposed' ? 2 : session.certified < session.counts.passed ? 3 : 4
  const steps = (['decide', 'propose', 'approve', 'issue'] as const).map(step => ({ name: words.publish.steps[step] }))
  return (
    <Sheet>
      <StateSteps steps={steps} at={at} tone="waiting" />
      <div className="za-counts" style={{ marginTop: 24 }}>
        {STATES.map(state => (
          <div key={state}>
            <span className="z-note">{words.states[state]}</span>
            <strong>{showCount(session.counts[state])}</strong>
          </div>
        ))}
      </div>
      <History publications={session.publications} />
      {mayAct && at <= 1 && <Decide session={session} decided={at === 1} />}
      {mayAct && standing?.state === 'proposed' && <Approve sessionId={session.sessionId} publication={standing} />}
      {standing?.state === 'approved' && <Issue session={session} mayAct={mayAct} />}
    </Sheet>
  )
}

function Decide({ session: { sessionId, counts }, decided }: { readonly session: AwardSession; readonly decided: boolean }) {
  const words = useWords(zh, en).publish
  const decide = useAct(decideSessionResults, CHANGED)
  const propose = useAct(proposeToPublish, CHANGED)
  const send = async () => {
    const reply = await decide.act({ params: { sessionId } })
    if (reply.ok) notice(fill(words.decided, reply.value.counts))
  }
  const sendProposal = async () => {
    const reply = await propose.act({ params: { sessionId } })
    if (reply.ok) notice(words.proposed)
  }
  const ready = decided && counts.pending === 0
  return (
    <>
      <div className="za-acts">
        <Button type={ready ? 'default' : 'primary'} loading={decide.busy} onClick={() => void send()}>
          {words.decide}
        </Button>
        {ready && (
          <Button type="primary" loading={propose.busy} onClick={() => void sendProposal()}>
            {words.propose}
          </Button>
        )}
      </div>
      <RefusalNote refusal={decide.refusal ?? propose.refusal} />
    </>
  )
}

function Approve({ sessionId, publication }: { readonly sessionId: string; readonly publication: PublicationRow }) {
  const words = useWords(zh, en).publish
  const decide = useAct(decideOnPublication, CHANGED)
  const [reason, setReason] = useState<string | null>(null)
  const params = { sessionId, publicationId: publication.publicationId }
  const send = async (body: { approve: true } | { approve: false; reason: string }) => {
    const reply = await decide.act({ params, body })
    if (reply.ok) notice(body.approve ? words.approved : words.returned)
  }
  if (publication.own) return <p className="z-note">{words.own}</p>
  return (
    <>
      <div className="za-acts">
        <Button onClick={() => setReason(reason ?? '')}>{words.back}</Button>
        <Button type="primary" loading={decide.busy} onClick={() => void send({ approve: true })}>
          {words.approve}
        </Button>
      </div>
      {reason !== null && (
        <div className="za-acts" style={{ marginTop: 12 }}>
          <Input
            style={{ maxWidth: 420 }}
            aria-label={words.backReason}
            placeholder={words.backReason}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          <Button danger onClick={() => void send({ approve: false, reason })}>
            {words.back}
          </Button>
          <Button onClick={() => setReason(null)}>{words.cancel}</Button>
        </div>
      )}
      <RefusalNote refusal={decide.refusal} />
    </>
  )
}

/** Certificates come by themselves after publication; an officer can go on by hand where they stopped. */
function Issue({ session: { sessionId, counts, certified }, mayAct }: { readonly session: AwardSession; readonly mayAct: boolean }) {
  const words = useWords(zh, en).publish
  const issue = useAct(issueSessionCertificates, CHANGED)
  const goOn = async () => {
    for (;;) {
      const reply = await issue.act({ params: { sessionId } })
      if (!reply.ok || reply.value.remaining === 0 || reply.value.issued === 0) return
    }
  }
  const [done, total] = [certified, counts.passed]
  return (
    <>
      <ProgressJob
        title={words.issueJob}
        state={done < total ? 'running' : 'done'}
        done={done}
        total={total}
        phase={fill(words.issuePhase, { done: showCount(done), total: showCount(total) })}
      />
      {mayAct && done < total && (
        <div className="za-acts">
          <Button type="primary" loading={issue.busy} onClick={() => void goOn()}>
            {words.issue}
          </Button>
        </div>
      )}
      <RefusalNote refusal={issue.refusal} />
    </>
  )
}

const PUBLICATION_TONES: Readonly<Record<PublicationRow['state'], Tone>> = { proposed: 'waiting', approved: 'done', returned: 'ended' }

function History({ publications }: { readonly publications: readonly PublicationRow[] }) {
  const words = useWords(zh, en).publish
  const language = useLanguage()
  if (publications.length === 0) return null
  return (
    <div style={{ margin: '16px 0' }}>
      {publications.map(p => (
        <p key={p.publicationId} className="za-publication">
          <StateWord tone={PUBLICATION_TONES[p.state]}>{words.publicationStates[p.state]}</StateWord>
          <span>{showInstant(instant(p.visibleFrom ?? p.decidedAt ?? p.proposedAt), language)}</span>
          <span>{fill(words.people, { count: showCount(p.candidates) })}</span>
          {p.reason && <span>{p.reason}</span>}
          <span className="z-note">
            {words.digest} <code>{p.digest.slice(0, 12)}</code>
          </span>
        </p>
      ))}
    </div>
  )
}
