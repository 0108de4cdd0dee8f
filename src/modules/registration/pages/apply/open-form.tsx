import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showDay } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { ApplicationView } from '../../core/application/views.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ShownFaults } from './field.tsx'
import { LiveVerdict } from './live-verdict.tsx'
import { StepBar, StepFoot, type StepProps } from './step-bar.tsx'
import { StepCheck } from './step-check.tsx'
import { StepDocuments } from './step-documents.tsx'
import { StepFacts } from './step-facts.tsx'
import { StepLevel } from './step-level.tsx'
import { StepPerson } from './step-person.tsx'
import { STEPS, type StepName, stepOf } from './steps.ts'
import { type FormDesk, useForm } from './use-form.ts'

/** The form itself: steps, reasons of a return, and the live verdict. */
export function OpenForm({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const desk = useForm(view)
  const { step, go } = useStep()
  const [tried, setTried] = useState<ReadonlySet<StepName>>(new Set())
  const shown = desk.faults.filter(fault => tried.has(stepOf(fault.path)))
  const leave = (to: StepName) => {
    setTried(before => new Set([...before, step]))
    void desk.flush()
    if (to === 'check') chooseClause(desk)
    go(to)
  }
  const due =
    view.changeableUntil === null ? undefined : fill(words.form.due, { date: showDay(dayOf(instant(view.changeableUntil - 1)), language) })
  return (
    <ShownFaults.Provider value={shown}>
      <PageHead title={fill(words.form.title, { code: view.round.code })} purpose={words.form.purpose} waiting={due} />
      <ReturnedReasons view={view} />
      <StepBar step={step} desk={desk} tried={tried} onGo={leave} />
      <div className="z-apply">
        <div className="z-stack z-apply-form">
          <StepBody step={step} desk={desk} onGo={leave} />
          <StepFoot step={step} desk={desk} onGo={leave} />
        </div>
        {(step === 'level' || step === 'facts' || step === 'check') && <LiveVerdict desk={desk} />}
      </div>
    </ShownFaults.Provider>
  )
}

/** The step stands in the address, so that “back” goes a step back. */
function useStep(): { readonly step: StepName; readonly go: (step: StepName) => void } {
  const [address, setAddress] = useSearchParams()
  const step = STEPS.find(name => name === address.get('step')) ?? 'level'
  const go = (to: StepName) => {
    setAddress({ step: to })
    window.scrollTo({ top: 0 })
  }
  return { step, go }
}

/** Nobody has to search: the first clause that is met, else the first that lacks only evidence, is chosen beforehand. */
function chooseClause({ draft, verdicts, change }: FormDesk): void {
  const clauses = verdicts.find(v => v.level === draft.level)?.clauses ?? []
  if (clauses.some(c => c.clauseId === draft.clauseId && c.verdict !== 'not-met')) return
  const best = clauses.find(c => c.verdict === 'met') ?? clauses.find(c => c.verdict === 'needs-evidence')
  change({ clauseId: best?.clauseId ?? '' })
}

function StepBody({ step, desk, onGo }: StepProps) {
  switch (step) {
    case 'level':
      return <StepLevel desk={desk} />
    case 'person':
      return <StepPerson desk={desk} />
    case 'facts':
      return <StepFacts desk={desk} />
    case 'documents':
      return <StepDocuments desk={desk} />
    case 'check':
      return <StepCheck desk={desk} onGo={onGo} />
  }
}

function ReturnedReasons({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en).form
  if (view.state.kind !== 'returned') return null
  return (
    <div className="z-returned">
      <Sheet title={<StateWord tone="waiting">{words.returnedTitle}</StateWord>}>
        <ul>
          {view.state.reasons.map((reason, at) => (
            <li key={at}>{reason.text}</li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}
