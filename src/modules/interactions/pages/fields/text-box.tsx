import { useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { type Prose, type WordLimits, WrittenText, countWords, fitText } from '../../contract.ts'
import { ProseBlocks } from '../prose.tsx'
import type { ItemViewProps } from '../view-props.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { useWriting } from './use-writing.ts'

type Props = Pick<ItemViewProps, 'response' | 'readOnly' | 'name' | 'onRespond' | 'mediaUrl'> & {
  readonly stem: Prose
  readonly limits: WordLimits
  readonly rows: number
}

/** A stem with a box to write in and the count of words under it. */
export function TextBox({ stem, limits, rows, response, readOnly, name, onRespond, mediaUrl }: Props) {
  const words = useWords(zh, en)
  const given = WrittenText.safeParse(response)
  const text = given.success ? given.data.text : ''
  const [full, setFull] = useState(false)
  const take = (written: string) => {
    const kept = fitText(written)
    setFull(kept !== written)
    onRespond(kept === '' ? null : { version: 1, text: kept })
  }
  return (
    <>
      <ProseBlocks prose={stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <label className="z-text-label" htmlFor={`${name}-text`}>
        {words.text}
      </label>
      <WritingArea
        id={`${name}-text`}
        describedBy={`${name}-stem ${name}-count`}
        text={text}
        rows={rows}
        readOnly={readOnly}
        onText={take}
      />
      <p className="z-text-count" id={`${name}-count`}>
        {countText(words, limits, countWords(text))}
      </p>
      <p className="z-field-note" role="status">
        {full ? words.textFull : ''}
      </p>
    </>
  )
}

type AreaProps = {
  readonly id: string
  readonly describedBy: string
  readonly text: string
  readonly rows: number
  readonly readOnly: boolean
  readonly onText: (text: string) => void
}

function WritingArea({ id, describedBy, text, rows, readOnly, onText }: AreaProps) {
  const writing = useWriting<HTMLTextAreaElement>(text, onText)
  return <textarea {...writing} className="z-text" id={id} aria-describedby={describedBy} rows={rows} readOnly={readOnly} />
}

function countText(words: Record<'wordsMost' | 'wordsBetween' | 'wordsOver', string>, { least, most }: WordLimits, count: number): string {
  if (count > most) return fill(words.wordsOver, { count, over: count - most })
  return least === null ? fill(words.wordsMost, { count, most }) : fill(words.wordsBetween, { count, least, most })
}
