import { Button, Form, Input } from 'antd'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { signInWithPassword, whoAmI } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Entered = { readonly signInName: string; readonly password: string }

/** Account and password. A wrong pair is told beside the password, everything else above the button. */
export function PasswordForm() {
  const words = useWords(zh, en).signIn
  const language = useLanguage()
  const [form] = Form.useForm<Entered>()
  const { act, busy, refusal } = useAct(signInWithPassword, [whoAmI])
  const enter = async (body: Entered) => {
    const reply = await act({ body })
    if (reply.ok || reply.refusal.code !== 'wrong-sign-in') return
    form.setFields([{ name: 'password', errors: [reply.refusal[language]] }])
    form.getFieldInstance('password')?.focus()
  }
  const needed = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Form form={form} layout="vertical" requiredMark={false} validateTrigger="onSubmit" onFinish={entered => void enter(entered)}>
      <Form.Item name="signInName" label={words.name} rules={needed(words.needName)}>
        <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} placeholder={words.nameHint} />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.needPassword }]}>
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      {refusal && refusal.code !== 'wrong-sign-in' && <RefusalNote refusal={refusal} what={words.refused} />}
      <Button className="z-entrance-submit" type="primary" size="large" htmlType="submit" block disabled={busy}>
        {words.enter}
      </Button>
    </Form>
  )
}
