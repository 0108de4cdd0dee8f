import { showCount, showMinutes } from '../../format.ts'
import { fill, useLanguage, useWords } from '../../words.ts'
import { StateWord, type Tone } from '../mark/state-word.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type JobState = 'running' | 'done' | 'failed' | 'cancelled'
export type ProgressJobProps = {
  readonly title: string
  readonly state: JobState
  readonly done: number
  readonly total: number
  /** What it is doing now, or how it ended: “正在生成第312张准考证”. */
  readonly phase: string
  /** Whole minutes still to go, when that can be said. */
  readonly minutesLeft?: number
  readonly onCancel?: () => void
}

const tones: Readonly<Record<JobState, Tone>> = { running: 'running', done: 'done', failed: 'failing', cancelled: 'ended' }

/** Long work with its numbers, which can be cancelled. */
export function ProgressJob({ title, state, done, total, phase, minutesLeft, onCancel }: ProgressJobProps) {
  const words = useWords(zh, en).job
  const language = useLanguage()
  const share = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
  return (
    <div className={`z-job z-tone-${tones[state]}`}>
      <div className="z-job-head">
        <strong>{title}</strong>
        <StateWord tone={tones[state]}>{words[state]}</StateWord>
        {state === 'running' && onCancel && (
          <button type="button" className="z-link" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
      </div>
      <div className="z-job-bar" role="progressbar" aria-label={title} aria-valuenow={share} aria-valuemin={0} aria-valuemax={100}>
        <span style={{ width: `${share}%` }} />
      </div>
      <p className="z-note" aria-live="polite">
        <span className="z-number">{fill(words.of, { done: showCount(done), total: showCount(total) })}</span>
        <span className="z-number">{share}%</span>
        <span>{phase}</span>
        {state === 'running' && minutesLeft !== undefined && <span>{fill(words.left, { time: showMinutes(minutesLeft, language) })}</span>}
      </p>
    </div>
  )
}
