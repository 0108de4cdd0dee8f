import { fill, useWords } from '../../../ui/words.ts'
import type { ExamState, PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import type { Display } from '../use-display.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { DisplaySettings } from './display-settings.tsx'
import { HandButton } from './hand-button.tsx'
import { SaveState } from './save-state.tsx'
import { Timer } from './timer.tsx'

/** What lies over or beside the paper. */
export type Over = 'help' | 'calculator' | 'hand-in' | null

type Props = {
  readonly exam: Exam
  readonly state: ExamState
  readonly phase: PhaseOf<'paper'>
  readonly display: Display
  readonly onDisplay: (change: Partial<Display>) => void
  readonly over: Over
  readonly onOver: (over: Over) => void
}

/** Who sits here, where the work is, what time is left, and the few things at hand. Nothing else. */
export function TopBar({ exam, state, phase, display, onDisplay, over, onOver }: Props) {
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
          {attempt.maskedName} · {fill(words.confirm.seatOf, { room: attempt.roomLabel, seat: attempt.seatLabel })}
        </span>
      </div>
      <SaveState state={state} />
      <Timer exam={exam} hidden={display.hideTime} onToggle={() => onDisplay({ hideTime: !display.hideTime })} />
      <div className="x-top-tools">
        <HandButton exam={exam} help={state.help} />
        {state.calculator ? (
          <button
            type="button"
            className="z-button"
            aria-expanded={over === 'calculator'}
            onClick={() => onOver(over === 'calculator' ? null : 'calculator')}
          >
            {words.top.calculator}
          </button>
        ) : null}
        <DisplaySettings display={display} onChange={onDisplay} />
        <button type="button" className="z-button" aria-haspopup="dialog" onClick={() => onOver('help')}>
          {words.top.keys}
        </button>
      </div>
    </header>
  )
}
