import { fill, useWords } from '../../../../../ui/words.ts'
import { letterOf } from '../../../pages/option-list.tsx'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { MatchingPublic, MatchingResponse } from '../type.ts'

/** The candidate's view: a native list behind each entry on the left. What serves once moves to where it was chosen last. */
export function MatchingView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const { stem, left, right, reuse } = MatchingPublic.parse(content)
  const given = MatchingResponse.safeParse(response)
  const chosen = new Map(given.success ? given.data.pairs.map(pair => [pair.left, pair.right]) : [])
  const holderOf = (id: string) => left.find(entry => chosen.get(entry.id) === id)
  const choose = (leftId: string, rightId: string) => {
    const kept = [...chosen].filter(([other, partner]) => other !== leftId && (reuse || partner !== rightId))
    const next = rightId === '' ? kept : [...kept, [leftId, rightId] as const]
    const pairs = next.map(([one, partner]) => ({ left: one, right: partner })).sort((a, b) => (a.left < b.left ? -1 : 1))
    onRespond(pairs.length === 0 ? null : { version: 1, pairs })
  }
  const textOf = (id: string, at: number, text: string, own: string) => {
    const holder = reuse ? undefined : holderOf(id)
    const lettered = `${letterOf(at)} ${text}`
    return holder === undefined || holder.id === own ? lettered : fill(words.matchUsed, { text: lettered, entry: holder.text })
  }
  return (
    <>
      <ProseBlocks prose={stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <p className="z-options-hint">{reuse ? words.match : words.matchOnce}</p>
      <div className="z-matching">
        <section className="z-matching-right" aria-label={words.matchChoices}>
          <h4>{words.matchChoices}</h4>
          <ol>
            {right.map((entry, at) => (
              <li className={!reuse && holderOf(entry.id) !== undefined ? 'z-matching-used' : ''} key={entry.id}>
                <span className="z-option-letter">{letterOf(at)}</span>
                <span>{entry.text}</span>
              </li>
            ))}
          </ol>
        </section>
        <ul className="z-matching-left">
          {left.map(entry => (
            <li key={entry.id}>
              <label htmlFor={`${name}-${entry.id}`}>{entry.text}</label>
              <select
                id={`${name}-${entry.id}`}
                className={chosen.has(entry.id) ? 'z-select z-select-chosen' : 'z-select'}
                value={chosen.get(entry.id) ?? ''}
                disabled={readOnly}
                onChange={event => choose(entry.id, event.currentTarget.value)}
              >
                <option value="">{words.chooseHere}</option>
                {right.map((option, at) => (
                  <option value={option.id} key={option.id}>
                    {textOf(option.id, at, option.text, entry.id)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
