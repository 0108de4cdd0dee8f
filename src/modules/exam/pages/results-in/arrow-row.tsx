import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showCount } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { ArrowView } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The ledger of a sitting drawn as its stations in a row; between two of them what explains a difference, and what does not. */
export function ArrowRow({ arrows }: { readonly arrows: readonly ArrowView[] }) {
  const words = useWords(zh, en)
  const [first] = arrows
  if (!first) return null
  return (
    <>
      <ol className="z-ledger">
        <li>
          <span className="z-ledger-count">{showCount(first.before)}</span>
          <span className="z-note">{words.stations[first.from]}</span>
        </li>
        {arrows.map(arrow => (
          <Station key={arrow.to} arrow={arrow} />
        ))}
      </ol>
      {arrows
        .filter(arrow => !arrow.sums)
        .map(arrow => (
          <Difference key={arrow.to} arrow={arrow} />
        ))}
    </>
  )
}

function Station({ arrow: { to, after, excused, sums } }: { readonly arrow: ArrowView }) {
  const words = useWords(zh, en)
  const reasons: Readonly<Record<string, string>> = words.reasons
  return (
    <li className={sums ? '' : 'z-ledger-open'}>
      <span className="z-ledger-count">{showCount(after)}</span>
      <span className="z-note">{words.stations[to]}</span>
      {excused.map(({ reason, count }) => (
        <span key={reason} className="z-note z-ledger-reason">
          {fill(reasons[reason] ?? reason, { n: count })}
        </span>
      ))}
    </li>
  )
}

function Difference({ arrow: { from, to, unexplained, invented } }: { readonly arrow: ArrowView }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const named = (people: ArrowView['unexplained']) =>
    people.map(one => `${one.name} ${one.ticketNumber}`).join(language === 'zh' ? '、' : ', ')
  const way = `${words.stations[from]}→${words.stations[to]}`
  return (
    <div className="z-ledger-difference">
      {unexplained.length > 0 && (
        <p>
          <StateWord tone="failing" sentence>
            {way} {fill(words.arrow.missing, { n: unexplained.length })}
          </StateWord>
          <span className="z-note">{named(unexplained)}</span>
        </p>
      )}
      {invented.length > 0 && (
        <p>
          <StateWord tone="failing" sentence>
            {way} {fill(words.arrow.invented, { n: invented.length })}
          </StateWord>
          <span className="z-note">{named(invented)}</span>
        </p>
      )}
    </div>
  )
}
