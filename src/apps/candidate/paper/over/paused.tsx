import { INCIDENT_REASONS } from '../../../../modules/delivery/contract.ts'
import { showSeconds } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { ExamState } from '../../engine/exam-state.ts'
import { en } from '../../words/words.en.ts'
import { zh } from '../../words/words.zh.ts'
import { Dialog } from './dialog.tsx'

type Props = { readonly pause: NonNullable<ExamState['pause']>; readonly leftMs: number | null }

/** The hall is paused: the paper is covered, and nothing on it is lost. Only the hall itself ends this. */
export function Paused({ pause, leftMs }: Props) {
  const words = useWords(zh, en).pause
  const language = useLanguage()
  const reason =
    pause.reason === null ? undefined : (INCIDENT_REASONS as Readonly<Record<string, { zh: string; en: string }>>)[pause.reason]
  return (
    <Dialog title={words.title}>
      <p className="x-lead">{words.text}</p>
      {reason ? <p>{fill(words.reason, { reason: reason[language] })}</p> : null}
      {leftMs === null ? null : (
        <p className="x-pause-left">
          <span>{words.left}</span> <span className="x-countdown-time z-number">{showSeconds(Math.ceil(leftMs / 1000))}</span>
        </p>
      )}
    </Dialog>
  )
}
