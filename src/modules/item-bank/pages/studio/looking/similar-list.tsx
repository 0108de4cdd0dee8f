import { Link } from 'react-router'
import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { Similar } from './use-checks.ts'

/** From here on the writer has to say that they compared. */
export const ALIKE_PERCENT = 60

/** The items most like this one, by number and likeness; opened by whoever may, on record. */
export function SimilarList({ similar }: { readonly similar: Similar }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { items, busy, failed } = similar
  return (
    <section className="z-similar" aria-label={words.similar.title} aria-live="polite">
      <h3>{words.similar.title}</h3>
      {failed ? (
        <p className="z-note">
          {words.similar.failed}：{failed.told[language]}
        </p>
      ) : items === null ? (
        <p className="z-note">{busy ? words.similar.busy : words.similar.later}</p>
      ) : items.length === 0 ? (
        <p className="z-checks-clean">
          <StateShape tone="done" />
          {words.similar.none}
        </p>
      ) : (
        <ul>
          {items.map(item => (
            <li key={item.itemVersionId}>
              <span className="z-similar-bar" aria-hidden="true">
                <span className={item.percent >= ALIKE_PERCENT ? 'z-similar-much' : undefined} style={{ inlineSize: `${item.percent}%` }} />
              </span>
              <strong className="z-number">{fill(words.similar.percent, { n: item.percent })}</strong>
              <span>{item.code}</span>
              <span className="z-note">{words.states[item.state]}</span>
              <Link to={`/items/studio/${item.itemVersionId}`} target="_blank">
                {words.similar.open}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
