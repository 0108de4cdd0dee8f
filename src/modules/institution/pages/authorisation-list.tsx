import { Button, Input } from 'antd'
import { useState } from 'react'
import { daysBetween, localDate } from '../../../kernel/local-date.ts'
import { StateWord, type Tone } from '../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { showDate } from '../../../ui/format.ts'
import { useAct } from '../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { decideAuthorisation, listInstitutions, showInstitution, type Standing } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const standingTones: Readonly<Record<Standing, Tone>> = {
  'in-force': 'done',
  expiring: 'waiting',
  'not-begun': 'idle',
  expired: 'ended',
  suspended: 'failing',
  withdrawn: 'failing',
  none: 'idle',
}

export type AuthorisationRow = {
  readonly authorisationId: string
  readonly scopes: readonly ('training' | 'assessment')[]
  readonly levels: readonly string[]
  readonly from: string
  readonly until: string
  readonly state: 'granted' | 'suspended' | 'withdrawn'
  readonly reason: string
  readonly standing: Standing
  readonly daysLeft: number | null
}

/** The authorisations of an institution along their terms; the centres may suspend, resume and withdraw. */
export function AuthorisationList(props: {
  readonly institution: string
  readonly authorisations: readonly AuthorisationRow[]
  readonly today: string
  readonly supervises: boolean
}) {
  const words = useWords(zh, en)
  if (props.authorisations.length === 0) return <p>{words.noAuthorisation}</p>
  return (
    <ol className="z-authorisations">
      {props.authorisations.map(authorisation => (
        <li key={authorisation.authorisationId}>
          <OneAuthorisation authorisation={authorisation} today={props.today} />
          {props.supervises && authorisation.state !== 'withdrawn' && (
            <Decision institution={props.institution} authorisation={authorisation} />
          )}
        </li>
      ))}
    </ol>
  )
}

function OneAuthorisation({ authorisation, today }: { readonly authorisation: AuthorisationRow; readonly today: string }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const levelNames: Readonly<Record<string, string>> = words.levelNames
  const list = (texts: readonly string[]) => texts.join(language === 'zh' ? '、' : ', ')
  const [from, until] = [localDate(authorisation.from), localDate(authorisation.until)]
  return (
    <>
      <div className="z-authorisation-head">
        <strong>{list(authorisation.scopes.map(scope => words.scopes[scope]))}</strong>
        <StateWord tone={standingTones[authorisation.standing]}>{words.standings[authorisation.standing]}</StateWord>
      </div>
      <p>{fill(words.levels, { levels: list(authorisation.levels.map(level => levelNames[level] ?? level)) })}</p>
      <Term from={authorisation.from} until={authorisation.until} today={today} />
      <p className="z-note">
        {fill(words.span, { from: showDate(from, language), until: showDate(until, language) })}
        {authorisation.daysLeft !== null && `${language === 'zh' ? '，' : ', '}${fill(words.daysLeft, { n: authorisation.daysLeft })}`}
      </p>
      {authorisation.reason && <p className="z-note">{fill(words.reason, { reason: authorisation.reason })}</p>}
    </>
  )
}

/** The term as a bar: what is past is dark, today is a mark. */
function Term({ from, until, today }: { readonly from: string; readonly until: string; readonly today: string }) {
  const whole = Math.max(1, daysBetween(localDate(from), localDate(until)))
  const at = Math.min(100, Math.max(0, (daysBetween(localDate(from), localDate(today)) * 100) / whole))
  return (
    <svg className="z-term" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 8H100" className="z-term-line" />
      <path d={`M0 8H${at}`} className="z-term-past" />
      {at > 0 && at < 100 && <path d={`M${at} 1V15`} className="z-term-today" />}
    </svg>
  )
}

function Decision({ institution, authorisation }: { readonly institution: string; readonly authorisation: AuthorisationRow }) {
  const words = useWords(zh, en).decide
  const { act, busy, refusal, clear } = useAct(decideAuthorisation, [showInstitution, listInstitutions])
  const [decision, setDecision] = useState<'suspend' | 'resume' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const choices = authorisation.state === 'granted' ? (['suspend', 'withdraw'] as const) : (['resume', 'withdraw'] as const)
  const open = (choice: typeof decision) => {
    clear()
    setDecision(choice)
  }
  const confirm = async () => {
    if (!decision) return
    const done = await act({ params: { institution, authorisationId: authorisation.authorisationId }, body: { decision, reason } })
    if (!done.ok) return
    open(null)
    notice(words.done)
  }
  if (decision === null)
    return (
      <div className="z-authorisation-acts">
        {choices.map(choice => (
          <Button key={choice} size="small" danger={choice === 'withdraw'} onClick={() => open(choice)}>
            {words[choice]}
          </Button>
        ))}
      </div>
    )
  return (
    <div className="z-authorisation-acts">
      <Input.TextArea
        value={reason}
        onChange={event => setReason(event.target.value)}
        placeholder={words.why}
        aria-label={words.why}
        autoSize
        maxLength={300}
      />
      <Button size="small" type="primary" danger={decision === 'withdraw'} loading={busy} onClick={() => void confirm()}>
        {words[decision]}
      </Button>
      <Button size="small" onClick={() => open(null)}>
        {words.cancel}
      </Button>
      <RefusalNote refusal={refusal} what={words.refused} />
    </div>
  )
}
