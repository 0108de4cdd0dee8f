import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../ui/words.ts'
import { listOwnApplications, listRounds, readApplication, withdrawApplication } from '../../contract.ts'
import type { ApplicationView } from '../../core/application/views.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** Withdraws an application after asking once. */
export function WithdrawButton({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en).own
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { act, busy, refusal, clear } = useAct(withdrawApplication, [readApplication, listOwnApplications, listRounds])
  const { personId, applicationId } = view
  const withdraw = async () => {
    const reply = await act({ params: { personId, applicationId }, body: { reason } })
    if (!reply.ok) return
    setAsking(false)
    notice(words.withdrawn, 'ended')
  }
  const close = () => {
    clear()
    setAsking(false)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.withdraw}</Button>
      <Modal
        open={asking}
        title={words.withdraw}
        okText={words.withdraw}
        cancelText={words.cancel}
        okButtonProps={{ danger: true, loading: busy }}
        onOk={() => void withdraw()}
        onCancel={close}
      >
        <div className="z-stack">
          <p>{words.withdrawAsk}</p>
          <Input.TextArea
            rows={2}
            maxLength={200}
            value={reason}
            placeholder={words.withdrawReason}
            aria-label={words.withdrawReason}
            onChange={event => setReason(event.target.value)}
          />
          <RefusalNote refusal={refusal} what={words.refused} />
        </div>
      </Modal>
    </>
  )
}
