import { useState } from '../../../ui/hooks.ts'
import type { PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import { ConfirmScreen } from './confirm.tsx'
import { WaitingScreen } from './waiting.tsx'

/** First the details and the pledge, then the instructions and the countdown. */
export function ReadyScreen({ exam, phase }: { readonly exam: Exam; readonly phase: PhaseOf<'ready'> }) {
  const [confirmed, setConfirmed] = useState(false)
  return confirmed ? (
    <WaitingScreen exam={exam} phase={phase} />
  ) : (
    <ConfirmScreen attempt={phase.attempt} onConfirmed={() => setConfirmed(true)} />
  )
}
