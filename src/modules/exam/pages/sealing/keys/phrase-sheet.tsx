import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { type makeCustodianKey, type makeSealerKey, readOwnCeremony, type setHallPass } from '../../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly endpoint: typeof makeSealerKey | typeof makeCustodianKey | typeof setHallPass
  readonly words: Readonly<Record<'title' | 'why' | 'make' | 'again' | 'done' | 'refused', string>>
  /** What there is already; null where there is nothing yet. */
  readonly have: string | null
}

/** One thing under a pass phrase: what it is for, whether it is there, and how to make it. */
export function PhraseSheet({ endpoint, words, have }: Props) {
  const own = useWords(zh, en)
  const [open, setOpen] = useState(have === null)
  const [form] = Form.useForm<{ readonly passPhrase: string }>()
  const { act, busy, refusal } = useAct(endpoint as typeof setHallPass, [readOwnCeremony])
  const submit = async ({ passPhrase }: { readonly passPhrase: string }) => {
    const done = await act({ body: { passPhrase } })
    if (!done.ok) return
    form.resetFields()
    setOpen(false)
    notice(words.done)
  }
  const again = have !== null && !open && <Button onClick={() => setOpen(true)}>{words.again}</Button>
  return (
    <Sheet title={words.title} note={have && <StateWord tone="done">{have}</StateWord>} actions={again}>
      <p>{words.why}</p>
      {open && (
        <Form form={form} layout="vertical" className="z-phrase-form" onFinish={values => void submit(values)}>
          <Form.Item
            name="passPhrase"
            label={own.phrase}
            extra={own.phraseNote}
            rules={[{ required: true, min: 8, message: own.phraseRule }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="repeat"
            label={own.repeat}
            dependencies={['passPhrase']}
            rules={[
              { required: true, message: own.repeatRule },
              {
                validator: (_, value) =>
                  value === form.getFieldValue('passPhrase') ? Promise.resolve() : Promise.reject(new Error(own.repeatRule)),
              },
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <RefusalNote refusal={refusal} what={words.refused} />
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.make}
          </Button>
        </Form>
      )}
    </Sheet>
  )
}
