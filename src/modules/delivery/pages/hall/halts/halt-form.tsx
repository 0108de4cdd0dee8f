import { fill, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, haltHall, readPending } from '../../../contract.ts'
import type { IncidentReason } from '../../../core/hall/reasons.ts'
import { ActForm, ReasonFields } from '../desk/act-form.tsx'
import { useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import { PartChoice, WHOLE_SITE, useUsualPart } from './part-choice.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Pauses a part of the hall or starts its fault clock. */
export function HaltForm({ kind, onEnd }: { readonly kind: 'pause' | 'fault'; readonly onEnd: () => void }) {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const usual = useUsualPart()
  const form = useHallAct(haltHall, {
    draft: `${kind} ${sitting.sittingId}`,
    fresh: () => ({ part: usual, reason: 'power' as IncidentReason, note: '' }),
    refresh: [readPending],
  })
  const { actId, part, reason, note } = form.values
  const halt = async () => {
    const roomLabel = part === WHOLE_SITE ? null : part
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { actId, roomLabel, kind, reason, note } })
    if (reply.ok) onEnd()
  }
  return (
    <ActForm
      title={words[kind].title}
      what={fill(words[kind].what, { minutes: sitting.faultMinutes })}
      submit={fill(words[kind].submit, { part: part || words.site })}
      busy={form.busy}
      refusal={form.refusal}
      onSubmit={() => void halt()}
      onCancel={onEnd}
    >
      <PartChoice part={part} onChoose={chosen => form.change({ part: chosen })} />
      <ReasonFields reasons={INCIDENT_REASONS} reason={reason} note={note} onChange={form.change} />
    </ActForm>
  )
}
