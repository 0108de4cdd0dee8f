import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { type Prose, SCORE_REASON_WORDS, type Score, type ScoreReason } from '../../contract.ts'
import { ProseBlocks } from '../prose.tsx'
import type { MediaUrl } from '../view-props.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Props = {
  /** Prose, or what a type makes of it. */
  readonly stem: Prose | React.JSX.Element
  readonly isBlank: boolean
  readonly score: Score | null
  readonly explanation: Prose | null
  readonly mediaUrl?: MediaUrl | undefined
  readonly children: React.ReactNode
}

/** An item after the fact: what it said, what was given, why the marks, and the explanation. Words and shapes, never colour alone. */
export function ReviewFrame({ stem, isBlank, score, explanation, mediaUrl, children }: Props) {
  const words = useWords(zh, en)
  return (
    <div className="z-item-review">
      {Array.isArray(stem) ? <ProseBlocks prose={stem} mediaUrl={mediaUrl} /> : stem}
      {children}
      {isBlank && score === null ? <p className="z-review-blank">{words.blank}</p> : null}
      <ReviewScore score={score} />
      {explanation === null ? null : (
        <section className="z-explanation">
          <h4>{words.explanation}</h4>
          <ProseBlocks prose={explanation} mediaUrl={mediaUrl} />
        </section>
      )}
    </div>
  )
}

/** Marks and their reasons in words. */
export function ReviewScore({ score }: { readonly score: Score | null }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  if (score === null) return null
  const wordOf = (code: ScoreReason['code']) =>
    code === 'right' && score.outcome !== 'full' ? words.rightInPart : SCORE_REASON_WORDS[code][language]
  const reasons = score.reasons.map(reason => wordOf(reason.code)).join(language === 'zh' ? '；' : '; ')
  const isWaiting = score.outcome === 'pending'
  return (
    <p className="z-review-score">
      {isWaiting ? null : <strong>{fill(words.scored, { earned: score.earned / 100, max: score.max / 100 })}</strong>} {reasons}
    </p>
  )
}
