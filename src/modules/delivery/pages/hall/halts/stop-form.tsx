import { fill, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, readPending, stopHall } from '../../../contract.ts'
import type { IncidentReason } from '../../../core/hall/reasons.ts'
import { ActForm, ReasonFields, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import { PartChoice, WHOLE_SITE, useUsualPart } from './part-choice.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Ends a part of the hall here, to be held again; by two, and for good. */
export function StopForm({ onEnd }: { readonly onEnd: () => void }) {
  const words = useWords(zh, en)
  const told = words.stopForm
  const { sitting } = useHall()
  const usual = useUsualPart()
  const form = useHallAct(stopHall, {
    draft: `stop ${sitting.sittingId}`,
    fresh: () => ({ part: usual, reason: 'power' as IncidentReason, note: '' }),
    refresh: [readPending],
  })
  const { actId, part, reason, note } = form.values
  const stop = async () => {
    const roomLabel = part === WHOLE_SITE ? null : part
    const reply = await form.send({
      params: { sittingId: sitting.sittingId },
      body: { actId, roomLabel, reason, note, witness: form.second },
    })
    if (reply.ok) onEnd()
  }
  const name = part || words.site
  return (
    <ActForm
      title={told.title}
      what={fill(told.what, { part: name })}
      submit={fill(told.submit, { part: name })}
      danger
      busy={form.busy}
      disabled={!isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void stop()}
      onCancel={onEnd}
    >
      <PartChoice part={part} onChoose={chosen => form.change({ part: chosen })} />
      <ReasonFields reasons={INCIDENT_REASONS} reason={reason} note={note} onChange={form.change} />
      <SecondPerson act="stop" second={form.second} onChange={form.setSecond} />
    </ActForm>
  )
}
