import { fill, useWords } from '../../../../../ui/words.ts'
import { readPending, resumeHall } from '../../../contract.ts'
import { needsSecond } from '../../../core/hall/duties.ts'
import { ActForm, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { running } from '../desk/ago.ts'
import { type Halt, useHall, useNow } from '../desk/hall.ts'
import { asksForSecond, useHallAct } from '../desk/use-hall-act.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Ends a pause or a fault; what it lasted is given back, by two above the threshold. */
export function ResumeForm({ halt, onEnd }: { readonly halt: Halt; readonly onEnd: () => void }) {
  const words = useWords(zh, en)
  const told = words.resumeForm
  const { sitting } = useHall()
  const now = useNow()
  const threshold = sitting.secondPersonOverMinutes
  const form = useHallAct(resumeHall, { draft: `resume ${halt.haltId}`, fresh: () => ({}), refresh: [readPending] })
  const minutes = Math.ceil(Math.max(0, now - halt.fromAt) / 60_000)
  const two = needsSecond('resume', { minutes, threshold }) || asksForSecond(form.refusal)
  const resume = async () => {
    const params = { sittingId: sitting.sittingId, haltId: halt.haltId }
    const reply = await form.send({ params, body: { actId: form.values.actId, witness: two ? form.second : null } })
    if (reply.ok) onEnd()
  }
  return (
    <ActForm
      title={told.title}
      what={fill(told.what, { part: halt.roomLabel ?? words.site, kind: words.kinds[halt.kind], time: running(now - halt.fromAt) })}
      submit={told.submit}
      busy={form.busy}
      disabled={two && !isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void resume()}
      onCancel={onEnd}
    >
      {two && <SecondPerson act="resume" why={fill(told.over, { minutes: threshold })} second={form.second} onChange={form.setSecond} />}
    </ActForm>
  )
}
