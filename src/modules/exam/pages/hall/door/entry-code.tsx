import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { renewEntryCode, showHall } from '../../../contract.ts'
import type { Hall } from '../../answers.ts'
import type { TakenSeat } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { Admission } from './check-in-form.tsx'

type NoteProps = { readonly admission: Admission; readonly seat: TakenSeat; readonly onNext?: (() => void) | undefined }

/** Somebody is in: the entry code so large that the candidate reads it across the desk, shown this once. */
export function AdmittedNote({ admission, seat, onNext }: NoteProps) {
  const words = useWords(zh, en).door
  const { entryCode, minutesLate } = admission
  const onward = useRef<HTMLButtonElement>(null)
  useEffect(() => onward.current?.focus(), [])
  return (
    <div className="z-admitted" role="status">
      <p className="z-admitted-head">
        <StateWord tone="done" strong>
          {words.admitted}
        </StateWord>
        {minutesLate > 0 && <StateWord tone="waiting">{fill(words.code.late, { n: minutesLate })}</StateWord>}
      </p>
      {entryCode !== null && (
        <>
          <p className="z-admitted-label">{words.code.title}</p>
          <p className="z-admitted-code" aria-label={[...entryCode].join(' ')}>
            <span>{entryCode.slice(0, 3)}</span>
            <span>{entryCode.slice(3)}</span>
          </p>
        </>
      )}
      <p className="z-admitted-seat">{fill(words.code.seatNote, { room: seat.room, seat: seat.seatNo })}</p>
      <p className="z-note">{entryCode === null ? words.code.none : words.code.once}</p>
      {onNext && (
        <Button type="primary" size="large" block ref={onward} onClick={onNext}>
          {words.code.next}
        </Button>
      )}
    </div>
  )
}

type IssueProps = { readonly hall: Hall; readonly seat: TakenSeat; readonly onIssued: (admission: Admission) => void }

/** A new entry code for somebody inside, with the reason. */
export function IssueCode({ hall, seat, onIssued }: IssueProps) {
  const words = useWords(zh, en).door.code
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { act, busy, refusal } = useAct(renewEntryCode, [showHall])
  const issue = async () => {
    const done = await act({ params: { sittingId: hall.sitting.sittingId }, body: { applicationId: seat.applicationId, reason } })
    if (done.ok) onIssued({ entryCode: done.value.entryCode, minutesLate: 0 })
  }
  if (!open) return <Button onClick={() => setOpen(true)}>{words.again}</Button>
  return (
    <div className="z-issue">
      <label className="z-labelled">
        <span>{words.why}</span>
        <Input value={reason} placeholder={words.whyHint} maxLength={200} onChange={event => setReason(event.target.value)} />
      </label>
      <div className="z-issue-acts">
        <Button type="primary" loading={busy} disabled={reason.trim().length < 2} onClick={() => void issue()}>
          {words.issue}
        </Button>
        <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
      </div>
      <RefusalNote refusal={refusal} what={words.refused} />
    </div>
  )
}
