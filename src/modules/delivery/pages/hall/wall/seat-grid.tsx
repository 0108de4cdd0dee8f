import { type KeyboardEvent, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { fill, useWords } from '../../../../../ui/words.ts'
import { agoText } from '../desk/ago.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import { useNow } from '../desk/hall.ts'
import { type Density, type Line, columnsFor, densityFor, heightOf, layOut, linesInView, stepTo } from './grid-layout.ts'
import { type Seat, countFaces } from './seat-face.ts'
import { SeatTile } from './seat-tile.tsx'
import { type RoomOnWall, placeKey } from './wall-state.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])

export type GridProps = {
  readonly rooms: readonly RoomOnWall[]
  readonly density: Density | 'auto'
  /** The seat at which the keyboard stands, by its key. */
  readonly at: string | null
  readonly onMove: (seat: Seat) => void
  readonly onOpen: (seat: Seat) => void
}

/**
 * The hall as seats in rooms. Only the lines in sight are in the document, so two thousand seats cost what a screenful costs. The focus
 * stays on the grid and names the seat it stands at, so that a seat scrolled away loses nothing.
 */
export function SeatGrid({ rooms, density, at, onMove, onOpen }: GridProps) {
  const words = useWords(zh, en)
  const frame = useRef<HTMLDivElement>(null)
  const grid = useId()
  const size = useSize(frame)
  const [top, setTop] = useState(0)
  const seats = useMemo(() => rooms.flatMap(room => room.seats), [rooms])
  const chosenDensity = density === 'auto' ? densityFor(seats.length, size) : density
  const columns = columnsFor(chosenDensity, size.width)
  const lines = useMemo(() => layOut(rooms, chosenDensity, columns, rooms.length > 1), [rooms, chosenDensity, columns])
  const place = Math.max(
    0,
    seats.findIndex(seat => placeKey(seat) === at),
  )
  const open = useCallback((seat: Seat) => (onMove(seat), onOpen(seat)), [onMove, onOpen])
  const shown = useRef('')
  useLayoutEffect(() => {
    // only when the keyboard moved or the plan was laid out anew: news of seats must not take the wall out of somebody's hands
    const stand = `${place} ${chosenDensity} ${columns}`
    if (shown.current !== stand) showLine(frame.current, lines, place)
    shown.current = stand
  }, [lines, place, chosenDensity, columns])
  const press = (event: KeyboardEvent) => {
    const here = seats[place]
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && here) return onOpen(here)
    if (!MOVES.has(event.key)) return
    event.preventDefault()
    const next = seats[stepTo(lines, place, event.key)]
    if (next) onMove(next)
  }
  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      className="h-grid"
      aria-label={words.grid}
      aria-rowcount={lines.length}
      aria-colcount={columns}
      aria-activedescendant={seats.length > 0 ? `${grid}-${place}` : undefined}
      onKeyDown={press}
      onScroll={event => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className="h-grid-space" style={{ height: heightOf(lines) }}>
        <Lines
          lines={lines}
          inView={linesInView(lines, top, size.height)}
          grid={grid}
          density={chosenDensity}
          place={place}
          onOpen={open}
        />
      </div>
    </div>
  )
}

type LinesProps = {
  readonly lines: readonly Line[]
  readonly inView: readonly Line[]
  readonly grid: string
  readonly density: Density
  readonly place: number
  readonly onOpen: (seat: Seat) => void
}

function Lines({ lines, inView, grid, density, place, onOpen }: LinesProps) {
  const now = useNow(5_000)
  const desk = useWords(deskZh, deskEn)
  const from = inView[0] ? lines.indexOf(inView[0]) : 0
  return inView.map((line, at) => (
    <div
      key={line.kind === 'room' ? `room-${line.roomLabel}` : line.first}
      role="row"
      aria-rowindex={from + at + 1}
      className="h-line"
      style={{ transform: `translateY(${line.top}px)` }}
    >
      {line.kind === 'room' ? (
        <RoomHead roomLabel={line.roomLabel} seats={line.seats} />
      ) : (
        line.seats.map((seat, column) => (
          <SeatTile
            key={seat.seatLabel}
            id={`${grid}-${line.first + column}`}
            seat={seat}
            density={density}
            column={column + 1}
            chosen={line.first + column === place}
            saved={density === 'large' && seat.lastSavedAt !== null && seat.link !== 'none' ? agoText(seat.lastSavedAt, now, desk) : null}
            onOpen={onOpen}
          />
        ))
      )}
    </div>
  ))
}

function RoomHead({ roomLabel, seats }: { readonly roomLabel: string; readonly seats: readonly Seat[] }) {
  const words = useWords(zh, en)
  const counts = countFaces(seats)
  const sitting = counts.working + counts.paused + counts.hand + counts.offline + counts.trouble
  return (
    <div role="rowheader" className="h-room-head">
      <strong>{roomLabel}</strong>
      <span className="z-note">{fill(words.roomCount, { n: sitting })}</span>
    </div>
  )
}

/** Brings the line of a seat into sight, by as little as it takes. */
function showLine(frame: HTMLDivElement | null, lines: readonly Line[], place: number): void {
  const line = lines.find(one => one.kind === 'seats' && place >= one.first && place < one.first + one.seats.length)
  if (!frame || !line) return
  if (line.top < frame.scrollTop) frame.scrollTop = line.top
  else if (line.top + line.height > frame.scrollTop + frame.clientHeight) frame.scrollTop = line.top + line.height - frame.clientHeight
}

/** The inner size of an element as it is laid out, following every change. */
function useSize(frame: { readonly current: HTMLElement | null }): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 1060, height: 560 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => {
      const style = getComputedStyle(element)
      const across = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
      const next = { width: element.clientWidth - across, height: element.clientHeight }
      setSize(was => (was.width === next.width && was.height === next.height ? was : next))
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [frame])
  return size
}
