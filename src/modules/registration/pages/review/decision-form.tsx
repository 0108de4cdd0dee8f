import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { BodyOf } from '../../../../kernel/endpoint.ts'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { en as componentsEn } from '../../../../ui/components/words.en.ts'
import { zh as componentsZh } from '../../../../ui/components/words.zh.ts'
import { listForReview, readApplication, reviewApplication } from '../../contract.ts'
import { REASON_TEMPLATES } from '../../core/application/review.ts'
import type { ToldVerdict } from '../../core/application/verdict.ts'
import type { ApplicationView } from '../../core/application/views.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Choice = BodyOf<typeof reviewApplication>['choice']
type Props = { readonly view: ApplicationView; readonly verdict: ToldVerdict; readonly seen: readonly string[] }

/** Approve under a clause that is met, return or reject with reasons. The next waiting application is one step away. */
export function DecisionForm({ view, verdict, seen }: Props) {
  const words = useWords(zh, en).review
  const navigate = useNavigate()
  const [reasons, setReasons] = useState('')
  const { act, busy, refusal } = useAct(reviewApplication, [readApplication, listForReview])
  const { personId, applicationId, version } = view
  const decide = async (choice: Choice, what: string) => {
    const reply = await act({ params: { personId, applicationId }, body: { version, choice, seenOnSite: [...seen] } })
    if (!reply.ok) return
    notice(fill(words.done, { what }))
    await navigate('/reviews')
  }
  const told = reasons
    .split('\n')
    .map(text => text.trim())
    .filter(Boolean)
  const because = (kind: 'return' | 'reject'): Choice => ({ kind, reasons: told.map(text => ({ clauseId: null, text })) })
  const reject = () =>
    Modal.confirm({
      title: words.confirmReject,
      okText: words.reject,
      cancelText: words.cancel,
      okButtonProps: { danger: true },
      onOk: () => decide(because('reject'), words.reject),
    })
  return (
    <Sheet title={words.decide}>
      <div className="z-stack">
        <Reasons value={reasons} onChange={setReasons} />
        <RefusalNote refusal={refusal} what={words.refused} />
        <ApproveRow
          view={view}
          verdict={verdict}
          busy={busy}
          onApprove={clauseId => void decide({ kind: 'approve', clauseId }, words.approve)}
        >
          <Button danger disabled={busy || told.length === 0} onClick={reject}>
            {words.reject}
          </Button>
          <Button disabled={busy || told.length === 0} onClick={() => void decide(because('return'), words.return)}>
            {words.return}
          </Button>
        </ApproveRow>
      </div>
    </Sheet>
  )
}

function Reasons({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const words = useWords(zh, en).review
  const language = useLanguage()
  const add = (text: string) => onChange(value.trim() === '' ? text : `${value.trimEnd()}\n${text}`)
  return (
    <div className="z-field">
      <label htmlFor="review-reasons">{words.reasons}</label>
      <Input.TextArea
        id="review-reasons"
        rows={3}
        maxLength={1000}
        value={value}
        placeholder={words.reasonsHint}
        onChange={event => onChange(event.target.value)}
      />
      <p className="z-templates">
        <span className="z-note">{words.templates}</span>
        {REASON_TEMPLATES.map(template => (
          <button key={template.zh} type="button" className="z-link" onClick={() => add(template[language])}>
            {template[language]}
          </button>
        ))}
      </p>
    </div>
  )
}

type ApproveProps = {
  readonly view: ApplicationView
  readonly verdict: ToldVerdict
  readonly busy: boolean
  readonly onApprove: (clauseId: string) => void
  readonly children: React.ReactNode
}

function ApproveRow({ view, verdict, busy, onApprove, children }: ApproveProps) {
  const words = useWords(zh, en).review
  const component = useWords(componentsZh, componentsEn).finding
  const met = verdict.clauses.filter(clause => clause.verdict === 'met')
  const [wanted, setWanted] = useState(view.clauseId)
  const clauseId = (met.find(c => c.clauseId === wanted) ?? met[0])?.clauseId
  return (
    <>
      {clauseId === undefined ? (
        <p className="z-note">{words.noneMet}</p>
      ) : (
        <div className="z-field">
          <label htmlFor="review-clause">{words.approveUnder}</label>
          <Select
            id="review-clause"
            value={clauseId}
            options={met.map(c => ({ value: c.clauseId, label: `${fill(component.clause, { number: c.number })}　${c.text}` }))}
            onChange={setWanted}
          />
        </div>
      )}
      <div className="z-decide">
        {children}
        <Button
          type="primary"
          disabled={clauseId === undefined}
          loading={busy}
          onClick={() => clauseId !== undefined && onApprove(clauseId)}
        >
          {words.approve}
        </Button>
      </div>
    </>
  )
}
