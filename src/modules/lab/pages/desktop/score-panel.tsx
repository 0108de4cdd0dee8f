import type { AnswerOf } from '../../../../ui/client.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import type { readScores } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Score = AnswerOf<typeof readScores>['scores'][number]

/** A score with every check: what it came to in a word and in marks, and for what went wrong what was expected and what was found. */
export function ScorePanel({ score }: { readonly score: Score }) {
  const words = useWords(zh, en).task
  return (
    <section className="lab-score" aria-label={fill(words.score, { got: score.got / 100, max: score.max / 100 })}>
      <h2>{fill(words.score, { got: score.got / 100, max: score.max / 100 })}</h2>
      <ul>
        {score.checks.map(check => (
          <li key={check.id} className={`lab-check lab-check-${check.status}`}>
            <p>
              <span className="lab-state">{words.status[check.status]}</span>
              {check.say}
              {check.max > 0 && (
                <span className="lab-marks">
                  {check.got / 100} / {check.max / 100}
                </span>
              )}
            </p>
            {check.status !== 'full' && check.status !== 'not-asked' && (
              <p className="z-note">
                {words.expected}：{check.expected}。{words.actual}：{check.actual}。{check.hint}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
