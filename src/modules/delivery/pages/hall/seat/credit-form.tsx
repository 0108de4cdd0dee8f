import { InputNumber } from 'antd'
import { fill, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, creditAtHall, readPending } from '../../../contract.ts'
import { needsSecond } from '../../../core/hall/duties.ts'
import type { IncidentReason } from '../../../core/hall/reasons.ts'
import { ActForm, Chips, Field, ReasonFields, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { useHall } from '../desk/hall.ts'
import { asksForSecond, useHallAct } from '../desk/use-hall-act.ts'
import type { SeatFormProps } from './swap-form.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Scope = 'person' | 'room' | 'site'

/** Gives time back to a person, a room or the site; above the programme's threshold a second person enters theirs here. */
export function CreditForm({ seat, candidateRef, onDone, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const threshold = sitting.secondPersonOverMinutes
  const form = useHallAct(creditAtHall, {
    draft: `credit ${candidateRef}`,
    fresh: () => ({ scope: 'person' as Scope, minutes: 5 as number | null, reason: 'machine-hung' as IncidentReason, note: '' }),
    refresh: [readPending],
  })
  const { actId, scope, minutes, reason, note } = form.values
  const two = needsSecond('credit', { minutes: minutes ?? 0, threshold }) || asksForSecond(form.refusal)
  const give = async () => {
    const about = { scope, candidateRef: scope === 'person' ? candidateRef : null, roomLabel: scope === 'room' ? seat.roomLabel : null }
    const witness = two ? form.second : null
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { actId, ...about, minutes, reason, note, witness } })
    if (reply.ok) onDone()
  }
  return (
    <ActForm
      title={words.acts.credit}
      what={words.credit.what}
      submit={minutes === null ? words.credit.submitNone : fill(words.credit.submit, { n: minutes })}
      busy={form.busy}
      disabled={minutes === null || (two && !isNamed(form.second))}
      refusal={form.refusal}
      onSubmit={() => void give()}
      onCancel={onCancel}
    >
      <Chips
        legend={words.credit.scope}
        value={scope}
        onChange={key => form.change({ scope: key })}
        choices={[
          { key: 'person', text: fill(words.credit.person, { name: seat.maskedName ?? '', seat: seat.seatLabel }) },
          { key: 'room', text: fill(words.credit.room, { room: seat.roomLabel }) },
          { key: 'site', text: words.credit.site },
        ]}
      />
      <Field label={words.credit.minutes} hint={words.credit.whole}>
        {id => (
          <span data-first>
            <InputNumber
              id={id}
              size="large"
              min={1}
              max={240}
              precision={0}
              value={minutes}
              onChange={value => form.change({ minutes: value })}
            />
          </span>
        )}
      </Field>
      <ReasonFields reasons={INCIDENT_REASONS} reason={reason} note={note} onChange={form.change} />
      {two && (
        <SecondPerson act="credit" why={fill(words.credit.over, { minutes: threshold })} second={form.second} onChange={form.setSecond} />
      )}
    </ActForm>
  )
}
