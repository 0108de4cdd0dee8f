import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { clockOf, dayOf, instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showDay } from '../../../../ui/format.ts'
import { useNarrow } from '../../../../ui/components/table/use-table-state.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { readApplication } from '../../contract.ts'
import type { ApplicationView } from '../../core/application/views.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ShownFaults } from './field.tsx'
import { StepCheck } from './step-check.tsx'
import { StepDocuments } from './step-documents.tsx'
import { StepFacts } from './step-facts.tsx'
import { StepLevel } from './step-level.tsx'
import { StepPerson } from './step-person.tsx'
import { STEPS, type StepName, stepOf } from './steps.ts'
import { type FormDesk, type SaveState, useForm } from './use-form.ts'
import { VerdictPanel, verdictTones } from './verdict-panel.tsx'
import '../registration.css'

/** Below this width the verdict folds, in pixels. */
const NARROW = 1100

/** 申报表: five steps with the verdict beside them; kept after every pause. */
export function FormPage() {
  const { applicationId = '' } = useParams()
  const words = useWords(zh, en)
  const who = useRead(whoAmI, {})
  const personId = who.data?.personId ?? ''
  const read = useRead(readApplication, { params: { personId, applicationId } }, { enabled: personId !== '' })
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.data.changeableUntil === null)
    return (
      <EmptyState
        what={words.form.notChangeable}
        how={words.own.detailPurpose}
        action={<Link to={`/my-applications/${applicationId}`}>{words.rounds.open}</Link>}
      />
    )
  return <OpenForm view={read.data} />
}

function OpenForm({ view }: { readonly view: ApplicationView }) {
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
  useEffect(() => void window.scrollTo({ top: 0 }), [step])
  return { step, go: to => setAddress({ step: to }) }
}

/** Nobody has to search: the first clause that is met, else the first that lacks only evidence, is chosen beforehand. */
function chooseClause({ draft, verdicts, change }: FormDesk): void {
  const clauses = verdicts.find(v => v.level === draft.level)?.clauses ?? []
  if (clauses.some(c => c.clauseId === draft.clauseId && c.verdict !== 'not-met')) return
  const best = clauses.find(c => c.verdict === 'met') ?? clauses.find(c => c.verdict === 'needs-evidence')
  change({ clauseId: best?.clauseId ?? '' })
}

/** Beside the form where there is room; on a phone one line above it that unfolds. */
function LiveVerdict({ desk }: { readonly desk: FormDesk }) {
  const language = useLanguage()
  const words = useWords(zh, en).verdict
  const narrow = useNarrow(NARROW)
  const { draft, verdicts, view, incomplete, change, blank } = desk
  const verdict = verdicts.find(v => v.level === draft.level)
  if (!verdict) return null
  const panel = (
    <VerdictPanel
      verdict={verdict}
      levelName={view.levelNames[draft.level] ?? draft.level}
      chosen={draft.clauseId}
      incomplete={incomplete.length}
      blank={blank}
      onChoose={clauseId => change({ clauseId })}
    />
  )
  if (!narrow) return <aside className="z-apply-verdict">{panel}</aside>
  return (
    <details className="z-apply-verdict z-verdict-fold">
      <summary>
        <StateWord tone={blank ? 'idle' : verdictTones[verdict.verdict]}>
          <span className="z-wrap">{blank ? words.unjudged : verdict.told[language]}</span>
        </StateWord>
      </summary>
      {panel}
    </details>
  )
}

type StepProps = { readonly step: StepName; readonly desk: FormDesk; readonly onGo: (step: StepName) => void }

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

function StepBar({ step, desk, tried, onGo }: StepProps & { readonly tried: ReadonlySet<StepName> }) {
  const words = useWords(zh, en).steps
  const now = STEPS.indexOf(step)
  return (
    <nav className="z-step-bar">
      {STEPS.map((name, at) => {
        const open = desk.faults.some(fault => stepOf(fault.path) === name)
        const tone = name === step ? 'running' : tried.has(name) && open ? 'waiting' : !open && at < now ? 'done' : 'idle'
        return (
          <button key={name} type="button" aria-current={name === step ? 'step' : undefined} onClick={() => onGo(name)}>
            <StateWord tone={tone} strong={name === step}>
              <span className="z-step-at">{at + 1}</span>
              <span className="z-step-word">{words[name]}</span>
            </StateWord>
          </button>
        )
      })}
    </nav>
  )
}

function StepFoot({ step, desk, onGo }: StepProps) {
  const words = useWords(zh, en).form
  const at = STEPS.indexOf(step)
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]]
  return (
    <footer className="z-step-foot">
      <SaveWord save={desk.save} onRetry={() => void desk.flush()} />
      {before && (
        <Button size="large" onClick={() => onGo(before)}>
          {words.back}
        </Button>
      )}
      {after && (
        <Button size="large" type="primary" onClick={() => onGo(after)}>
          {words.next}
        </Button>
      )}
    </footer>
  )
}

function SaveWord({ save, onRetry }: { readonly save: SaveState; readonly onRetry: () => void }) {
  const words = useWords(zh, en).form
  switch (save.kind) {
    case 'saved':
      return save.at === null ? <span /> : <StateWord tone="done">{fill(words.saved, { time: clockOf(instant(save.at)) })}</StateWord>
    case 'saving':
      return <StateWord tone="running">{words.saving}</StateWord>
    case 'unsaved':
      return <StateWord tone="idle">{words.unsaved}</StateWord>
    case 'stale':
      return <StateWord tone="failing">{words.reload}</StateWord>
    case 'failed':
      return (
        <span className="z-save-failed">
          <StateWord tone="failing">{words.failed}</StateWord>
          <button type="button" className="z-link" onClick={onRetry}>
            {words.retry}
          </button>
        </span>
      )
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
