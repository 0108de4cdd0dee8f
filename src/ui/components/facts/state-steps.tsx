import type { ReactNode } from 'react'
import { useWords } from '../../words.ts'
import { StateShape, type Tone } from '../mark/state-word.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type Step = { readonly name: string; readonly note?: string }

/** The states of a thing in their order, and where it stands now: `at` is the index of the current step, `steps.length` when all is done. */
export function StateSteps({
  steps,
  at,
  tone = 'running',
}: {
  readonly steps: readonly Step[]
  readonly at: number
  readonly tone?: Tone
}) {
  const words = useWords(zh, en).steps
  return (
    <ol className="z-steps">
      {steps.map((step, place) => {
        const shape: Tone = place < at ? 'done' : place === at ? tone : 'idle'
        return (
          <li
            key={step.name}
            className={`z-step z-step-${place < at ? 'past' : place === at ? 'now' : 'ahead'}`}
            aria-current={place === at ? 'step' : undefined}
          >
            <StateShape tone={shape} size={16} />
            <span className="z-step-name">{step.name}</span>
            {step.note && <span className="z-note">{step.note}</span>}
            <span className="z-unseen">{place < at ? words.done : place === at ? words.now : words.ahead}</span>
          </li>
        )
      })}
    </ol>
  )
}

export type Happening = {
  readonly at: string
  readonly what: ReactNode
  readonly who?: string
  readonly why?: ReactNode
  readonly tone?: Tone
}

/** What happened, newest first: when, what, who, why. */
export function StateHistory({ happenings }: { readonly happenings: readonly Happening[] }) {
  return (
    <ol className="z-history">
      {happenings.map((happening, place) => (
        <li key={place}>
          <StateShape tone={happening.tone ?? 'idle'} />
          <div>
            <p className="z-history-what">{happening.what}</p>
            {happening.why && <p className="z-history-why">{happening.why}</p>}
            <p className="z-note">
              <time>{happening.at}</time>
              {happening.who && <span>{happening.who}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
