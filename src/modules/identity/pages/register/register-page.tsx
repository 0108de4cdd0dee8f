import { Button, Form } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BodyOf } from '../../../../kernel/endpoint.ts'
import { showFieldErrors } from '../../../../ui/components/form/field-errors.ts'
import { StateShape } from '../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { registerAccount } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { AccountFields } from './account-fields.tsx'
import { PersonFields } from './person-fields.tsx'
import './register.css'

type Body = BodyOf<typeof registerAccount>
/** What the form holds: the body of the endpoint, and the password once more. */
export type Entered = Body & { readonly again: string }

/** A candidate makes an account. Every field is judged by the schema the server uses. */
export function RegisterPage() {
  const words = useWords(zh, en).register
  const [registered, setRegistered] = useState<string | null>(null)
  if (registered !== null) return <Registered signInName={registered} />
  return (
    <div className="z-register">
      <PageHead title={words.title} purpose={words.purpose} />
      <RegisterForm onRegistered={setRegistered} />
    </div>
  )
}

function RegisterForm({ onRegistered }: { readonly onRegistered: (signInName: string) => void }) {
  const words = useWords(zh, en).register
  const language = useLanguage()
  const [form] = Form.useForm<Entered>()
  const { act, busy, refusal } = useAct(registerAccount)
  const [atFields, setAtFields] = useState(false)
  const register = async (entered: Entered) => {
    const reply = await act({ body: bodyOf(entered) })
    if (reply.ok) return onRegistered(reply.value.signInName)
    setAtFields(showFieldErrors(form, reply.refusal, language))
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={{ idDocument: { kind: 'resident-id' } }}
      onFinish={entered => void register(entered)}
    >
      <div className="z-stack">
        <Sheet title={words.who}>
          <PersonFields />
        </Sheet>
        <Sheet title={words.account}>
          <AccountFields />
        </Sheet>
        {refusal && !atFields && <RefusalNote refusal={refusal} what={words.refused} />}
        <div className="z-register-end">
          <Button type="primary" size="large" htmlType="submit" disabled={busy}>
            {words.submit}
          </Button>
          <span>
            {words.haveAccount}
            <Link to="/sign-in">{words.signIn}</Link>
          </span>
        </div>
        <p className="z-note">{words.privacy}</p>
      </div>
    </Form>
  )
}

function bodyOf({ name, idDocument, mobile, password, sex, birthDate }: Entered): Body {
  return { name, idDocument, mobile, password, ...(sex && { sex }), ...(birthDate && { birthDate }) }
}

function Registered({ signInName }: { readonly signInName: string }) {
  const words = useWords(zh, en).register
  return (
    <div className="z-register z-register-done" role="status">
      <StateShape tone="done" size={32} />
      <h1>{words.done}</h1>
      <p>{fill(words.doneHow, { name: signInName })}</p>
      <Link className="z-button z-button-primary z-button-large" to="/sign-in">
        {words.signIn}
      </Link>
    </div>
  )
}
