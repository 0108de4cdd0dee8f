import { Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { instant } from '../../../../../kernel/instant.ts'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { readOwnCeremony, takeOwnShare } from '../../../contract.ts'
import type { OwnCeremony } from '../../answers.ts'
import { DemonstrationPhrase } from '../demonstration-phrase.tsx'
import { SpokenCard } from '../spoken-card.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Share = OwnCeremony['shares'][number]

/** The shares of a custodian: what waits, what was taken, and the one that is being shown. */
export function OwnShares({ shares }: { readonly shares: readonly Share[] }) {
  const words = useWords(zh, en).shares
  return (
    <Sheet title={words.title}>
      <ul className="z-own-shares">
        {shares.map(share => (
          <OwnShare key={share.sealingId} share={share} />
        ))}
      </ul>
    </Sheet>
  )
}

function OwnShare({ share }: { readonly share: Share }) {
  const words = useWords(zh, en).shares
  const [taking, setTaking] = useState(false)
  const [shown, setShown] = useState<AnswerOf<typeof takeOwnShare> | null>(null)
  const { title, number, place, custodians, needed, rehearsal, waiting } = share
  const name = fill(words.item, { title, number, kind: rehearsal ? words.rehearsal : '' })
  return (
    <li>
      <div className="z-own-share-head">
        <div>
          <strong>{name}</strong>
          <p className="z-note">{fill(words.place, { place, custodians, needed })}</p>
        </div>
        <ShareState share={share} />
        {waiting && !taking && !shown && (
          <Button type="primary" onClick={() => setTaking(true)}>
            {words.take}
          </Button>
        )}
      </div>
      {taking && !shown && <TakeForm share={share} onShown={setShown} onCancel={() => setTaking(false)} />}
      {shown && (
        <SpokenCard title={`${words.shown} · ${name}`} note={words.shownNote} spoken={shown} aid={words.aid}>
          <Button icon={<Icon name="print" size={16} />} onClick={() => globalThis.print()}>
            {words.print}
          </Button>
          <Popconfirm title={words.keptSure} okText={words.yes} cancelText={words.no} icon={null} onConfirm={() => setShown(null)}>
            <Button type="primary">{words.kept}</Button>
          </Popconfirm>
        </SpokenCard>
      )}
    </li>
  )
}

function ShareState({ share: { waiting, takenAt, handedOutAt } }: { readonly share: Share }) {
  const words = useWords(zh, en).shares
  const language = useLanguage()
  if (handedOutAt !== null) return <StateWord tone="ended">{words.used}</StateWord>
  if (takenAt !== null) return <StateWord tone="done">{fill(words.taken, { at: showInstant(instant(takenAt), language) })}</StateWord>
  return waiting ? <StateWord tone="waiting">{words.waiting}</StateWord> : <StateWord tone="idle">{words.ahead}</StateWord>
}

type TakeProps = {
  readonly share: Share
  readonly onShown: (shown: AnswerOf<typeof takeOwnShare>) => void
  readonly onCancel: () => void
}

function TakeForm({ share, onShown, onCancel }: TakeProps) {
  const all = useWords(zh, en)
  const words = all.shares
  const { act, busy, refusal } = useAct(takeOwnShare, [readOwnCeremony])
  const submit = async (body: { readonly passPhrase: string }) => {
    const done = await act({ params: { sealingId: share.sealingId }, body })
    if (done.ok) onShown(done.value)
  }
  return (
    <Form layout="vertical" className="z-phrase-form" onFinish={values => void submit(values as { passPhrase: string })}>
      <p>
        <StateWord tone="waiting" sentence>
          {words.takeNote}
        </StateWord>
      </p>
      <Form.Item name="passPhrase" label={all.phrase} rules={[{ required: true, min: 8, message: all.phraseRule }]}>
        <Input.Password autoComplete="off" />
      </Form.Item>
      <DemonstrationPhrase />
      <RefusalNote refusal={refusal} what={words.refused} />
      <div className="z-key-acts">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.submit}
        </Button>
      </div>
    </Form>
  )
}
