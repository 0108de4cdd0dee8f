import { Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { AnswerOf } from '../../../../ui/client.ts'
import { showFieldErrors } from '../../../../ui/components/form/field-errors.ts'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { unmaskIdNumber } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ruleOf } from '../register/field-check.ts'

const reasonField = unmaskIdNumber.body.shape.reason

/** Reads a full number for a stated reason; it stays only as long as the panel is open. */
export function UnmaskForm({ personId }: { readonly personId: string }) {
  const all = useWords(zh, en)
  const words = all.unmask
  const language = useLanguage()
  const [form] = Form.useForm<{ reason: string }>()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<AnswerOf<typeof unmaskIdNumber> | null>(null)
  const { act, busy, refusal } = useAct(unmaskIdNumber)
  useEffect(() => {
    if (asking) form.getFieldInstance('reason')?.focus()
  }, [asking, form])
  const read = async (body: { reason: string }) => {
    const reply = await act({ params: { personId }, body })
    if (reply.ok) setShown(reply.value)
    else showFieldErrors(form, reply.refusal, language)
  }
  if (shown)
    return (
      <div className="z-unmasked">
        <Facts
          facts={[
            { label: words.idNumber, value: <strong>{shown.idNumber}</strong> },
            { label: words.mobile, value: <strong>{shown.mobile}</strong>, note: words.note },
          ]}
        />
      </div>
    )
  if (!asking)
    return (
      <button type="button" className="z-link z-unmask-open" onClick={() => setAsking(true)}>
        {words.open}
      </button>
    )
  return (
    <Form className="z-unmask" form={form} layout="vertical" requiredMark={false} onFinish={entered => void read(entered)}>
      <Form.Item name="reason" label={words.reason} extra={words.reasonHint} rules={[ruleOf(reasonField, all.register.required, language)]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" disabled={busy}>
        {words.submit}
      </Button>
      {refusal && !refusal.fields && <RefusalNote refusal={refusal} what={words.refused} />}
    </Form>
  )
}
