import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { readPastedCells } from '../draft/pasted-item.ts'
import type { Grid } from '../draft/prose-draft.ts'
import { GrowingText, typeInto } from '../fields/growing-text.tsx'
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
export function GridEditor({ grid, onChange, gapId }: Props) {
  const words = useWords(zh, en)
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
  const cell = (text: string, place: Place) => (
    <GridCell
      text={text}
      label={
        place.row < 0
          ? fill(words.grid.head, { column: place.column + 1 })
          : fill(words.grid.cell, { row: place.row + 1, column: place.column + 1 })
      }
      onText={next => onChange(withCell(grid, place, next))}
      onDown={() => goTo({ ...place, row: place.row + 1 })}
      onCells={cells => onChange(withPasted(grid, place, cells))}
      onField={field => void (last.current = field)}
      gapId={gapId}
    />
  )
  return (
    <div className="z-grid">
      <div className="z-grid-scroll">
        <table ref={table}>
          <thead>
            <tr>
              {grid.head.map((text, column) => (
                <th key={column} scope="col">
                  {cell(text, { row: -1, column })}
                  <GridAct
                    label={fill(words.grid.removeColumn, { column: column + 1 })}
                    onPress={grid.head.length > 1 ? () => onChange(withoutColumn(grid, column)) : null}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((text, column) => (
                  <td key={column}>
                    {cell(text, { row, column })}
                    {column === cells.length - 1 && (
                      <GridAct
                        label={fill(words.grid.removeRow, { row: row + 1 })}
                        onPress={grid.rows.length > 1 ? () => onChange(withoutRow(grid, row)) : null}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <span className="z-prose-tools">
        {gapId && (
          <button
            type="button"
            className="z-tool"
            onMouseDown={event => event.preventDefault()}
            onClick={() => last.current?.isConnected && typeInto(last.current, `{{${gapId()}}}`)}
          >
            {words.prose.gap}
            <kbd>Ctrl+G</kbd>
          </button>
        )}
        <button type="button" className="z-tool" onClick={() => onChange(withRow(grid))}>
          {words.grid.addRow}
        </button>
        <button type="button" className="z-tool" onClick={() => onChange(withColumn(grid))}>
          {words.grid.addColumn}
        </button>
        <span className="z-note">{words.grid.note}</span>
      </span>
    </div>
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
