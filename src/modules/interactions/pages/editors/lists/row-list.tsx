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
  /** More controls of a row: in its line, with its tools, and below it. */
  readonly renderBeside?: ((row: Loose, at: number) => ReactNode) | undefined
  readonly renderTools?: ((row: Loose, at: number) => ReactNode) | undefined
  readonly renderBelow?: ((row: Loose, at: number) => ReactNode) | undefined
  /** Takes a pasted text as a whole; true when it did. Otherwise several lines become several rows. */
  readonly onPasteText?: ((text: string, at: number) => boolean) | undefined
}

/** Rows of text that are written by keyboard: Enter adds, Alt with arrows moves, Backspace in an empty row removes. */
export function RowList(props: RowListProps) {
  const { value, onChange, path, faults, most, nameOf, signOf, addLabel } = props
  const words = useWords(zh, en).rows
  const { list, focusRow } = useRowFocus()
  const rows = rowsOf(value)
  const isFull = rows.length >= most
  const { add, remove, move, paste } = rowActs(props, focusRow)
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
            beside={props.renderBeside?.(row, at)}
            tools={props.renderTools?.(row, at)}
            below={props.renderBelow?.(row, at)}
            onText={text => onChange(changedAt(value, at, { text }))}
            onKey={event => actByKey(event, { props, acts: { add, remove, move }, row, at })}
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

type Acts = ReturnType<typeof rowActs>

/** What can be done with the rows; the focus follows. */
function rowActs(props: RowListProps, focusRow: (at: number) => void) {
  const { value, onChange, most, fresh } = props
  const count = listOf(value).length
  return {
    add: (at: number) => {
      if (count >= most) return
      focusRow(at)
      onChange(insertedAt(value, at, fresh()))
    },
    remove: (at: number) => {
      focusRow(Math.max(0, at - 1))
      onChange(withoutAt(value, at))
    },
    move: (at: number, by: number) => {
      const to = at + by
      if (to < 0 || to >= count) return
      focusRow(to)
      onChange(movedBy(value, at, by))
    },
    paste: (text: string, at: number): boolean => {
      if (props.onPasteText?.(text, at)) return true
      const lines = readPastedLines(text)
      if (lines === null) return false
      const pasted = withLines(value, at, { lines, most, fresh })
      onChange(pasted.rows)
      focusRow(pasted.last)
      return true
    },
  }
}

type Pressed = {
  readonly props: RowListProps
  readonly acts: Pick<Acts, 'add' | 'remove' | 'move'>
  readonly row: Loose
  readonly at: number
}
type RowKey = KeyboardEvent<HTMLTextAreaElement>

function actByKey(event: RowKey, pressed: Pressed): void {
  const act = actOf(event, pressed)
  if (act === null) return
  event.preventDefault()
  event.stopPropagation()
  act()
}

function actOf(event: RowKey, { props, acts, row, at }: Pressed): (() => void) | null {
  const field = event.currentTarget
  const count = listOf(props.value).length
  const { mark, onCtrlEnter } = props
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    return mark ? mark(row, at).onMark : onCtrlEnter ? () => onCtrlEnter(row, at) : null
  if (event.key === 'Enter' && !event.shiftKey) return () => acts.add(at + 1)
  if (event.altKey && event.key === 'ArrowUp') return () => acts.move(at, -1)
  if (event.altKey && event.key === 'ArrowDown') return () => acts.move(at, 1)
  if (event.key === 'Backspace' && field.value === '' && count > 1) return () => acts.remove(at)
  if (event.key === 'ArrowUp' && field.selectionEnd === 0 && at > 0) return () => focusBeside(field, at - 1)
  if (event.key === 'ArrowDown' && field.selectionStart === field.value.length && at < count - 1) return () => focusBeside(field, at + 1)
  return null
}

/** The text of another row of the same list. */
function focusBeside(field: HTMLElement, at: number): void {
  field.closest('ol')?.children[at]?.querySelector<HTMLTextAreaElement>('textarea')?.focus()
}
