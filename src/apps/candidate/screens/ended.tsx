import { instant } from '../../../kernel/instant.ts'
import { showInstant } from '../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import type { PhaseOf } from '../engine/exam-state.ts'
import type { Exam } from '../engine/exam.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { Frame } from './frame.tsx'

/** What has to be told before everything else: work that is not at the server, or reached it after the end. */
function Alarm({ phase }: { readonly phase: PhaseOf<'ended'> }) {
  const words = useWords(zh, en).ended
  const text = phase.unsent > 0 ? fill(words.unsent, { count: phase.unsent }) : fill(words.late, { count: phase.late })
  if (phase.unsent + phase.late === 0) return null
  return (
    <p className="x-told" role="alert">
      {text}
    </p>
  )
}

/** The receipt. As long as something has not reached the server the page stays. */
export function EndedScreen({ exam, phase }: { readonly exam: Exam; readonly phase: PhaseOf<'ended'> }) {
  const words = useWords(zh, en).ended
  const language = useLanguage()
  const { receipt, attempt, unsent } = phase
  const handedIn = receipt.how === 'candidate' || receipt.how === 'clock'
  return (
    <Frame title={handedIn ? words.title : words.closed}>
      <Alarm phase={phase} />
      <p className="x-lead">{words[receipt.how]}</p>
      <div className="x-receipt">
        <p className="x-receipt-name">{words.code}</p>
        <p className="x-receipt-code z-number">{receipt.receiptCode}</p>
        <p className="z-note">{words.codeText}</p>
      </div>
      <dl className="x-details">
        <div>
          <dt>{words.paper}</dt>
          <dd>{attempt.title}</dd>
        </div>
        <div>
          <dt>{words.work}</dt>
          <dd>{fill(words.answered, { answered: receipt.answeredCount, count: receipt.itemCount })}</dd>
        </div>
        <div>
          <dt>{words.at}</dt>
          <dd className="z-number">{showInstant(instant(receipt.endedAt), language)}</dd>
        </div>
      </dl>
      {unsent > 0 ? null : (
        <div className="x-actions">
          <button type="button" className="z-button z-button-large" onClick={exam.leave}>
            {words.done}
          </button>
          <p className="z-note">{words.leave}</p>
        </div>
      )}
    </Frame>
  )
}
