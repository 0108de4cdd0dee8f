import type { KeyboardEvent, ReactNode } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type Loose, changedAt, idOf, insertedAt, listOf, movedBy, rowsOf, withoutAt } from '../draft/loose.ts'
import { readPastedLines } from '../draft/pasted-item.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { withLines } from './pasted-rows.ts'
import { Row, type RowMark } from './row.tsx'
import { useRowFocus } from './use-row-focus.ts'

export type RowListProps = {
  /** The list as it stands in the draft, whatever it is. */
  readonly value: unknown
  readonly onChange: (rows: readonly unknown[]) => void
  /** Path of the list in the draft: `content.options`. */
  readonly path: string
  readonly faults: readonly FieldFault[]
  readonly least?: number
  readonly most: number
  readonly fresh: () => Loose
  /** What a row is called when it is spoken of, and its sign on the page. */
  readonly nameOf: (at: number) => string
  readonly signOf: (at: number) => string
  readonly addLabel: string
  readonly mark?: ((row: Loose, at: number) => RowMark) | undefined
  /** Ctrl+Enter where rows are not marked. */
  readonly onCtrlEnter?: ((row: Loose, at: number) => void) | undefined
  /** More controls of a row, in its line and below it. */
  readonly beside?: ((row: Loose, at: number) => ReactNode) | undefined
  readonly below?: ((row: Loose, at: number) => ReactNode) | undefined
  /** Takes a pasted text as a whole; true when it did. Otherwise several lines become several rows. */
  readonly onPasteText?: ((text: string, at: number) => boolean) | undefined
}

/** Rows of text that are written by keyboard: Enter adds, Alt with arrows moves, Backspace in an empty row removes. */
export function RowList(props: RowListProps) {
  const { value, onChange, path, faults, most, fresh, nameOf, signOf, addLabel } = props
  const words = useWords(zh, en).rows
  const { list, focusRow } = useRowFocus()
  const rows = rowsOf(value)
  const isFull = rows.length >= most
  const add = (at: number) => {
    if (isFull) return
    focusRow(at)
    onChange(insertedAt(value, at, fresh()))
  }
  const remove = (at: number) => {
    focusRow(Math.max(0, at - 1))
    onChange(withoutAt(value, at))
  }
  const move = (at: number, by: number) => {
    const to = at + by
    if (to < 0 || to >= rows.length) return
    focusRow(to)
    onChange(movedBy(value, at, by))
  }
  const keys = rowKeys({ ...props, rows, add, remove, move, focusRow: at => focusNow(list.current, at) })
  const paste = (text: string, at: number): boolean => {
    if (props.onPasteText?.(text, at)) return true
    const lines = readPastedLines(text)
    if (lines === null) return false
    const pasted = withLines(value, at, { lines, most, fresh })
    onChange(pasted.rows)
    focusRow(pasted.last)
    return true
  }
  return (
    <>
      <ol className="z-rows" ref={list}>
        {rows.map((row, at) => (
          <Row
            key={idOf(row) || at}
            row={row}
            sign={signOf(at)}
            name={nameOf(at)}
            path={`${path}.${at}`}
            faults={faults}
            mark={props.mark?.(row, at)}
            beside={props.beside?.(row, at)}
            below={props.below?.(row, at)}
            onText={text => onChange(changedAt(value, at, { text }))}
            onKey={event => keys(event, row, at)}
            onPasteText={text => paste(text, at)}
            onMove={{ up: at === 0 ? null : () => move(at, -1), down: at === rows.length - 1 ? null : () => move(at, 1) }}
            onRemove={rows.length > (props.least ?? 0) ? () => remove(at) : null}
          />
        ))}
      </ol>
      <button type="button" className="z-link z-rows-add" disabled={isFull} onClick={() => add(listOf(value).length)}>
        <Icon name="plus" size={16} />
        {isFull ? fill(words.most, { n: most }) : addLabel}
      </button>
    </>
  )
}

function focusNow(list: HTMLOListElement | null, at: number): void {
  list?.children[at]?.querySelector<HTMLTextAreaElement>('textarea')?.focus()
}

type Keys = RowListProps & {
  readonly rows: readonly Loose[]
  readonly add: (at: number) => void
  readonly remove: (at: number) => void
  readonly move: (at: number, by: number) => void
  readonly focusRow: (at: number) => void
}

function rowKeys({ rows, add, remove, move, focusRow, mark, onCtrlEnter }: Keys) {
  const act = (event: KeyboardEvent<HTMLTextAreaElement>, row: Loose, at: number): (() => void) | null => {
    const field = event.currentTarget
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      return mark ? mark(row, at).onMark : onCtrlEnter ? () => onCtrlEnter(row, at) : null
    if (event.key === 'Enter' && !event.shiftKey) return () => add(at + 1)
    if (event.altKey && event.key === 'ArrowUp') return () => move(at, -1)
    if (event.altKey && event.key === 'ArrowDown') return () => move(at, 1)
    if (event.key === 'Backspace' && field.value === '' && rows.length > 1) return () => remove(at)
    if (event.key === 'ArrowUp' && field.selectionEnd === 0 && at > 0) return () => focusRow(at - 1)
    if (event.key === 'ArrowDown' && field.selectionStart === field.value.length && at < rows.length - 1) return () => focusRow(at + 1)
    return null
  }
  return (event: KeyboardEvent<HTMLTextAreaElement>, row: Loose, at: number) => {
    const does = act(event, row, at)
    if (does === null) return
    event.preventDefault()
    event.stopPropagation()
    does()
  }
}
