import type { Seat } from './seat-face.ts'
import type { RoomOnWall } from './wall-state.ts'

export const DENSITIES = ['large', 'medium', 'small'] as const
export type Density = (typeof DENSITIES)[number]
/** Tiles in CSS pixels, gap included in the step. */
export const TILES: Readonly<Record<Density, { readonly width: number; readonly height: number }>> = {
  large: { width: 148, height: 86 },
  medium: { width: 100, height: 60 },
  small: { width: 68, height: 42 },
}
export const GAP = 6
export const ROOM_HEAD = 34

/** The largest tiles with which so many seats fit into a screen; small ones when none do. */
export function densityFor(seats: number, { width, height }: { readonly width: number; readonly height: number }): Density {
  const fits = (density: Density) => columnsFor(density, width) * Math.floor((height + GAP) / (TILES[density].height + GAP)) >= seats
  return DENSITIES.find(fits) ?? 'small'
}

export function columnsFor(density: Density, width: number): number {
  return Math.max(1, Math.floor((width + GAP) / (TILES[density].width + GAP)))
}

/** One line of the wall: the head of a room, or a row of seats. `top` and `height` in pixels, gap included. */
export type Line = { readonly top: number; readonly height: number } & (
  | { readonly kind: 'room'; readonly roomLabel: string; readonly seats: readonly Seat[] }
  | { readonly kind: 'seats'; readonly seats: readonly Seat[]; readonly first: number }
)

/** Lays rooms out in lines from top to bottom; `heads` says whether rooms have one. `first` numbers the seats over all rooms. */
export function layOut(rooms: readonly RoomOnWall[], density: Density, columns: number, heads: boolean): Line[] {
  const lines: Line[] = []
  const step = TILES[density].height + GAP
  let top = 0
  let first = 0
  for (const { roomLabel, seats } of rooms) {
    if (heads) {
      lines.push({ kind: 'room', roomLabel, seats, top, height: ROOM_HEAD })
      top += ROOM_HEAD
    }
    for (let at = 0; at < seats.length; at += columns) {
      const row = seats.slice(at, at + columns)
      lines.push({ kind: 'seats', seats: row, first, top, height: step })
      first += row.length
      top += step
    }
  }
  return lines
}

export function heightOf(lines: readonly Line[]): number {
  const last = lines.at(-1)
  return last ? last.top + last.height : 0
}

/** The lines that a window onto the wall shows, and a margin around it, so that scrolling never meets emptiness. */
export function linesInView(lines: readonly Line[], top: number, height: number, margin = 240): readonly Line[] {
  const from = lines.findIndex(line => line.top + line.height > top - margin)
  if (from < 0) return []
  const past = lines.findIndex(line => line.top >= top + height + margin)
  return lines.slice(from, past < 0 ? lines.length : past)
}

/** Where an arrow leads from a seat, by its number over all rooms. Unknown keys, and the edges, lead nowhere else. */
export function stepTo(lines: readonly Line[], at: number, key: string): number {
  const rows = lines.filter(line => line.kind === 'seats')
  const row = rows.findIndex(line => at >= line.first && at < line.first + line.seats.length)
  const here = rows[row]
  const all = rows.reduce((sum, line) => sum + line.seats.length, 0)
  if (!here) return all > 0 ? 0 : at
  const column = at - here.first
  const inRow = (line: (typeof rows)[number] | undefined) => (line ? line.first + Math.min(column, line.seats.length - 1) : at)
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'ArrowRight':
      return Math.min(all - 1, at + 1)
    case 'ArrowUp':
      return inRow(rows[row - 1])
    case 'ArrowDown':
      return inRow(rows[row + 1])
    case 'Home':
      return here.first
    case 'End':
      return here.first + here.seats.length - 1
    case 'PageUp':
      return inRow(rows[Math.max(0, row - ROWS_A_PAGE)])
    case 'PageDown':
      return inRow(rows[Math.min(rows.length - 1, row + ROWS_A_PAGE)])
    default:
      return at
  }
}

const ROWS_A_PAGE = 6
