import { Input } from 'antd'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { readPending, readSebAtHall, unlockAtHall } from '../../../contract.ts'
import { ActForm, Field, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { clockSeconds } from '../desk/ago.ts'
import { useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import type { SeatFormProps } from './swap-form.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Lets an attempt go on that was paused because of its browser: what to do at the seat, what was found, and two names. */
export function UnlockForm({ seat, candidateRef, onDone, onCancel }: SeatFormProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { sitting } = useHall()
  const { sittingId } = sitting
  const seb = useRead(readSebAtHall, { params: { sittingId } })
  const lock = seb.data?.locks.find(one => one.attemptId === seat.attemptId)
  const form = useHallAct(unlockAtHall, {
    draft: `unlock ${candidateRef}`,
    fresh: () => ({ reason: '' }),
    refresh: [readPending, readSebAtHall],
  })
  const unlock = async () => {
    const body = { actId: form.values.actId, reason: form.values.reason, witness: form.second }
    const reply = await form.send({ params: { sittingId, attemptId: seat.attemptId ?? '' }, body })
    if (reply.ok) onDone()
  }
  return (
    <ActForm
      title={words.acts.unlock}
      what={words.unlock.what}
      submit={words.unlock.submit}
      busy={form.busy}
      lacks={form.values.reason.trim() === '' || !isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void unlock()}
      onCancel={onCancel}
    >
      {seat.lock !== null && (
        <p className="h-warn">
          {fill(words.unlock.since, { time: clockSeconds(seat.lock.since) })} {lock?.advice[language]}
        </p>
      )}
      <Field label={words.unlock.found} hint={words.unlock.foundHint}>
        {id => (
          <span data-first>
            <Input id={id} value={form.values.reason} maxLength={500} onChange={event => form.change({ reason: event.target.value })} />
          </span>
        )}
      </Field>
      <SecondPerson act="unlock" second={form.second} onChange={form.setSecond} />
    </ActForm>
  )
}
