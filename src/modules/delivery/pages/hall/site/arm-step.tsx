import { useState } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { armSite, readArming, readSite } from '../../../contract.ts'
import { ActForm, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { type Me, mayDo } from '../desk/hall.ts'
import { NOBODY } from '../desk/use-hall-act.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Arms the site: manager and engineer together. */
export function ArmStep({ me, mayArm, armed }: { readonly me: Me; readonly mayArm: boolean; readonly armed: boolean }) {
  const words = useWords(zh, en).arm
  const [begun, begin] = useState(false)
  const [second, setSecond] = useState(NOBODY)
  const { act, busy, refusal } = useAct(armSite, [readSite, readArming])
  const arm = async () => {
    const reply = await act({ body: { witness: second } })
    if (reply.ok) notice(words.done)
    else if (reply.refusal.code.startsWith('second-person')) setSecond({ ...second, passPhrase: '' })
  }
  if (armed) return <StateWord tone="done">{words.armed}</StateWord>
  if (!mayDo(me, 'arm')) return <p className="z-note">{words.needs}</p>
  if (begun)
    return (
      <ActForm
        title={words.title}
        what={words.what}
        submit={words.submit}
        busy={busy}
        lacks={!isNamed(second)}
        refusal={refusal}
        onSubmit={() => void arm()}
        onCancel={() => begin(false)}
      >
        <SecondPerson act="arm" second={second} onChange={setSecond} />
      </ActForm>
    )
  return (
    <>
      <p>{mayArm ? words.what : words.blocked}</p>
      <button type="button" className="z-button z-button-primary z-button-large" disabled={!mayArm} onClick={() => begin(true)}>
        {words.submit}
      </button>
    </>
  )
}
