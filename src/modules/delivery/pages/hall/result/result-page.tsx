import '../site/site.css'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { StateShape, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { readResults } from '../../../contract.ts'
import { useHall } from '../desk/hall.ts'
import { BuildStep } from './build-step.tsx'
import { CarryStep } from './carry-step.tsx'
import { PurgeStep } from './purge-step.tsx'
import { ReceiptStep } from './receipt-step.tsx'
import { type ResultStepState, resultSteps } from './result-steps.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './result.css'

export type Results = AnswerOf<typeof readResults>

/** From the closed sitting to an empty server: build, carry, receipt, purge. */
export function ResultPage() {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const read = useRead(readResults, { params: { sittingId: sitting.sittingId } })
  return (
    <div className="h-result">
      <PageHead title={words.title} purpose={words.purpose} />
      {read.isPending ? (
        <WaitingSkeleton lines={8} />
      ) : read.data !== undefined ? (
        <ResultSteps results={read.data} />
      ) : read.error?.told.status === 404 ? (
        <EmptyState what={words.absent} how={words.absentHow} />
      ) : (
        <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
      )}
    </div>
  )
}

function ResultSteps({ results }: { readonly results: Results }) {
  const steps = resultSteps(results)
  const latest = results.results[0]
  return (
    <ol className="h-steps">
      <ResultStep name="build" state={steps.build}>
        <BuildStep results={results} />
      </ResultStep>
      <ResultStep name="carry" state={steps.carry}>
        <CarryStep latest={latest} />
      </ResultStep>
      <ResultStep name="receipt" state={steps.receipt}>
        <ReceiptStep results={results} />
      </ResultStep>
      <ResultStep name="purge" state={steps.purge}>
        <PurgeStep results={results} />
      </ResultStep>
    </ol>
  )
}

const TONES: Readonly<Record<ResultStepState, Tone>> = { done: 'done', now: 'running', ahead: 'idle' }

type StepProps = { readonly name: 'build' | 'carry' | 'receipt' | 'purge'; readonly state: ResultStepState; readonly children: ReactNode }

function ResultStep({ name, state, children }: StepProps) {
  const words = useWords(zh, en)
  return (
    <li className={`h-step h-step-${state}`}>
      <div className="h-step-mark">
        <StateShape tone={TONES[state]} size={20} />
      </div>
      <section aria-label={words.steps[name]}>
        <header>
          <h2>{words.steps[name]}</h2>
          <span className="h-step-state">{words.states[state]}</span>
        </header>
        <div className="h-step-body">{children}</div>
      </section>
    </li>
  )
}
