import { Button } from 'antd'
import { clockOf, instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { STEPS, type StepName, stepOf } from './steps.ts'
import type { FormDesk, SaveState } from './use-form.ts'

export type StepProps = { readonly step: StepName; readonly desk: FormDesk; readonly onGo: (step: StepName) => void }

/** The five steps with their standing; each may be opened at any time. */
export function StepBar({ step, desk, tried, onGo }: StepProps & { readonly tried: ReadonlySet<StepName> }) {
  const words = useWords(zh, en).steps
  const now = STEPS.indexOf(step)
  return (
    <nav className="z-step-bar">
      {STEPS.map((name, at) => {
        const open = desk.faults.some(fault => stepOf(fault.path) === name)
        const tone = name === step ? 'running' : tried.has(name) && open ? 'waiting' : !open && at < now ? 'done' : 'idle'
        return (
          <button
            key={name}
            type="button"
            aria-label={`${at + 1} ${words[name]}`}
            aria-current={name === step ? 'step' : undefined}
            onClick={() => onGo(name)}
          >
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

/** Whether the form is kept, and the ways back and on. */
export function StepFoot({ step, desk, onGo }: StepProps) {
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
