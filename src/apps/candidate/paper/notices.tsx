import { useEffect, useState } from '../../../ui/hooks.ts'
import { fill, useWords } from '../../../ui/words.ts'
import { type ExamState, obstacleOf } from '../engine/exam-state.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'

const SHOWN_MS = 20_000

/** What a candidate has to be told while they work: time that runs out, time given back, a paper that stands still, a machine that keeps nothing. */
export function Notices({ state }: { readonly state: ExamState }) {
  const words = useWords(zh, en)
  const { warning, credited } = state
  const time = useForAWhile(warning, warning)
  const gift = useForAWhile(credited?.at ?? null, credited)
  const news = [
    ...(gift === null ? [] : [fill(words.credited, { minutes: gift.minutes })]),
    ...(time === null ? [] : [fill(words.warning, { minutes: time })]),
  ]
  const standing = [
    ...(obstacleOf(state) === 'link' ? [words.halted] : []),
    ...(state.durableLog || state.standing !== 'writing' ? [] : [words.noLog]),
  ]
  return (
    <>
      <div className={news.length === 0 ? 'z-unseen' : 'x-warning'} role="status" aria-live="polite">
        {news.map(text => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <div className={standing.length === 0 ? 'z-unseen' : 'x-alarm'} role="alert">
        {standing.map(text => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </>
  )
}

/** A value for twenty seconds after its mark has changed; null afterwards, and for what stood there before the page was opened. */
function useForAWhile<T>(mark: number | null, value: T | null): T | null {
  const [shown, show] = useState<T | null>(null)
  useEffect(() => {
    show(value)
    const timer = setTimeout(() => show(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [mark])
  return shown
}
