import { useState } from '../../../ui/hooks.ts'
import type { ExamState, PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import { ConfirmScreen } from './confirm.tsx'
import { WaitingScreen } from './waiting.tsx'

/** First the details and the pledge, then the instructions and the countdown. */
export function ReadyScreen({ exam, state, phase }: { readonly exam: Exam; readonly state: ExamState; readonly phase: PhaseOf<'ready'> }) {
  const [confirmed, setConfirmed] = useState(false)
  return confirmed ? (
    <WaitingScreen exam={exam} state={state} phase={phase} />
  ) : (
    <ConfirmScreen attempt={phase.attempt} onConfirmed={() => setConfirmed(true)} />
  )
}
