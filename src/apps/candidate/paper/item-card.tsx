import { hundredths } from '../../../kernel/marks.ts'
import type { ItemDocument } from '../../../modules/interactions/contract.ts'
import { viewOf } from '../../../modules/interactions/pages/registry.ts'
import type { Upload } from '../../../modules/interactions/pages/view-props.ts'
import { useEffect, useRef } from '../../../ui/hooks.ts'
import { fill, useWords } from '../../../ui/words.ts'
import type { Sheet, SheetItem } from '../engine/sheet.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { StimulusCard } from './stimulus-card.tsx'

type Props = {
  readonly sheet: Sheet
  readonly item: SheetItem
  readonly readOnly: boolean
  /** The heading takes the focus when the card appears: the page was turned. */
  readonly takesFocus: boolean
  /** Off where the item before shows the same material already. */
  readonly showsStimulus: boolean
  readonly onRespond: (response: ItemDocument | null) => void
  readonly onMark: (marked: boolean) => void
  readonly onUpload: Upload
  readonly onWorld: () => void
}

/** One item: its material, number, marks, stem, controls. */
export function ItemCard({ sheet, item, readOnly, takesFocus, showsStimulus, onRespond, onMark, onUpload, onWorld }: Props) {
  const words = useWords(zh, en).item
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [item.itemId, takesFocus])
  // called, not mounted: a card stands for one item and so for one type, and its hooks keep their order
  const view = viewOf(item.type)
  const response = sheet.responses.get(item.itemId) ?? null
  const isMarked = sheet.marks.has(item.itemId)
  const mediaUrl = (media: string) => sheet.pictures.get(media) ?? ''
  return (
    <article className="x-item" data-item={item.itemId} aria-labelledby={`heading-${item.number}`}>
      <header className="x-item-head">
        <h2 id={`heading-${item.number}`} tabIndex={-1} ref={heading}>
          {fill(words.number, { number: item.number })}
        </h2>
        <span className="x-item-marks">{fill(words.marks, { marks: hundredths(item.marks) / 100 })}</span>
        <label className={isMarked ? 'x-mark x-mark-on' : 'x-mark'}>
          <input type="checkbox" checked={isMarked} disabled={readOnly} onChange={event => onMark(event.currentTarget.checked)} />
          <span>{isMarked ? words.marked : words.mark}</span>
        </label>
      </header>
      {showsStimulus && item.stimulusId !== null ? <StimulusCard sheet={sheet} stimulusId={item.stimulusId} mediaUrl={mediaUrl} /> : null}
      {view({
        content: item.content,
        response,
        readOnly,
        name: `item-${item.number}`,
        onRespond,
        mediaUrl,
        upload: onUpload,
        openLab: onWorld,
      })}
      <p className="x-item-foot" hidden={item.type === 'lab-task'}>
        <button type="button" className="z-link" disabled={readOnly || response === null} onClick={() => onRespond(null)}>
          {words.clear}
        </button>
      </p>
    </article>
  )
}
