import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, handInForCandidate, markAbsentAtHall, readPending, renewEntryCode } from '../../../contract.ts'
import type { IncidentReason } from '../../../core/hall/reasons.ts'
import { ActForm, NoteField, ReasonFields } from '../desk/act-form.tsx'
import { running } from '../desk/ago.ts'
import { useHall, useNow } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import type { SeatFormProps } from './swap-form.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A new entry code for the same seat. */
export function CodeForm({ candidateRef, onCode, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const form = useHallAct(renewEntryCode, {
    draft: `code ${candidateRef}`,
    fresh: () => ({ reason: 'machine-hung' as IncidentReason, note: '' }),
    refresh: [readPending],
  })
  const renew = async () => {
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { ...form.values, candidateRef } })
    if (reply.ok) onCode(reply.value)
  }
  return (
    <ActForm
      title={words.acts.code}
      what={words.code.what}
      submit={words.code.submit}
      busy={form.busy}
      refusal={form.refusal}
      onSubmit={() => void renew()}
      onCancel={onCancel}
    >
      <ReasonFields reasons={INCIDENT_REASONS} reason={form.values.reason} note={form.values.note} onChange={form.change} />
    </ActForm>
  )
}

/** Hands in for a person whose machine cannot; says first what would be missing. */
export function HandInForm({ seat, candidateRef, onDone, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const form = useHallAct(handInForCandidate, { draft: `hand-in ${candidateRef}`, fresh: () => ({ note: '' }), refresh: [readPending] })
  const handIn = async () => {
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { ...form.values, candidateRef } })
    if (reply.ok) onDone()
  }
  return (
    <ActForm
      title={words.acts['hand-in']}
      what={words.handIn.what}
      submit={fill(words.handIn.submit, { name: seat.maskedName ?? '' })}
      danger
      busy={form.busy}
      refusal={form.refusal}
      onSubmit={() => void handIn()}
      onCancel={onCancel}
    >
      {seat.unsent > 0 && <p className="h-warn">{fill(words.handIn.unsent, { n: seat.unsent })}</p>}
      <NoteField note={form.values.note} onChange={note => form.change({ note })} />
    </ActForm>
  )
}

/** Marks absent who has not come; before the time of the rule it says when that is. */
export function AbsentForm({ seat, candidateRef, onDone, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const now = useNow()
  const form = useHallAct(markAbsentAtHall, { draft: `absent ${candidateRef}`, fresh: () => ({}), refresh: [readPending] })
  const early = now < sitting.absentFrom
  const mark = async () => {
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { actId: form.values.actId, candidateRef } })
    if (reply.ok) onDone()
  }
  return (
    <ActForm
      title={words.acts.absent}
      what={fill(words.absent.what, { minutes: Math.round((sitting.absentFrom - sitting.opensAt) / 60_000) })}
      submit={fill(words.absent.submit, { name: seat.maskedName ?? '' })}
      busy={form.busy}
      disabled={early}
      refusal={form.refusal}
      onSubmit={() => void mark()}
      onCancel={onCancel}
    >
      {early && (
        <p className="h-warn">
          {fill(words.absent.early, { time: clockOf(instant(sitting.absentFrom)), left: running(sitting.absentFrom - now) })}
        </p>
      )}
    </ActForm>
  )
}
