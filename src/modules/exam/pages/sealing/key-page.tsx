import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { save } from '../../../../ui/components/table/table-export.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { joinOpeningKey, listSealings, readOpeningKey, type SealingView } from '../../contract.ts'
import { monthName } from '../short-day.ts'
import { SpokenCard } from './spoken-card.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './sealing.css'

type Spoken = AnswerOf<typeof readOpeningKey>

/** 启封密钥: custodians enter their shares, the key is joined, and read out to the sites. */
export function KeyPage() {
  const { sessionId = '', sealingId = '' } = useParams()
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(listSealings, { params: { sessionId } })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  const sealing = read.data?.sealings.find(one => one.sealingId === sealingId)
  const back = <Link to={`/sessions/${sessionId}/sealing`}>{words.key.back}</Link>
  if (!read.data || !sealing) return <RefusalNote refusal={read.error?.told} next={back} onRetry={() => void read.refetch()} />
  const { joinFrom, fetchFrom, needed, number } = sealing
  const month = monthName(read.data.session.nominal, language, true)
  const at = (moment: number) => showInstant(instant(moment), language)
  const times =
    joinFrom === null || fetchFrom === null ? words.key.anytime : fill(words.key.from, { at: at(joinFrom), fetch: at(fetchFrom) })
  return (
    <>
      <PageHead
        trail={
          <>
            <Link to={`/sessions/${sessionId}`}>{fill(words.trail, { month })}</Link>
            {back}
          </>
        }
        title={`${words.key.title} · ${fill(words.sheet.title, { number })}`}
        purpose={`${fill(words.key.purpose, { needed })}${times}`}
      />
      {sealing.state === 'sealed' ? (
        <Key sealing={sealing} title={fill(words.key.fileHead, { title: fill(words.trail, { month }), number })} />
      ) : (
        <EmptyState what={words.key.notSealed.what} how={words.key.notSealed.how} action={back} />
      )}
    </>
  )
}

function Key({ sealing, title }: { readonly sealing: SealingView; readonly title: string }) {
  const words = useWords(zh, en).key
  const language = useLanguage()
  const [spoken, setSpoken] = useState<Spoken | null>(null)
  const again = useAct(readOpeningKey)
  const show = async () => {
    const done = await again.act({ params: { sealingId: sealing.sealingId } })
    if (done.ok) setSpoken(done.value)
  }
  if (spoken) return <Shown spoken={spoken} title={title} number={sealing.number} />
  return (
    <div className="z-stack">
      {sealing.handedOutAt !== null && (
        <Sheet>
          <p className="z-key-again">
            <StateWord tone="done">{fill(words.handedOut, { at: showInstant(instant(sealing.handedOutAt), language) })}</StateWord>
            <Button loading={again.busy} onClick={() => void show()}>
              {words.read}
            </Button>
          </p>
          <RefusalNote refusal={again.refusal} what={words.readRefused} />
        </Sheet>
      )}
      <JoinSheet sealing={sealing} onJoined={setSpoken} />
    </div>
  )
}

function JoinSheet({ sealing, onJoined }: { readonly sealing: SealingView; readonly onJoined: (spoken: Spoken) => void }) {
  const words = useWords(zh, en).key
  const [count, setCount] = useState(sealing.needed)
  const { act, busy, refusal } = useAct(joinOpeningKey, [listSealings])
  const submit = async (values: Readonly<Record<string, string>>) => {
    const shares = Array.from({ length: count }, (_, at) => (values[`share-${at}`] ?? '').trim()).filter(text => text !== '')
    const done = await act({ params: { sealingId: sealing.sealingId }, body: { shares } })
    if (!done.ok) return
    notice(words.joined)
    onJoined(done.value)
  }
  return (
    <Sheet title={words.joinTitle}>
      <p>{words.joinIntro}</p>
      <Form layout="vertical" className="z-key-form" autoComplete="off" onFinish={values => void submit(values as Record<string, string>)}>
        {Array.from({ length: count }, (_, at) => (
          <Form.Item key={at} name={`share-${at}`} label={fill(words.share, { n: at + 1 })} extra={words.shareNote}>
            <Input className="z-key-input" spellCheck={false} autoCapitalize="characters" />
          </Form.Item>
        ))}
        <RefusalNote refusal={refusal} what={words.refused} />
        <div className="z-key-acts">
          {count < sealing.custodians.length && <Button onClick={() => setCount(count + 1)}>{words.more}</Button>}
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.join}
          </Button>
        </div>
      </Form>
    </Sheet>
  )
}

function Shown({ spoken, title, number }: { readonly spoken: Spoken; readonly title: string; readonly number: number }) {
  const words = useWords(zh, en).key
  const text = [title, '', spoken.text, '', ...spoken.lines, ''].join('\r\n')
  return (
    <Sheet title={title}>
      <SpokenCard title={words.shown} note={words.shownNote} spoken={spoken} aid={words.aid}>
        <Button icon={<Icon name="print" size={16} />} onClick={() => globalThis.print()}>
          {words.print}
        </Button>
        <Button
          icon={<Icon name="download" size={16} />}
          onClick={() => save(fill(words.fileName, { number }), new Blob([text], { type: 'text/plain' }))}
        >
          {words.save}
        </Button>
      </SpokenCard>
    </Sheet>
  )
}
