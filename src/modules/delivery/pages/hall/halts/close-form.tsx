import { notice } from '../../../../../ui/components/page/notices.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { closeSittingAtHall, readPending, readSite } from '../../../contract.ts'
import { ActForm } from '../desk/act-form.tsx'
import { useHall } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Closes the sitting; says beforehand how many are still at work. */
export function CloseForm({ onEnd }: { readonly onEnd: () => void }) {
  const words = useWords(zh, en).closeForm
  const { sitting } = useHall()
  const { state } = useWall()
  const working = state.seats.filter(seat => seat.state === 'working' || seat.state === 'paused').length
  const form = useHallAct(closeSittingAtHall, { draft: `close ${sitting.sittingId}`, fresh: () => ({}), refresh: [readSite, readPending] })
  const close = async () => {
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { actId: form.values.actId } })
    if (!reply.ok) return
    notice(words.done)
    onEnd()
  }
  return (
    <ActForm
      title={words.title}
      what={words.what}
      submit={words.submit}
      danger
      busy={form.busy}
      refusal={form.refusal}
      onSubmit={() => void close()}
      onCancel={onEnd}
    >
      {working > 0 && <p className="h-warn">{fill(words.working, { n: working })}</p>}
    </ActForm>
  )
}
