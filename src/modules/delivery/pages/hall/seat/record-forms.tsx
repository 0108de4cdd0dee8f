import { Checkbox } from 'antd'
import { useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, MALPRACTICE_REASONS, readPending, recordAtHall, recordMalpractice } from '../../../contract.ts'
import type { IncidentReason, MalpracticeReason } from '../../../core/hall/reasons.ts'
import { ActForm, Chips, ReasonFields, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import type { SeatFormProps } from './swap-form.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Kind = 'machine' | 'person' | 'place'

/** Writes down what happened at a seat. */
export function IncidentForm({ candidateRef, onDone, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const form = useHallAct(recordAtHall, {
    draft: `incident ${candidateRef}`,
    fresh: () => ({ kind: 'machine' as Kind, reason: 'machine-hung' as IncidentReason, note: '' }),
    refresh: [readPending],
  })
  const record = async () => {
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { ...form.values, candidateRef } })
    if (reply.ok) onDone()
  }
  return (
    <ActForm
      title={words.acts.incident}
      what={words.incident.what}
      submit={words.incident.submit}
      busy={form.busy}
      refusal={form.refusal}
      onSubmit={() => void record()}
      onCancel={onCancel}
    >
      <Chips
        legend={words.incident.kind}
        value={form.values.kind}
        choices={(['machine', 'person', 'place'] as const).map(key => ({ key, text: words.incident.kinds[key] }))}
        onChange={kind => form.change({ kind })}
      />
      <ReasonFields reasons={INCIDENT_REASONS} reason={form.values.reason} note={form.values.note} onChange={form.change} />
    </ActForm>
  )
}

/** Two persons write down a breach; it may end the attempt at once. */
export function MalpracticeForm({ seat, candidateRef, onDone, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const told = words.malpractice
  const { sitting } = useHall()
  const form = useHallAct(recordMalpractice, {
    draft: `malpractice ${candidateRef}`,
    fresh: () => ({ reason: 'forbidden-things' as MalpracticeReason, note: '', stop: false }),
    refresh: [readPending],
  })
  const { stop, reason, note } = form.values
  const over = seat.state === 'handed-in' || seat.state === 'ended'
  const record = async () => {
    const body = { ...form.values, stop: stop && !over, candidateRef, witness: form.second }
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body })
    if (reply.ok) onDone()
  }
  return (
    <ActForm
      title={words.acts.malpractice}
      what={told.what}
      submit={stop ? told.submitStop : told.submit}
      danger
      busy={form.busy}
      disabled={!isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void record()}
      onCancel={onCancel}
    >
      <ReasonFields reasons={MALPRACTICE_REASONS} reason={reason} note={note} onChange={form.change} />
      {!over && (
        <div className="h-field">
          <Checkbox checked={stop} onChange={event => form.change({ stop: event.target.checked })}>
            {told.stop}
          </Checkbox>
          {stop && <p className="h-warn">{told.stopNote}</p>}
        </div>
      )}
      <SecondPerson act="malpractice" second={form.second} onChange={form.setSecond} />
    </ActForm>
  )
}
