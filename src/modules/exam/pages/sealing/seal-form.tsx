import { Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { listSealings, type SealingView, sealPackages } from '../../contract.ts'
import { DemonstrationPhrase } from './demonstration-phrase.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A sealer puts their seal on every package, with their own pass phrase; or reads why they cannot. */
export function SealForm({ sealing, hasKey }: { readonly sealing: SealingView; readonly hasKey: boolean }) {
  const words = useWords(zh, en).seal
  const language = useLanguage()
  const { act, busy, refusal } = useAct(sealPackages, [listSealings])
  const [form] = Form.useForm<{ readonly passPhrase: string }>()
  const submit = async (body: { readonly passPhrase: string }) => {
    const done = await act({ params: { sealingId: sealing.sealingId }, body })
    if (!done.ok) return
    form.resetFields()
    notice(done.value.seals < 2 ? words.first : words.second)
  }
  const { may, why } = sealing.seal
  return (
    <section className="z-seal-form" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.intro}</p>
      {!may && why && (
        <p>
          <StateWord tone="ended" sentence>
            {why[language]}
          </StateWord>
        </p>
      )}
      {may && !hasKey && (
        <p>
          <StateWord tone="waiting">{words.noKey}</StateWord> <Link to="/keys">{words.makeKey}</Link>
        </p>
      )}
      {may && hasKey && (
        <Form form={form} layout="inline" onFinish={values => void submit(values)}>
          <Form.Item name="passPhrase" label={words.phrase} rules={[{ required: true, min: 8 }]}>
            <Input.Password autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.submit}
          </Button>
        </Form>
      )}
      {may && hasKey && <DemonstrationPhrase />}
      <RefusalNote refusal={refusal} what={words.refused} />
    </section>
  )
}
