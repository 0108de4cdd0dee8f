import { useEffect, useRef, useState } from '../../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { type Entry, OrderingPublic, OrderingResponse } from '../type.ts'
import { moved, shownOrder } from './moves.ts'

type Step = -1 | 1

/** The candidate's view: entries in a list with buttons to move them. Nothing is a response until something was moved or confirmed. */
export function OrderingView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const item = OrderingPublic.parse(content)
  const given = OrderingResponse.safeParse(response)
  const order = shownOrder(item.entries, given.success ? given.data.entryIds : null)
  const [told, setTold] = useState('')
  const listRef = useRef<HTMLOListElement>(null)
  const focusRef = useRef<string | null>(null)
  // a moved row leaves the page for a moment and loses the focus: its button takes it back
  useEffect(() => {
    if (focusRef.current !== null) listRef.current?.querySelector<HTMLButtonElement>(`[data-move="${focusRef.current}"]`)?.focus()
    focusRef.current = null
  })
  const respond = (next: readonly Entry[]) => onRespond({ version: 1, entryIds: next.map(entry => entry.id) })
  const move = (entry: Entry, step: Step) => {
    const next = moved(order, entry.id, step)
    if (next === null || readOnly) return
    focusRef.current = `${entry.id}${step}`
    setTold(fill(words.orderMoved, { entry: entry.text, place: next.findIndex(one => one.id === entry.id) + 1 }))
    respond(next)
  }
  return (
    <>
      <ProseBlocks prose={item.stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <p className="z-options-hint" id={`${name}-hint`}>
        {words.order}
      </p>
      <ol className="z-ordering" ref={listRef} aria-labelledby={`${name}-stem`} aria-describedby={`${name}-hint`}>
        {order.map((entry, at) => (
          <li className="z-ordering-row" key={entry.id}>
            <span className="z-ordering-place">{at + 1}</span>
            <span className="z-option-text">{entry.text}</span>
            {entry.pinned ? (
              <span className="z-ordering-fixed">{words.orderFixed}</span>
            ) : (
              <MoveButtons
                entry={entry}
                readOnly={readOnly}
                can={step => moved(order, entry.id, step) !== null}
                words={words}
                onMove={step => move(entry, step)}
              />
            )}
          </li>
        ))}
      </ol>
      <p className="z-field-note" role="status">
        {told}
      </p>
      {given.success || readOnly ? null : (
        <p className="z-ordering-keep">
          {words.orderOpen}
          <button type="button" className="z-button" onClick={() => respond(order)}>
            {words.orderKeep}
          </button>
        </p>
      )}
    </>
  )
}

type ButtonProps = {
  readonly entry: Entry
  readonly readOnly: boolean
  readonly can: (step: Step) => boolean
  readonly words: Record<'orderUp' | 'orderDown', string>
  readonly onMove: (step: Step) => void
}

/** A button at the end of its way stays where it is, so that the focus does too. */
function MoveButtons({ entry, readOnly, can, words, onMove }: ButtonProps) {
  const press = (event: { readonly key: string; preventDefault(): void }) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  const button = (step: Step, label: string, arrow: string) => (
    <button
      type="button"
      className="z-move"
      aria-label={fill(label, { entry: entry.text })}
      aria-disabled={!can(step)}
      disabled={readOnly}
      data-move={`${entry.id}${step}`}
      onClick={() => onMove(step)}
      onKeyDown={press}
    >
      <svg className="z-icon" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
        <path d={arrow} />
      </svg>
    </button>
  )
  return (
    <span className="z-moves">
      {button(-1, words.orderUp, 'M8 13V3M3.5 7.5 8 3l4.5 4.5')}
      {button(1, words.orderDown, 'M8 3v10M3.5 8.5 8 13l4.5-4.5')}
    </span>
  )
}
