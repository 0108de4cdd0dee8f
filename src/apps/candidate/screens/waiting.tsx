import { showSeconds } from '../../../ui/format.ts'
import { fill, useWords } from '../../../ui/words.ts'
import type { ExamState, PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import { useEvery } from '../use-exam.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { Frame } from './frame.tsx'
import { ToldNote } from './told.tsx'

/** The instructions, and the server's clock counting down to the start. */
export function WaitingScreen({
  exam,
  state,
  phase,
}: {
  readonly exam: Exam
  readonly state: ExamState
  readonly phase: PhaseOf<'ready'>
}) {
  const words = useWords(zh, en).waiting
  useEvery(500)
  const { attempt, busy } = phase
  const now = exam.serverNow()
  const toOpening = Math.ceil((attempt.opensAt - now) / 1000)
  const over = now > attempt.startUntil
  const late = Math.round((attempt.startUntil - attempt.opensAt) / 60_000)
  const rules = [
    words.rules.save,
    words.rules.time,
    ...(attempt.clock === 'sitting' ? [fill(words.rules.late, { late })] : []),
    ...(attempt.earliestHandInMinutes > 0 ? [fill(words.rules.early, { early: attempt.earliestHandInMinutes })] : []),
    words.rules.keys,
  ]
  return (
    <Frame title={words.title}>
      <ol className="x-rules">
        {rules.map(rule => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <div className="x-countdown">
        {toOpening > 0 ? <p>{words.until}</p> : null}
        {toOpening > 0 ? (
          <p className="x-countdown-time z-number" role="timer">
            {showSeconds(toOpening)}
          </p>
        ) : null}
        <p role="status">{over ? words.over : toOpening > 0 ? '' : words.readyText}</p>
      </div>
      <p className={`x-staging x-staging-${state.staging}`} role="status">
        {state.staging === 'fetching' || state.staging === 'staged' ? words.staging[state.staging] : ''}
      </p>
      <ToldNote told={phase.told} />
      <button
        type="button"
        className="z-button z-button-primary z-button-large"
        disabled={toOpening > 0 || over || busy}
        onClick={() => void exam.startPaper()}
      >
        {busy ? words.starting : words.start}
      </button>
    </Frame>
  )
}
