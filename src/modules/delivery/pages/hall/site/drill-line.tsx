import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { confirmDrillStep, readArming, readDrill, readReadiness, runDrill } from '../../../contract.ts'
import { ActForm, Field, NoteField, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { personOf } from '../desk/ago.ts'
import { type Me, mayDo } from '../desk/hall.ts'
import { NOBODY } from '../desk/use-hall-act.ts'
import { type DrillStepView, drillActs } from './drill-acts.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Step = DrillStepView
const TONES: Readonly<Record<Step['state'] | 'missed', Tone>> = {
  open: 'idle',
  running: 'running',
  measured: 'waiting',
  confirmed: 'done',
  skipped: 'ended',
  missed: 'failing',
}
type People = AnswerOf<typeof readDrill>['people']

/** Both names of a step that two answered for. */
function whoDid({ doneBy, witness }: Step, people: People, join: string): string {
  return [doneBy, witness].flatMap(ref => (ref === null ? [] : [personOf(ref, people ?? {}, '')])).join(join)
}

/** The step whose key is read out by telephone. */
const KEY_STEP = 'key-by-voice'

/** One step of the drill: what to do, what was measured against its limit, and who answers for it. */
export function DrillLine({ step, me, people }: { readonly step: Step; readonly me: Me; readonly people: People }) {
  const words = useWords(zh, en).drill
  const language = useLanguage()
  const state = step.faults.length > 0 ? 'missed' : step.state
  const act = useAct(confirmDrillStep, [readDrill, readReadiness, readArming])
  const load = useAct(runDrill, [readDrill, readArming])
  const [open, setOpen] = useState<Ending | null>(null)
  const acts = drillActs(step)
  const due = state !== 'confirmed' && state !== 'skipped'
  return (
    <li className="h-drill-step">
      <p className="h-package-title">
        <strong>{step.name[language]}</strong>
        <StateWord tone={TONES[state]}>{words.states[state]}</StateWord>
        {step.byTwo && <span className="z-note">{words.byTwo}</span>}
        {step.doneBy !== null && <span className="z-note">{fill(words.doneBy, { name: whoDid(step, people, words.join) })}</span>}
      </p>
      {due && <p>{step.task[language]}</p>}
      <MeasureList step={step} />
      {step.faults.map(fault => (
        <p key={fault.path} className="h-warn">
          {fault[language]}
        </p>
      ))}
      {!open && <RefusalNote refusal={act.refusal ?? load.refusal} />}
      {due && mayDo(me, 'drill-step') && !open && (
        <p className="h-package-title">
          {acts.begin !== null && (
            <button
              type="button"
              className="z-button"
              disabled={act.busy}
              onClick={() => void act.act({ params: { step: step.stepId }, body: { act: 'begin' } })}
            >
              {acts.begin === 'first' ? words.begin : words.beginAgain}
            </button>
          )}
          {acts.load && (
            <button type="button" className="z-button" disabled={load.busy} onClick={() => void load.act({ body: { fresh: false } })}>
              {words.loadAgain}
            </button>
          )}
          {acts.confirm && (
            <button type="button" className="z-button" onClick={() => setOpen('confirm')}>
              {words.confirm}
            </button>
          )}
          {acts.skip && (
            <button type="button" className="z-link" onClick={() => setOpen('skip')}>
              {words.skip}
            </button>
          )}
        </p>
      )}
      {open !== null && due && <StepForm key={open} step={step} ending={open} onEnd={() => setOpen(null)} />}
    </li>
  )
}

function MeasureList({ step }: { readonly step: Step }) {
  const words = useWords(zh, en).drill
  const language = useLanguage()
  const measured = new Map(step.values.map(value => [value.measureId, value.value]))
  return (
    <ul className="h-measures">
      {step.measures.map(measure => {
        const value = measured.get(measure.measureId)
        const unit = measure.unit[language]
        return (
          <li key={measure.measureId}>
            <span>{measure.name[language]}</span>
            <span className="z-note">{fill(words.limit[measure.kind], { n: measure.limit, unit })}</span>
            {value !== undefined && <b>{fill(words.measured, { value: fill(words.value, { n: value, unit }) })}</b>}
          </li>
        )
      })}
    </ul>
  )
}

/** How a step ends: with what was measured, or left out because the site has no such thing. */
type Ending = 'confirm' | 'skip'
type FormProps = { readonly step: Step; readonly ending: Ending; readonly onEnd: () => void }

function StepForm({ step, ending, onEnd }: FormProps) {
  const words = useWords(zh, en).drill
  const language = useLanguage()
  const asked = ending === 'skip' ? [] : step.measures.filter(measure => measure.by === 'people')
  const byVoice = ending === 'confirm' && step.stepId === KEY_STEP
  const [values, setValues] = useState<Readonly<Record<string, number | null>>>({})
  const [spokenKey, setSpokenKey] = useState('')
  const [note, setNote] = useState('')
  const [second, setSecond] = useState(NOBODY)
  const { act, busy, refusal } = useAct(confirmDrillStep, [readDrill, readReadiness, readArming])
  const given = asked.flatMap(({ measureId }) => {
    const value = values[measureId]
    return value === undefined || value === null ? [] : [{ measureId, value }]
  })
  const confirm = async () => {
    const body = { act: ending, witness: step.byTwo ? second : null, values: given, spokenKey: byVoice ? spokenKey : null, note }
    const reply = await act({ params: { step: step.stepId }, body })
    if (reply.ok) onEnd()
  }
  return (
    <ActForm
      title={step.name[language]}
      what={ending === 'skip' ? words.skipWhat : asked.length > 0 ? words.needed : step.task[language]}
      submit={ending === 'skip' ? words.skip : words.submit}
      busy={busy}
      lacks={given.length < asked.length || (step.byTwo && !isNamed(second))}
      refusal={refusal}
      onSubmit={() => void confirm()}
      onCancel={onEnd}
    >
      <div className="h-second-fields" data-first>
        {asked.map(({ measureId, name, unit }) => (
          <Field key={measureId} label={name[language]} hint={unit[language]}>
            {id => (
              <InputNumber
                id={id}
                min={0}
                precision={0}
                value={values[measureId] ?? null}
                onChange={value => setValues(was => ({ ...was, [measureId]: value }))}
              />
            )}
          </Field>
        ))}
        {byVoice && (
          <Field label={words.key}>
            {id => (
              <Input id={id} value={spokenKey} autoComplete="off" spellCheck={false} onChange={event => setSpokenKey(event.target.value)} />
            )}
          </Field>
        )}
      </div>
      <NoteField note={note} onChange={setNote} />
      {step.byTwo && <SecondPerson act="drill-step" second={second} onChange={setSecond} />}
    </ActForm>
  )
}
