import { useWords } from '../../../ui/words.ts'
import type { ExamState, PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import { SaveState } from '../paper/save-state.tsx'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { Frame } from './frame.tsx'

type Props = { readonly exam: Exam; readonly state: ExamState; readonly phase: PhaseOf<'handing-in'> }

/** The way from the paper to the receipt; it may take a while when the server is away, and says so. */
export function HandingInScreen({ exam, state, phase }: Props) {
  const words = useWords(zh, en).handingIn
  const unreached = phase.told?.status === 0 || state.save.kind === 'kept' || state.save.kind === 'in-memory'
  const where = { 'in-memory': words.memory, kept: words.kept, saving: words.kept, saved: words.saved, 'saved-twice': words.saved }
  const text = unreached ? where[state.save.kind] : words.text
  return (
    <Frame title={words.title}>
      {phase.by === 'clock' ? <p className="x-lead">{words.clock}</p> : null}
      <p className="x-lead" role="status">
        {text}
      </p>
      <SaveState state={state} />
      {phase.by === 'candidate' ? (
        <button type="button" className="z-button z-button-large" onClick={exam.keepWorking}>
          {words.back}
        </button>
      ) : null}
    </Frame>
  )
}
