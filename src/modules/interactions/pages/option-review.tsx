import { useWords } from '../../../ui/words.ts'
import type { Prose, Score } from '../contract.ts'
import { type ShownOption, letterOf } from './option-list.tsx'
import { judgeOption, verdictWord } from './review/judge-option.ts'
import { ReviewFrame } from './review/review-frame.tsx'
import type { MediaUrl } from './view-props.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly stem: Prose
  readonly options: readonly ShownOption[]
  readonly chosen: readonly string[]
  /** Whether only one option is chosen: then nothing is left out, another one was right. */
  readonly single: boolean
  /** Ids of the right options, or null while the key may not be shown. */
  readonly right: readonly string[] | null
  readonly explanation: Prose | null
  readonly score: Score | null
  readonly mediaUrl?: MediaUrl | undefined
  /** What stands between the stem and the options. */
  readonly figure?: React.ReactNode
}

/** An item of options after the fact: what was chosen, what was right, why the marks. */
export function OptionReview({ stem, options, chosen, single, right, explanation, score, mediaUrl, figure }: Props) {
  const words = useWords(zh, en)
  // where nothing was chosen, no single option was left out either
  const isWhole = single || chosen.length === 0
  return (
    <ReviewFrame stem={stem} isBlank={chosen.length === 0} score={score} explanation={explanation} mediaUrl={mediaUrl}>
      {figure}
      <ul className="z-options">
        {options.map((option, at) => {
          const judged = judgeOption(chosen.includes(option.id), right === null ? null : right.includes(option.id))
          return (
            <li className={`z-option z-option-${judged}`} key={option.id}>
              <span className="z-option-letter">{letterOf(at)}</span>
              <span className="z-option-text">{option.text}</span>
              {judged === 'plain' ? null : <strong className="z-option-verdict">{words[verdictWord(judged, isWhole)]}</strong>}
            </li>
          )
        })}
      </ul>
    </ReviewFrame>
  )
}
