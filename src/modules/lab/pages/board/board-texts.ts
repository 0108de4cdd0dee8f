import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import type { AnswerOf } from '../../../../ui/client.ts'
import { csvOf } from '../../../../ui/components/table/sheet-export.ts'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { fill, type SameKeys } from '../../../../ui/words.ts'
import type { readBoard } from '../../contract.ts'
import type { zh } from './words.zh.ts'

export type Board = AnswerOf<typeof readBoard>
export type BoardRow = Board['rows'][number]
export type CheckState = BoardRow['checks'][number]['state']
export type StandingKind = BoardRow['standing']['kind']
type Words = SameKeys<typeof zh>

/** A state of a check by shape and colour; the word stands beside it or is read out. */
export const TONE_OF_CHECK: Readonly<Record<CheckState, Tone>> = {
  met: 'done',
  partly: 'running',
  not: 'failing',
  'not-yet': 'idle',
  'to-mark': 'waiting',
  'not-asked': 'ended',
}
export const TONE_OF_STANDING: Readonly<Record<StandingKind, Tone>> = {
  submitted: 'done',
  stuck: 'failing',
  idle: 'waiting',
  working: 'running',
  outdated: 'ended',
}
export const KINDS = ['stuck', 'idle', 'working', 'submitted', 'outdated'] as const

const MINUTE = 60_000

export function minutesSince(row: BoardRow, board: Board): number {
  return Math.max(0, Math.floor((board.now - row.touchedAt) / MINUTE))
}

/** `刚刚`, `12分钟前`, `2小时5分前`. */
export function sinceText(minutes: number, words: Words['board']): string {
  if (minutes < 1) return words.justNow
  if (minutes < 60) return fill(words.minutesAgo, { n: minutes })
  return fill(words.hoursAgo, { h: Math.floor(minutes / 60), m: minutes % 60 })
}

/** A name for a screen that others see: all but the first character hidden, as on the rosters of the house. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(rest.length, 3))
}

export function stateOf(row: BoardRow, check: string): CheckState {
  return row.checks.find(one => one.id === check)?.state ?? 'not-asked'
}

/** The matrix as a table for a spreadsheet: as shown, names masked when they are masked on the screen. */
export function boardCsv(board: Board, rows: readonly BoardRow[], words: Words, masked: boolean): string {
  const column = (key: string, title: string, text: (row: BoardRow) => string | number): Column<BoardRow> => ({ key, title, text })
  const columns: readonly Column<BoardRow>[] = [
    column('name', words.board.trainee, row => (masked ? maskedName(row.name) : row.name)),
    column('standing', words.board.standing, row => words.kind[row.standing.kind]),
    column('refusal', words.csv.refusal, row => row.standing.zh ?? ''),
    column('since', words.csv.minutes, row => minutesSince(row, board)),
    column('got', words.board.marks, row => row.got / 100),
    ...board.checks.map(check => column(check.id, check.say, row => words.state[stateOf(row, check.id)])),
  ]
  return csvOf(columns, rows)
}
