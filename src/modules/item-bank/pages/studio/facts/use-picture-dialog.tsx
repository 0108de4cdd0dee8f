import { Form, Input, Modal, Select } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Result } from '../../../../../kernel/result.ts'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { Picture } from '../../../../interactions/contract.ts'
import { LICENCES, addMedia } from '../../../contract.ts'
import type { AddPicture } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Media = AnswerOf<typeof addMedia>
type Told = Extract<Awaited<ReturnType<AddPicture>>, { readonly ok: false }>['refusal']
type Asked = { readonly file: File; readonly answer: (reply: Result<Picture, Told>) => void }
type Stated = { readonly alt: string; readonly licence: (typeof LICENCES)[number]; readonly holder: string; readonly source: string }

const CANCELLED: Told = { zh: '没有添加图片。', en: 'No picture was added.' }

/** Asks for the licence of a picture before it is kept. `onKept` hears of every picture that was. */
export function usePictureDialog(
  writer: string,
  onKept: (media: Media) => void,
): { readonly addPicture: AddPicture; readonly dialog: ReactNode } {
  const words = useWords(zh, en)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { act, busy, refusal, clear } = useAct(addMedia)
  const [form] = Form.useForm<Stated>()
  const last = useRef<Omit<Stated, 'alt'>>({ licence: 'own-work', holder: writer, source: '' })
  const end = (reply: Result<Picture, Told>) => {
    asked?.answer(reply)
    setAsked(null)
    clear()
    form.resetFields()
  }
  const keep = async (stated: Stated) => {
    if (!asked) return
    const kept = await act({ file: asked.file, body: stated })
    if (!kept.ok) return
    last.current = stated
    onKept(kept.value)
    const { mediaId, alt, width, height } = kept.value
    end({ ok: true, value: { media: mediaId, alt, width, height } })
  }
  const dialog = (
    <Modal
      open={asked !== null}
      title={words.picture.title}
      okText={words.picture.add}
      cancelText={words.picture.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={() => end({ ok: false, refusal: CANCELLED })}
      destroyOnHidden
    >
      {asked && (
        <div className="z-stack">
          <ChosenPicture file={asked.file} />
          <RefusalNote refusal={refusal} what={words.picture.refused} />
          <Form<Stated> form={form} layout="vertical" initialValues={{ ...last.current, alt: '' }} onFinish={stated => void keep(stated)}>
            <Form.Item
              name="alt"
              label={words.picture.alt}
              extra={words.picture.altNote}
              rules={[{ required: true, whitespace: true, message: words.picture.altNote }]}
            >
              <Input.TextArea autoSize maxLength={500} />
            </Form.Item>
            <Form.Item name="licence" label={words.picture.licence} rules={[{ required: true }]}>
              <Select options={LICENCES.map(value => ({ value, label: words.facts.licences[value] }))} />
            </Form.Item>
            <Form.Item name="holder" label={words.picture.holder} rules={[{ required: true, whitespace: true }]}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="source" label={words.picture.source} rules={[{ required: true, whitespace: true }]}>
              <Input maxLength={300} placeholder={words.picture.sourceHint} />
            </Form.Item>
          </Form>
        </div>
      )}
    </Modal>
  )
  return { addPicture: file => new Promise(answer => setAsked({ file, answer })), dialog }
}

function ChosenPicture({ file }: { readonly file: File }) {
  const [address] = useState(() => URL.createObjectURL(file))
  return <img className="z-chosen-picture" src={address} alt={file.name} onLoad={() => URL.revokeObjectURL(address)} />
}
