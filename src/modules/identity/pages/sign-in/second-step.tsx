import { Button, Form, Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../ui/client.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { confirmCode, enrolAuthenticator, signOut, whoAmI } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** The second step of a staff sign-in: six digits of the authenticator. */
export function SecondStep() {
  const words = useWords(zh, en).second
  return (
    <div className="z-entrance z-entrance-narrow">
      <PageHead title={words.title} purpose={words.purpose} />
      <div className="z-sheet z-step-sheet">
        <CodeForm label={words.code} submit={words.confirm} />
        <ul className="z-entrance-notes">
          <li>{words.lost}</li>
          <li>
            <LeaveLink />
          </li>
        </ul>
      </div>
    </div>
  )
}

type Secret = AnswerOf<typeof enrolAuthenticator>

/** The first sign-in of a staff account: an authenticator is bound before anything else opens. The secret is asked for once. */
export function EnrolStep() {
  const words = useWords(zh, en).enrol
  const enrol = useAct(enrolAuthenticator)
  const [secret, setSecret] = useState<Secret | null>(null)
  const asked = useRef(false)
  const ask = async () => {
    const reply = await enrol.act({})
    if (reply.ok) setSecret(reply.value)
  }
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void ask()
  })
  return (
    <div className="z-entrance z-entrance-narrow">
      <PageHead title={words.title} purpose={words.purpose} />
      <RefusalNote refusal={enrol.refusal} what={words.refused} onRetry={() => void ask()} />
      <ol className="z-sheet z-step-sheet z-enrol">
        <EnrolPart n={1} title={words.scan}>
          <p className="z-note">{words.scanHow}</p>
          {secret ? <SecretFacts secret={secret} /> : !enrol.refusal && <WaitingSkeleton lines={4} head={false} />}
        </EnrolPart>
        <EnrolPart n={2} title={words.confirm}>
          <CodeForm submit={words.finish} />
          <LeaveLink />
        </EnrolPart>
      </ol>
    </div>
  )
}

function EnrolPart({ n, title, children }: { readonly n: number; readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      <span className="z-enrol-number" aria-hidden="true">
        {n}
      </span>
      <div className="z-stack">
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  )
}

function SecretFacts({ secret }: { readonly secret: Secret }) {
  const words = useWords(zh, en).enrol
  const groups = secret.secret.match(/.{1,4}/g) ?? []
  return (
    <>
      <img
        className="z-enrol-code"
        alt={words.qr}
        width={200}
        height={200}
        src={`data:image/svg+xml,${encodeURIComponent(secret.qrSvg)}`}
      />
      <p>
        <span className="z-note">{words.byHand}</span>
        <code className="z-enrol-key">{groups.join(' ')}</code>
      </p>
    </>
  )
}

/** Six digits; a wrong code is told beside them, and the field is ready for the next. */
function CodeForm({ label, submit }: { readonly label?: string; readonly submit: string }) {
  const words = useWords(zh, en).second
  const language = useLanguage()
  const [form] = Form.useForm<{ code: string }>()
  const { act, busy, refusal } = useAct(confirmCode, [whoAmI])
  useEffect(() => form.getFieldInstance('code')?.focus(), [form])
  const confirm = async (body: { code: string }) => {
    const reply = await act({ body })
    if (reply.ok || reply.refusal.code !== 'wrong-code') return
    form.setFields([{ name: 'code', value: '', errors: [reply.refusal[language]] }])
    form.getFieldInstance('code')?.focus()
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={entered => void confirm(entered)}>
      <Form.Item
        name="code"
        {...(label && { label })}
        normalize={(text: string) => text.normalize('NFKC').replace(/\D/g, '').slice(0, 6)}
        rules={[{ required: true, pattern: /^\d{6}$/, message: words.needCode }]}
      >
        <Input className="z-code-input" size="large" inputMode="numeric" autoComplete="one-time-code" aria-label={words.code} />
      </Form.Item>
      {refusal && refusal.code !== 'wrong-code' && <RefusalNote refusal={refusal} what={words.refused} />}
      <Button className="z-entrance-submit" type="primary" size="large" htmlType="submit" block disabled={busy}>
        {submit}
      </Button>
    </Form>
  )
}

function LeaveLink() {
  const words = useWords(zh, en).second
  const leave = useAct(signOut, [whoAmI])
  return (
    <button type="button" className="z-link" disabled={leave.busy} onClick={() => void leave.act({})}>
      {words.otherAccount}
    </button>
  )
}
