import { Button, Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import {
  listCertificates,
  listOpenRevocations,
  proposeToRevoke,
  type ReissueReason,
  replaceCertificate,
  showCertificate,
} from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

const CHANGED = [showCertificate, listCertificates, listOpenRevocations]
const REASONS: readonly ReissueReason[] = ['lost', 'damaged', 'misprinted']

/** Re-issue: the new sheet, why, and for a loss where it was announced. */
export function ReplaceForm({ number, onDone }: { readonly number: string; readonly onDone: () => void }) {
  const words = useWords(zh, en).register
  const replace = useAct(replaceCertificate, CHANGED)
  const [newSheet, setNewSheet] = useState('')
  const [reason, setReason] = useState<ReissueReason>('lost')
  const [publicNotice, setPublicNotice] = useState('')
  const send = async () => {
    const reply = await replace.act({ params: { number }, body: { newSheet, reason, publicNotice } })
    if (!reply.ok) return
    notice(fill(words.replacedDone, { sheet: reply.value.sheet }))
    onDone()
  }
  return (
    <Sheet title={words.replaceTitle}>
      <div className="z-stack">
        <Labelled label={words.newSheet}>
          <Input value={newSheet} onChange={event => setNewSheet(event.target.value)} />
        </Labelled>
        <Labelled label={words.why}>
          <Radio.Group
            value={reason}
            onChange={event => setReason(event.target.value as ReissueReason)}
            options={REASONS.map(value => ({ value, label: words[value] }))}
          />
        </Labelled>
        {reason === 'lost' && (
          <Labelled label={words.notice}>
            <Input value={publicNotice} onChange={event => setPublicNotice(event.target.value)} />
          </Labelled>
        )}
        <RefusalNote refusal={replace.refusal} />
        <Acts busy={replace.busy} onSend={() => void send()} onCancel={onDone} />
      </div>
    </Sheet>
  )
}

/** The first pair of eyes on a revocation: the reason. */
export function RevokeForm({ number, onDone }: { readonly number: string; readonly onDone: () => void }) {
  const words = useWords(zh, en).register
  const propose = useAct(proposeToRevoke, CHANGED)
  const [reason, setReason] = useState('')
  const send = async () => {
    const reply = await propose.act({ params: { number }, body: { reason } })
    if (!reply.ok) return
    notice(words.proposedDone)
    onDone()
  }
  return (
    <Sheet title={words.revokeTitle}>
      <div className="z-stack">
        <Labelled label={words.revokeReason}>
          <Input.TextArea rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
        </Labelled>
        <p className="z-note">{words.revokeNote}</p>
        <RefusalNote refusal={propose.refusal} />
        <Acts danger busy={propose.busy} onSend={() => void send()} onCancel={onDone} />
      </div>
    </Sheet>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="zc-field">
      <span>{label}</span>
      {children}
    </label>
  )
}

function Acts({
  danger = false,
  busy,
  onSend,
  onCancel,
}: {
  readonly danger?: boolean
  readonly busy: boolean
  readonly onSend: () => void
  readonly onCancel: () => void
}) {
  const words = useWords(zh, en).register
  return (
    <div className="zc-acts">
      <Button type="primary" danger={danger} loading={busy} onClick={onSend}>
        {words.confirm}
      </Button>
      <Button onClick={onCancel}>{words.cancel}</Button>
    </div>
  )
}
