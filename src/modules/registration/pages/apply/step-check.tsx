import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Told } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listOwnApplications, listRounds, readApplication, submitApplication } from '../../contract.ts'
import { ApplicationSummary } from '../application-summary.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { STEPS, type StepName, stepOf } from './steps.ts'
import type { FormDesk } from './use-form.ts'

/** The whole form once more, what is still missing with the way to it, and handing in. */
export function StepCheck({ desk, onGo }: { readonly desk: FormDesk; readonly onGo: (step: StepName) => void }) {
  return (
    <>
      <TodoSheet desk={desk} onGo={onGo} />
      <ApplicationSummary view={desk.view} draft={desk.draft} columns={2} />
      <HandIn desk={desk} />
    </>
  )
}

function TodoSheet({ desk, onGo }: { readonly desk: FormDesk; readonly onGo: (step: StepName) => void }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { faults } = desk
  if (faults.length === 0)
    return (
      <StateWord tone="done" strong>
        {words.check.ready}
      </StateWord>
    )
  return (
    <Sheet title={<StateWord tone="waiting">{fill(words.check.todo, { n: faults.length })}</StateWord>}>
      {STEPS.map(step => {
        const here = faults.filter(fault => stepOf(fault.path) === step)
        if (here.length === 0) return null
        return (
          <div key={step} className="z-todo">
            <p>
              <strong>{words.steps[step]}</strong>
              {step !== 'check' && (
                <button type="button" className="z-link" onClick={() => onGo(step)}>
                  {words.check.go}
                </button>
              )}
            </p>
            <ul>
              {here.map(fault => (
                <li key={fault.path + fault.zh}>{fault[language]}</li>
              ))}
            </ul>
          </div>
        )
      })}
    </Sheet>
  )
}

function HandIn({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).check
  const navigate = useNavigate()
  const { act, busy } = useAct(submitApplication, [readApplication, listOwnApplications, listRounds])
  const [promised, setPromised] = useState(false)
  const [refused, setRefused] = useState<Told | null>(null)
  const { personId, applicationId, state } = desk.view
  const handIn = async () => {
    const version = await desk.flush()
    if (version === null) return
    const reply = await act({ params: { personId, applicationId }, body: { version } })
    if (!reply.ok) return setRefused(reply.refusal)
    notice(words.submitted)
    await navigate(`/my-applications/${applicationId}`)
  }
  return (
    <div className="z-hand-in">
      <Checkbox checked={promised} onChange={event => setPromised(event.target.checked)}>
        {words.promise}
      </Checkbox>
      <RefusalNote refusal={refused} what={words.refused} />
      <Button type="primary" size="large" disabled={!promised || desk.faults.length > 0} loading={busy} onClick={() => void handIn()}>
        {state.kind === 'returned' ? words.resubmit : words.submit}
      </Button>
      {!promised && desk.faults.length === 0 && <span className="z-note">{words.promiseFirst}</span>}
    </div>
  )
}
