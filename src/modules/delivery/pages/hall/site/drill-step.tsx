import { useState } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useAct, useRead } from '../../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { certifyReadiness, readArming, readDrill, readReadiness, runDrill } from '../../../contract.ts'
import { ActForm, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { type Me, mayDo } from '../desk/hall.ts'
import { NOBODY } from '../desk/use-hall-act.ts'
import { DrillLine } from './drill-line.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Drill = AnswerOf<typeof readDrill>
/** Parts of a drill run by themselves; the page looks again while they do. */
const EVERY_SECONDS = 5

/** The drill step by step, and the certificate that comes of it. */
export function DrillStep({ rehearsal, me }: { readonly rehearsal: boolean; readonly me: Me }) {
  const words = useWords(zh, en).drill
  const drill = useRead(readDrill, {}, { everySeconds: EVERY_SECONDS })
  if (drill.isPending) return <WaitingSkeleton lines={3} head={false} />
  if (drill.error?.told.status === 404) return <p>{rehearsal ? words.notNeeded : words.absent}</p>
  if (drill.data === undefined) return <RefusalNote refusal={drill.error?.told} onRetry={() => void drill.refetch()} />
  return (
    <>
      <Readiness />
      {rehearsal && <p className="z-note">{words.notNeeded}</p>}
      <DrillList drill={drill.data} me={me} />
    </>
  )
}

/** Whether there is a certificate that holds; its lines, to be printed and put up. */
function Readiness() {
  const words = useWords(zh, en).drill
  const language = useLanguage()
  const read = useRead(readReadiness, {}, { everySeconds: EVERY_SECONDS })
  if (read.data === undefined) return null
  const { ready, fault, lines } = read.data
  return (
    <>
      <StateWord tone={ready ? 'done' : 'waiting'} sentence strong>
        {ready ? words.ready : (fault?.[language] ?? words.none)}
      </StateWord>
      {lines.length > 0 && (
        <details className="h-read-back">
          <summary>{words.details}</summary>
          <ol>
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function DrillList({ drill, me }: { readonly drill: Drill; readonly me: Me }) {
  const words = useWords(zh, en).drill
  const begin = useAct(runDrill, [readDrill, readArming])
  if (!drill.rehearsal) return <p className="z-note">{words.noRehearsal}</p>
  const begun = drill.drill !== null
  return (
    <>
      {begun && (
        <ol className="h-drill">
          {drill.steps.map(step => (
            <DrillLine key={step.stepId} step={step} me={me} people={drill.people} />
          ))}
        </ol>
      )}
      <RefusalNote refusal={begin.refusal} />
      {mayDo(me, 'drill') && (
        <button
          type="button"
          className={begun ? 'z-button' : 'z-button z-button-primary'}
          disabled={begin.busy}
          onClick={() => void begin.act({ body: { fresh: begun } })}
        >
          {begun ? words.again : words.start}
        </button>
      )}
      {begun && drill.faults.length === 0 && mayDo(me, 'certify') && <CertifyForm />}
    </>
  )
}

function CertifyForm() {
  const words = useWords(zh, en).drill
  const [second, setSecond] = useState(NOBODY)
  const [begun, start] = useState(false)
  const { act, busy, refusal } = useAct(certifyReadiness, [readReadiness, readArming, readDrill])
  if (!begun)
    return (
      <button type="button" className="z-button z-button-primary" onClick={() => start(true)}>
        {words.certify}
      </button>
    )
  const certify = async () => {
    const reply = await act({ body: { witness: second } })
    if (reply.ok) start(false)
  }
  return (
    <ActForm
      title={words.certify}
      what={words.certifyWhat}
      submit={words.certify}
      busy={busy}
      lacks={!isNamed(second)}
      refusal={refusal}
      onSubmit={() => void certify()}
      onCancel={() => start(false)}
    >
      <SecondPerson act="certify" second={second} onChange={setSecond} />
    </ActForm>
  )
}
