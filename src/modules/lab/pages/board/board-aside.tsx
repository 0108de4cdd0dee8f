import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../ui/words.ts'
import { type Board, type CheckState, TONE_OF_CHECK } from './board-texts.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const MOST_REFUSALS = 10
const STATES = Object.keys(TONE_OF_CHECK) as readonly CheckState[]

/** What people are refused for most: worth a word to the whole class. */
export function BoardRefusals({ board }: { readonly board: Board }) {
  const words = useWords(zh, en).board
  const refusals = board.refusals.slice(0, MOST_REFUSALS)
  return (
    <section aria-label={words.refusals}>
      <h2>{words.refusals}</h2>
      {refusals.length === 0 && <p className="z-note">{words.noRefusals}</p>}
      <ol className="board-refusals">
        {refusals.map(one => (
          <li key={`${one.app} ${one.code}`}>
            <strong>{fill(words.times, { n: one.times })}</strong>
            <div>
              <p>{one.zh}</p>
              <p className="z-note">
                {one.appName}　{fill(words.trainees, { n: one.trainees })}　<code>{one.code}</code>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the numbers and shapes of the matrix mean. */
export function BoardLegend({ board }: { readonly board: Board }) {
  const words = useWords(zh, en)
  return (
    <section aria-label={words.board.legend}>
      <h2>{words.board.legend}</h2>
      <ol className="board-legend">
        {board.checks.map((check, i) => (
          <li key={check.id}>
            <strong>{i + 1}</strong>
            <span>{check.say}</span>
            <span className="z-note">{check.max > 0 ? fill(words.board.points, { n: check.max / 100 }) : words.board.gate}</span>
          </li>
        ))}
      </ol>
      <p className="board-states">
        {STATES.map(state => (
          <StateWord tone={TONE_OF_CHECK[state]} key={state}>
            {words.state[state]}
          </StateWord>
        ))}
      </p>
    </section>
  )
}
