import { useLanguage, useWords } from '../../../ui/words.ts'
import { type Prose, SCORE_REASON_WORDS, type Score } from '../contract.ts'
import { type ShownOption, letterOf } from './option-list.tsx'
import { ProseBlocks } from './prose.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly stem: Prose
  readonly options: readonly ShownOption[]
  readonly chosen: readonly string[]
  /** Ids of the right options, or null while the key may not be shown. */
  readonly right: readonly string[] | null
  readonly explanation: Prose | null
  readonly score: Score | null
}

/** An item after the fact: what was chosen, what was right, why the marks. Words and shapes, never colour alone. */
export function OptionReview({ stem, options, chosen, right, explanation, score }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <div className="z-item-review">
      <ProseBlocks prose={stem} />
      <ul className="z-options">
        {options.map((option, at) => {
          const judged = judge(chosen.includes(option.id), right === null ? null : right.includes(option.id))
          return (
            <li className={`z-option z-option-${judged}`} key={option.id}>
              <span className="z-option-letter">{letterOf(at)}</span>
              <span className="z-option-text">{option.text}</span>
              {judged === 'plain' ? null : <strong className="z-option-verdict">{words[judged]}</strong>}
            </li>
          )
        })}
      </ul>
      {chosen.length === 0 ? <p>{words.blank}</p> : null}
      {score === null ? null : (
        <p>{score.reasons.map(reason => SCORE_REASON_WORDS[reason.code][language]).join(language === 'zh' ? '；' : '; ')}</p>
      )}
      {explanation === null ? null : (
        <section className="z-explanation">
          <h4>{words.explanation}</h4>
          <ProseBlocks prose={explanation} />
        </section>
      )}
    </div>
  )
}

type Judged = 'plain' | 'yours' | 'rightChosen' | 'wrongChosen' | 'missed'

function judge(isChosen: boolean, isRight: boolean | null): Judged {
  if (isRight === null) return isChosen ? 'yours' : 'plain'
  if (isRight) return isChosen ? 'rightChosen' : 'missed'
  return isChosen ? 'wrongChosen' : 'plain'
}
