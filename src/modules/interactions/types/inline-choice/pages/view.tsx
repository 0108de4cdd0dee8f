import { fill, useWords } from '../../../../../ui/words.ts'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { InlineChoicePublic, InlineChoiceResponse } from '../type.ts'

/** The candidate's view: the text with native lists where its gaps are. */
export function InlineChoiceView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const item = InlineChoicePublic.parse(content)
  const given = InlineChoiceResponse.safeParse(response)
  const chosen = new Map(given.success ? given.data.gaps.map(gap => [gap.id, gap.optionId]) : [])
  const choose = (id: string, optionId: string) => {
    const next = new Map(chosen).set(id, optionId)
    const gaps = item.gaps.flatMap(gap => ((next.get(gap.id) ?? '') === '' ? [] : [{ id: gap.id, optionId: next.get(gap.id) ?? '' }]))
    onRespond(gaps.length === 0 ? null : { version: 1, gaps })
  }
  const slot = (id: string) => {
    const at = item.gaps.findIndex(gap => gap.id === id)
    return (
      <select
        className={chosen.has(id) ? 'z-select z-select-chosen' : 'z-select'}
        aria-label={fill(words.gap, { number: at + 1 })}
        value={chosen.get(id) ?? ''}
        disabled={readOnly}
        onChange={event => choose(id, event.currentTarget.value)}
      >
        <option value="">{words.chooseHere}</option>
        {item.gaps[at]?.options.map(option => (
          <option value={option.id} key={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    )
  }
  return (
    <div role="group" aria-describedby={`${name}-hint`}>
      <p className="z-options-hint" id={`${name}-hint`}>
        {words.chooseInText}
      </p>
      <ProseBlocks prose={item.stem} id={`${name}-stem`} mediaUrl={mediaUrl} renderGap={slot} />
    </div>
  )
}
