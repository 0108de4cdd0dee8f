import { fill, useWords } from '../../../ui/words.ts'
import type { ExamState, PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import type { Display } from '../use-display.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { DisplaySettings } from './display-settings.tsx'
import { SaveState } from './save-state.tsx'
import { Timer } from './timer.tsx'

type Props = {
  readonly exam: Exam
  readonly state: ExamState
  readonly phase: PhaseOf<'paper'>
  readonly display: Display
  readonly onDisplay: (change: Partial<Display>) => void
}

/** Who sits here, where the work is, what time is left. Nothing else. */
export function TopBar({ exam, state, phase, display, onDisplay }: Props) {
  const words = useWords(zh, en)
  const { attempt } = phase
  return (
    <header className="x-top">
      <a className="z-skip" href="#item">
        {words.skip}
      </a>
      <div className="x-top-who">
        <strong>{phase.sheet.title}</strong>
        <span>
          {attempt.maskedName} · {fill(words.confirm.seatOf, { room: attempt.roomLabel, seat: attempt.seatLabel })} · {words.top.help}
        </span>
      </div>
      <SaveState state={state} />
      <Timer exam={exam} hidden={display.hideTime} onToggle={() => onDisplay({ hideTime: !display.hideTime })} />
      <DisplaySettings display={display} onChange={onDisplay} />
    </header>
  )
}
