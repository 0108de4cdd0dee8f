import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { TYPE_NAMES } from '../../../../item-bank/contract.ts'
import { type listCandidates, showMillionths } from '../../../contract.ts'
import { marksText, thousandths } from '../../facts/show.ts'
import { en as factsEn } from '../../facts/words.en.ts'
import { zh as factsZh } from '../../facts/words.zh.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Candidate = AnswerOf<typeof listCandidates>['candidates'][number]
type Place = Candidate['item']
type Props = { readonly current: Place; readonly chosen: Candidate }

/** What a swap would do, before it is done: the constraints it breaks, the change of the objective, the facts side by side. */
export function SwapDifference({ current, chosen: { item, breaks, gain } }: Props) {
  const words = useWords(zh, en).swap
  const language = useLanguage()
  const facts = useFacts()
  return (
    <>
      <div className="z-swap-verdict" role="status">
        <Verdict breaks={breaks.length} strong />
        <span>{`${words.gain} ${gainText(gain)}`}</span>
      </div>
      {breaks.length > 0 && (
        <>
          <ul className="z-swap-breaks">
            {breaks.map((said, at) => (
              <li key={at}>{said[language]}</li>
            ))}
          </ul>
          <p>{words.forbidden}</p>
        </>
      )}
      <table className="z-proof z-swap-facts">
        <thead>
          <tr>
            <th scope="col">{words.fact}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(([name, of]) => (
            <FactRow key={name} name={name} before={of(current)} after={of(item)} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function FactRow({ name, before, after }: { readonly name: string; readonly before: string; readonly after: string }) {
  const words = useWords(zh, en).swap
  return (
    <tr className={before === after ? '' : 'z-swap-changed'}>
      <th scope="row">{name}</th>
      <td>{before}</td>
      <td>
        {after}
        {before !== after && <span className="z-note">{` ${words.changed}`}</span>}
      </td>
    </tr>
  )
}

/** The facts of an item that a swap may change, by name. */
function useFacts(): readonly (readonly [string, (item: Place) => string])[] {
  const words = useWords(zh, en).swap
  const list = useWords(factsZh, factsEn).list
  const language = useLanguage()
  return [
    [words.code, item => item.code],
    [words.area, item => item.path.join('／')],
    [words.points, item => item.points.join('、') || words.noPoint],
    [words.type, item => TYPE_NAMES[item.type][language]],
    [words.marks, item => marksText(item.marks)],
    [words.difficulty, item => String(item.difficulty)],
    [words.scale, item => `${thousandths(item.b)}${item.isCalibrated ? '' : ` ${list.estimate}`}`],
    [list.importance, item => item.importance],
    [list.seconds, item => String(item.seconds ?? list.none)],
    [words.exposure, item => String(item.exposure)],
  ]
}

/** How many constraints would break. */
export function Verdict({ breaks, strong = false }: { readonly breaks: number; readonly strong?: boolean }) {
  const words = useWords(zh, en).swap
  return (
    <StateWord tone={breaks === 0 ? 'done' : 'failing'} strong={strong}>
      {breaks === 0 ? words.clean : fill(words.breaks, { n: breaks })}
    </StateWord>
  )
}

/** A change of the objective with its sign. */
export function gainText(gain: number): string {
  return gain > 0 ? `+${showMillionths(gain)}` : showMillionths(gain).replace('-', '−')
}
