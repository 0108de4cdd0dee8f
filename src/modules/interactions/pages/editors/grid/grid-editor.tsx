import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { readPastedCells } from '../draft/pasted-item.ts'
import type { Grid } from '../draft/prose-draft.ts'
import { GrowingText, typeInto } from '../fields/growing-text.tsx'
import { Tool } from '../prose/prose-tools.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { withCell, withColumn, withPasted, withRow, withoutColumn, withoutRow } from './grid-draft.ts'

type Props = {
  readonly grid: Grid
  readonly onChange: (grid: Grid) => void
  /** Gives the id of a new gap that is put into a cell; without it cells have no gaps. */
  readonly gapId?: (() => string) | undefined
}

/** Row −1 is the head. */
type Place = { readonly row: number; readonly column: number }

/** A small table, cell by cell. Pasted cells spread from where the caret is, and the table grows with them. */
export function GridEditor(props: Props) {
  const { grid, onChange, gapId } = props
  const table = useRef<HTMLTableElement>(null)
  const wanted = useRef<Place | null>(null)
  const last = useRef<HTMLTextAreaElement | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    cellAt(table.current, wanted.current)?.focus()
    wanted.current = null
  })
  const goTo = (place: Place) => {
    const there = cellAt(table.current, place)
    if (there) return there.focus()
    wanted.current = place
    onChange(withRow(grid))
  }
  const cells = { ...props, onGo: goTo, onField: (field: HTMLTextAreaElement) => void (last.current = field) }
  const gap = gapId && (() => void (last.current?.isConnected && typeInto(last.current, `{{${gapId()}}}`)))
  return (
    <div className="z-grid">
      <div className="z-grid-scroll">
        <table ref={table}>
          <thead>
            <GridRow {...cells} row={-1} texts={grid.head} />
          </thead>
          <tbody>
            {grid.rows.map((texts, row) => (
              <GridRow key={row} {...cells} row={row} texts={texts} />
            ))}
          </tbody>
        </table>
      </div>
      <GridTools onGap={gap} onRow={() => onChange(withRow(grid))} onColumn={() => onChange(withColumn(grid))} />
    </div>
  )
}

type RowProps = Props & {
  readonly row: number
  readonly texts: readonly string[]
  readonly onGo: (place: Place) => void
  readonly onField: (field: HTMLTextAreaElement) => void
}

function GridRow({ grid, onChange, gapId, row, texts, onGo, onField }: RowProps) {
  const words = useWords(zh, en).grid
  const isHead = row < 0
  const Cell = isHead ? 'th' : 'td'
  const cutOf = (column: number) => {
    if (isHead) return grid.head.length > 1 ? () => onChange(withoutColumn(grid, column)) : null
    return column === texts.length - 1 && grid.rows.length > 1 ? () => onChange(withoutRow(grid, row)) : null
  }
  return (
    <tr>
      {texts.map((text, column) => (
        <Cell key={column} scope={isHead ? 'col' : undefined}>
          <GridCell
            text={text}
            label={fill(isHead ? words.head : words.cell, { row: row + 1, column: column + 1 })}
            onText={next => onChange(withCell(grid, { row, column }, next))}
            onDown={() => onGo({ row: row + 1, column })}
            onCells={cells => onChange(withPasted(grid, { row, column }, cells))}
            onField={onField}
            gapId={gapId}
          />
          <GridAct
            label={fill(isHead ? words.removeColumn : words.removeRow, { row: row + 1, column: column + 1 })}
            onPress={cutOf(column)}
          />
        </Cell>
      ))}
    </tr>
  )
}

type ToolsProps = { readonly onGap: (() => void) | undefined; readonly onRow: () => void; readonly onColumn: () => void }

function GridTools({ onGap, onRow, onColumn }: ToolsProps) {
  const words = useWords(zh, en)
  return (
    <span className="z-prose-tools">
      {onGap && <Tool label={words.prose.gap} keys="Ctrl+G" onPress={onGap} />}
      <Tool label={words.grid.addRow} onPress={onRow} />
      <Tool label={words.grid.addColumn} onPress={onColumn} />
      <span className="z-note">{words.grid.note}</span>
    </span>
  )
}

function cellAt(table: HTMLTableElement | null, { row, column }: Place): HTMLTextAreaElement | undefined {
  return table?.rows[row + 1]?.cells[column]?.querySelector('textarea') ?? undefined
}

type CellProps = {
  readonly text: string
  readonly label: string
  readonly onText: (text: string) => void
  readonly onDown: () => void
  readonly onCells: (cells: readonly (readonly string[])[]) => void
  readonly onField: (field: HTMLTextAreaElement) => void
  readonly gapId: (() => string) | undefined
}

function GridCell({ text, label, onText, onDown, onCells, onField, gapId }: CellProps) {
  const input = useRef<HTMLTextAreaElement>(null)
  const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isControl = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && !event.shiftKey && !isControl) onDown()
    else if (isControl && event.key.toLowerCase() === 'g' && gapId) typeInto(event.currentTarget, `{{${gapId()}}}`)
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const cells = readPastedCells(event.clipboardData.getData('text/plain'))
    if (cells === null) return
    event.preventDefault()
    onCells(cells)
  }
  return (
    <GrowingText
      value={text}
      label={label}
      input={input}
      onChange={onText}
      onKey={key}
      onPaste={paste}
      onFocus={() => input.current && onField(input.current)}
    />
  )
}

function GridAct({ label, onPress }: { readonly label: string; readonly onPress: (() => void) | null }) {
  if (onPress === null) return null
  return (
    <button type="button" className="z-icon-button z-grid-act" aria-label={label} title={label} tabIndex={-1} onClick={onPress}>
      <Icon name="close" size={14} />
    </button>
  )
}
