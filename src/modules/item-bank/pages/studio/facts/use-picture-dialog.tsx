import { Form, Input, Modal, Select } from 'antd'
import { type ComponentProps, type ReactNode, useState } from 'react'
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
  const [asked, setAsked] = useState<Asked | null>(null)
  const [last, setLast] = useState<Omit<Stated, 'alt'>>({ licence: 'own-work', holder: writer, source: '' })
  const { act, busy, refusal, clear } = useAct(addMedia)
  const end = (reply: Result<Picture, Told>) => {
    asked?.answer(reply)
    setAsked(null)
    clear()
  }
  const keep = async (stated: Stated) => {
    if (!asked) return
    const kept = await act({ file: asked.file, body: stated })
    if (!kept.ok) return
    setLast(stated)
    onKept(kept.value)
    const { mediaId, alt, width, height } = kept.value
    end({ ok: true, value: { media: mediaId, alt, width, height } })
  }
  const dialog = asked && (
    <PictureDialog
      file={asked.file}
      first={last}
      busy={busy}
      refused={refusal}
      onKeep={stated => void keep(stated)}
      onCancel={() => end({ ok: false, refusal: CANCELLED })}
    />
  )
  return { addPicture: file => new Promise(answer => setAsked({ file, answer })), dialog }
}

type DialogProps = {
  readonly file: File
  readonly first: Omit<Stated, 'alt'>
  readonly busy: boolean
  readonly refused: ComponentProps<typeof RefusalNote>['refusal']
  readonly onKeep: (stated: Stated) => void
  readonly onCancel: () => void
}

function PictureDialog({ file, first, busy, refused, onKeep, onCancel }: DialogProps) {
  const words = useWords(zh, en)
  const [form] = Form.useForm<Stated>()
  const needed = { required: true, whitespace: true, message: words.picture.needed }
  return (
    <Modal
      open
      centered
      title={words.picture.title}
      okText={words.picture.add}
      cancelText={words.picture.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onCancel}
    >
      <div className="z-stack">
        <ChosenPicture file={file} />
        <RefusalNote refusal={refused} what={words.picture.refused} />
        <Form<Stated> form={form} layout="vertical" initialValues={{ ...first, alt: '' }} onFinish={onKeep}>
          <Form.Item name="alt" label={words.picture.alt} extra={words.picture.altNote} rules={[needed]}>
            <Input.TextArea autoSize maxLength={500} />
          </Form.Item>
          <Form.Item name="licence" label={words.picture.licence} rules={[{ required: true }]}>
            <Select options={LICENCES.map(value => ({ value, label: words.facts.licences[value] }))} />
          </Form.Item>
          <Form.Item name="holder" label={words.picture.holder} rules={[needed]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="source" label={words.picture.source} rules={[needed]}>
            <Input maxLength={300} placeholder={words.picture.sourceHint} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  )
}

function ChosenPicture({ file }: { readonly file: File }) {
  const [address] = useState(() => URL.createObjectURL(file))
  return <img className="z-chosen-picture" src={address} alt={file.name} onLoad={() => URL.revokeObjectURL(address)} />
}
