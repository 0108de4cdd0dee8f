import { type KeyboardEvent, useId, useRef } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { sayKeyText } from '../../../contract.ts'
import { type KeyVerdict, judgeGroups, withTyped } from './key-groups.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Seven groups of four: each says how it stands, and the one that was misheard is named. */
export function KeyEntry({
  groups,
  onChange,
}: {
  readonly groups: readonly string[]
  readonly onChange: (groups: readonly string[]) => void
}) {
  const words = useWords(zh, en).opening
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const verdict = judgeGroups(groups)
  const goTo = (at: number) => row.current?.querySelectorAll('input')[at]?.focus()
  const type = (at: number, typed: string) => {
    const next = withTyped(groups, at, typed)
    onChange(next.groups)
    if (next.at !== at) goTo(next.at)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    const field = event.currentTarget
    if (event.key === 'Backspace' && field.value === '' && at > 0) goTo(at - 1)
    if (event.key === 'ArrowLeft' && field.selectionStart === 0 && at > 0) goTo(at - 1)
    if (event.key === 'ArrowRight' && field.selectionStart === field.value.length && at < groups.length - 1) goTo(at + 1)
  }
  return (
    <fieldset className="h-key">
      <legend>{words.key}</legend>
      <div ref={row} className="h-key-row">
        {groups.map((group, at) => {
          const state = verdict.states[at] ?? 'open'
          return (
            <div key={at} className={`h-key-group h-key-${state}`} data-first={at === 0 || undefined}>
              <input
                value={group}
                aria-label={fill(words.group, { n: at + 1 })}
                aria-describedby={`${id}-${at}`}
                aria-invalid={state === 'foreign' || state === 'wrong'}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                onChange={event => type(at, event.target.value)}
                onKeyDown={event => press(event, at)}
                onFocus={event => event.target.select()}
              />
              <span id={`${id}-${at}`}>{words.states[state]}</span>
            </div>
          )
        })}
      </div>
      <KeySays verdict={verdict} />
      <ReadBack groups={groups} verdict={verdict} />
    </fieldset>
  )
}

function KeySays({ verdict }: { readonly verdict: KeyVerdict }) {
  const words = useWords(zh, en).opening
  const wrong = verdict.states.indexOf('wrong')
  const foreign = verdict.states.indexOf('foreign')
  return (
    <p role="status" className="h-key-says">
      {verdict.right && (
        <StateWord tone="done" strong>
          {words.right}
        </StateWord>
      )}
      {wrong >= 0 && (
        <StateWord tone="failing" strong sentence>
          {fill(words.wrong, { n: wrong + 1 })}
        </StateWord>
      )}
      {foreign >= 0 && (
        <StateWord tone="failing" sentence>
          {fill(words.foreign, { n: foreign + 1 })}
        </StateWord>
      )}
      {verdict.spoilt && (
        <StateWord tone="failing" strong sentence>
          {words.spoilt}
        </StateWord>
      )}
    </p>
  )
}

/** How the groups are said, for the person who reads them back into the telephone. */
function ReadBack({ groups, verdict }: { readonly groups: readonly string[]; readonly verdict: KeyVerdict }) {
  const words = useWords(zh, en).opening
  const said = groups.flatMap((group, at) => {
    const state = verdict.states[at]
    return state === 'open' || state === 'foreign' ? [] : [{ n: at + 1, text: sayKeyText(group)[0]?.replace(/^[^：]*：/, '') ?? '' }]
  })
  if (said.length === 0) return null
  return (
    <details className="h-read-back">
      <summary>{words.repeat}</summary>
      <ol>
        {said.map(({ n, text }) => (
          <li key={n}>
            {fill(words.group, { n })} {text}
          </li>
        ))}
      </ol>
    </details>
  )
}
