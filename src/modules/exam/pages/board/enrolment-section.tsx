import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { confirmEnrolment, sendEnrolment } from '../../../delivery/contract.ts'
import { type BoardRowView, readBoard } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Enrolment = BoardRowView['enrolments'][number]

/** What a site sent of its keys, and the comparison by voice that lets it in. */
export function EnrolmentSection({ row, national }: { readonly row: BoardRowView; readonly national: boolean }) {
  const words = useWords(zh, en).enrolment
  const waiting = row.enrolments.some(one => one.confirmedAt === null)
  return (
    <section>
      <h3>{words.title}</h3>
      {national && (row.enrolments.length === 0 || waiting) && <p>{words.intro}</p>}
      {row.enrolments.length === 0 && <p className="z-note">{words.none}</p>}
      <ul className="z-enrolments">
        {row.enrolments.map(one => (
          <li key={one.fingerprint}>
            <EnrolmentFacts enrolment={one} />
            {national && one.confirmedAt === null && <CompareForm siteCode={row.siteCode} fingerprint={one.fingerprint} />}
          </li>
        ))}
      </ul>
      {national && <PasteForm />}
    </section>
  )
}

function EnrolmentFacts({ enrolment: { fingerprint, receivedAt, confirmedAt, inForce } }: { readonly enrolment: Enrolment }) {
  const words = useWords(zh, en).enrolment
  const language = useLanguage()
  const at = (moment: number) => showInstant(instant(moment), language)
  return (
    <p className="z-enrolment">
      {confirmedAt === null ? (
        <StateWord tone="waiting">{words.waiting}</StateWord>
      ) : (
        <StateWord tone={inForce ? 'done' : 'ended'}>{fill(words.confirmed, { at: at(confirmedAt) })}</StateWord>
      )}
      {/* what is to be compared by ear is not shown beforehand: who reads it off the screen has compared nothing */}
      {confirmedAt !== null && <code>{fingerprint}</code>}
      <span className="z-note">{fill(words.arrived, { at: at(receivedAt) })}</span>
    </p>
  )
}

function CompareForm({ siteCode, fingerprint }: { readonly siteCode: string; readonly fingerprint: string }) {
  const words = useWords(zh, en).enrolment
  const { act, busy, refusal } = useAct(confirmEnrolment, [readBoard])
  const submit = async ({ heard }: { readonly heard: string }) => {
    const done = await act({ params: { siteCode }, body: { fingerprint, heard } })
    if (done.ok) notice(words.done)
  }
  return (
    <Form layout="vertical" onFinish={values => void submit(values as { heard: string })}>
      <Form.Item name="heard" label={words.heard} extra={words.heardNote} rules={[{ required: true, message: words.heardNote }]}>
        <Input className="z-key-input" autoComplete="off" spellCheck={false} />
      </Form.Item>
      <RefusalNote refusal={refusal} what={words.refused} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.confirm}
      </Button>
      <p className="z-note">{words.readAloud}</p>
    </Form>
  )
}

function PasteForm() {
  const words = useWords(zh, en).enrolment
  const [open, setOpen] = useState(false)
  const { act, busy, refusal } = useAct(sendEnrolment, [readBoard])
  const submit = async (body: { readonly enrolment: string }) => {
    const done = await act({ body })
    if (!done.ok) return
    notice(words.sent)
    setOpen(false)
  }
  if (!open)
    return (
      <button type="button" className="z-link" onClick={() => setOpen(true)}>
        {words.paste}
      </button>
    )
  return (
    <Form layout="vertical" onFinish={values => void submit(values as { enrolment: string })}>
      <Form.Item name="enrolment" label={words.paste} extra={words.pasteNote} rules={[{ required: true, message: words.pasteNote }]}>
        <Input.TextArea rows={5} spellCheck={false} />
      </Form.Item>
      <RefusalNote refusal={refusal} what={words.sendRefused} />
      <Button htmlType="submit" loading={busy}>
        {words.send}
      </Button>
    </Form>
  )
}
