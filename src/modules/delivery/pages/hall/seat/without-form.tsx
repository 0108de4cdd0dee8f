import { Input } from 'antd'
import { useWords } from '../../../../../ui/words.ts'
import { allowWithoutSeb, readPending, readSebAtHall } from '../../../contract.ts'
import { ActForm, Field, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import type { SeatFormProps } from './swap-form.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Lets one candidate go on without Safe Exam Browser: what was found, and two names. */
export function WithoutForm({ seat, candidateRef, onDone, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const { sittingId } = useHall().sitting
  const form = useHallAct(allowWithoutSeb, {
    draft: `without-seb ${candidateRef}`,
    fresh: () => ({ reason: '' }),
    refresh: [readPending, readSebAtHall],
  })
  const { actId, reason } = form.values
  const allow = async () => {
    const body = { actId, reason, witness: form.second }
    const reply = await form.send({ params: { sittingId, attemptId: seat.attemptId ?? '' }, body })
    if (reply.ok) onDone()
  }
  return (
    <ActForm
      title={words.acts['without-seb']}
      what={words.without.what}
      submit={words.without.submit}
      busy={form.busy}
      lacks={reason.trim() === '' || !isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void allow()}
      onCancel={onCancel}
    >
      <Field label={words.unlock.found} hint={words.unlock.foundHint}>
        {id => (
          <span data-first>
            <Input id={id} value={reason} maxLength={500} onChange={event => form.change({ reason: event.target.value })} />
          </span>
        )}
      </Field>
      <SecondPerson act="without-seb" second={form.second} onChange={form.setSecond} />
    </ActForm>
  )
}
