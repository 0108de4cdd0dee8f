import { useState } from 'react'
import { instant } from '../../../../../kernel/instant.ts'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { purgeSitting, readResults } from '../../../contract.ts'
import { ActForm, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { mayDo, useHall, useNow } from '../desk/hall.ts'
import { useHallAct } from '../desk/use-hall-act.ts'
import type { Results } from './result-page.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const LOOK_EVERY_MS = 30_000

/** Deletes what the site holds: only with the receipt, only from its date on, only by two. */
export function PurgeStep({ results }: { readonly results: Results }) {
  const words = useWords(zh, en).purge
  const language = useLanguage()
  const { me } = useHall()
  const now = useNow(LOOK_EVERY_MS)
  const [begun, begin] = useState(false)
  const { receipt, purgedAt } = results
  if (purgedAt !== null) return <p>{fill(words.done, { time: showInstant(instant(purgedAt), language) })}</p>
  if (!receipt) return <p className="z-note">{words.without}</p>
  if (!mayDo(me, 'open-papers')) return <p className="z-note">{words.needs}</p>
  const early = now < receipt.purgeFrom
  if (begun) return <PurgeForm onEnd={() => begin(false)} />
  return (
    <>
      <p>{words.what}</p>
      {early && <p className="h-warn">{fill(words.early, { time: showInstant(instant(receipt.purgeFrom), language) })}</p>}
      <button type="button" className="z-button" disabled={early} onClick={() => begin(true)}>
        {words.submit}
      </button>
    </>
  )
}

function PurgeForm({ onEnd }: { readonly onEnd: () => void }) {
  const words = useWords(zh, en).purge
  const { sitting } = useHall()
  const form = useHallAct(purgeSitting, { draft: `purge ${sitting.sittingId}`, fresh: () => ({}), refresh: [readResults] })
  const purge = async () => {
    const reply = await form.send({ params: { sittingId: sitting.sittingId }, body: { actId: form.values.actId, witness: form.second } })
    if (!reply.ok) return
    notice(fill(words.notice, { n: reply.value.attempts }))
    onEnd()
  }
  return (
    <ActForm
      title={words.submit}
      what={words.what}
      submit={words.submit}
      danger
      busy={form.busy}
      disabled={!isNamed(form.second)}
      refusal={form.refusal}
      onSubmit={() => void purge()}
      onCancel={onEnd}
    >
      <SecondPerson act="open-papers" second={form.second} onChange={form.setSecond} />
    </ActForm>
  )
}
