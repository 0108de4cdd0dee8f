import { Button } from 'antd'
import { useState } from 'react'
import { instant } from '../../../../kernel/instant.ts'
import { ProgressJob } from '../../../../ui/components/facts/progress-job.tsx'
import { StateShape } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showCount, showInstant } from '../../../../ui/format.ts'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { arrangeSession, cancelArrangement, showSession } from '../../contract.ts'
import type { SessionDetail } from '../answers.ts'
import { seatCount } from './sites-of-session.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** 编场: what it does, the order, its progress, and how it ended. */
export function ArrangementSheet({ detail }: { readonly detail: SessionDetail }) {
  const words = useWords(zh, en).arrange
  const { session, arrangement } = detail
  const order = useAct(arrangeSession, [showSession])
  const running = arrangement?.state === 'running'
  const may = session.state === 'closed' && session.arrangedAt === null && !running
  // between the order and the first step of the job nothing stands in the answer yet: look every second until it does
  const standing = [arrangement?.state, arrangement?.phase, session.arrangedAt].join('|')
  const [orderedAt, setOrderedAt] = useState<string | null>(null)
  const ordered = orderedAt === standing
  useRead(showSession, { params: { sessionId: session.sessionId } }, { enabled: ordered, everySeconds: 1 })
  const start = async () => {
    const done = await order.act({ params: { sessionId: session.sessionId }, body: {} })
    if (!done.ok) return
    setOrderedAt(standing)
    notice(words.started, 'running')
  }
  const action = may && (
    <Button type="primary" loading={order.busy} onClick={() => void start()}>
      {arrangement === null ? words.action : words.again}
    </Button>
  )
  return (
    <Sheet title={words.title} actions={action}>
      <div className="z-stack">
        {session.arrangedAt === null ? <Progress detail={detail} /> : <Arranged detail={detail} at={session.arrangedAt} />}
        <RefusalNote refusal={order.refusal} what={words.refused} />
      </div>
    </Sheet>
  )
}

function Arranged({ detail, at }: { readonly detail: SessionDetail; readonly at: number }) {
  const words = useWords(zh, en).arrange
  const language = useLanguage()
  const seats = detail.sittings.reduce((sum, sitting) => sum + seatCount(sitting), 0)
  return (
    <p className="z-arranged">
      <StateShape tone="done" />
      {fill(words.done, { at: showInstant(instant(at), language) })}
      {fill(words.doneCounts, { sittings: showCount(detail.sittings.length), seats: showCount(seats) })}
    </p>
  )
}

function Progress({ detail: { session, arrangement } }: { readonly detail: SessionDetail }) {
  const words = useWords(zh, en).arrange
  const cancel = useAct(cancelArrangement, [showSession])
  const stop = async () => {
    const done = await cancel.act({ params: { sessionId: session.sessionId } })
    if (done.ok) notice(words.cancelled, 'ended')
  }
  if (arrangement === null)
    return (
      <>
        <p>{words.idle}</p>
        {session.state !== 'closed' && <p className="z-note">{words.notClosed}</p>}
      </>
    )
  const { state, phase, done, total, refusal } = arrangement
  const begun = total > 0 || state === 'running'
  return (
    <>
      {begun && (
        <ProgressJob
          title={words.progress}
          state={state}
          done={done}
          total={total}
          phase={state === 'cancelled' ? words.cancelledNote : words.phases[phase]}
          onCancel={() => void stop()}
        />
      )}
      {refusal && <RefusalNote refusal={{ ...refusal, status: 409 }} what={words.failed} />}
      <RefusalNote refusal={cancel.refusal} what={words.cancelRefused} />
    </>
  )
}
