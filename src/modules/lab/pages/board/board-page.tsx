import { clockOf, type Instant } from '../../../../kernel/instant.ts'
import { call } from '../../../../ui/client.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useCallback, useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { closeWorkshop, readBoard } from '../../contract.ts'
import { Asked } from '../desktop/task-acts.tsx'
import { BoardLegend, BoardRefusals } from './board-aside.tsx'
import { BoardMatrix } from './board-matrix.tsx'
import { type Board, type BoardRow, KINDS, type StandingKind, boardCsv, maskedName } from './board-texts.ts'
import { CardForm } from './card-form.tsx'
import { saveText } from './save-text.ts'
import { type Polled, usePoll } from './use-poll.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Place = { readonly institution: string; readonly workshopId: string }
/** As calm as a wall that is looked at from afar. */
const EVERY_MS = 5_000

/** 实训看板: who stands where, live. */
export function BoardPage(place: Place) {
  const { institution, workshopId } = place
  const words = useWords(zh, en)
  const [minutes, setMinutes] = useState(5)
  const ask = useCallback(
    () => call(readBoard, { params: { institution, workshopId }, query: { minutes } }),
    [institution, workshopId, minutes],
  )
  const polled = usePoll(ask, EVERY_MS)
  const { value: board, told } = polled
  return (
    <main className="board" aria-busy={board === null && told === null}>
      <p className="z-note">
        <a href="/lab/board">{words.all}</a>
      </p>
      {told !== null && told.code !== 'network-lost' && <RefusalNote refusal={told} />}
      {board === null && told === null && <WaitingSkeleton lines={6} />}
      {board !== null && <Standing polled={polled} board={board} place={place} minutes={minutes} onMinutes={setMinutes} />}
    </main>
  )
}

type StandingProps = {
  readonly polled: Polled<Board>
  readonly board: Board
  readonly place: Place
  readonly minutes: number
  readonly onMinutes: (minutes: number) => void
}
/** For whom a card is being written: one of the rows, or everybody. */
type Writing = BoardRow | 'all' | null

function Standing({ polled, board, place, minutes, onMinutes }: StandingProps) {
  const words = useWords(zh, en)
  const [kind, setKind] = useState<StandingKind | null>(null)
  const [masked, setMasked] = useState(false)
  const [writing, setWriting] = useState<Writing>(null)
  const rows = board.rows.filter(row => kind === null || row.standing.kind === kind)
  const nameOf = (row: BoardRow): string => (masked ? maskedName(row.name) : row.name)
  const closed = board.workshop.closedAt !== null
  const onExport = (): void => saveText(fill(words.csv.name, { name: board.workshop.name }), boardCsv(board, rows, words, masked))
  return (
    <>
      <BoardHead board={board} place={place} onClosed={polled.again} onExport={onExport} onAll={() => setWriting('all')} />
      <div className="board-bar">
        <Filter board={board} kind={kind} onKind={setKind} />
        <label>
          {words.board.minutes}
          <input
            type="number"
            min={1}
            max={60}
            value={minutes}
            onChange={event => onMinutes(within((event.target as HTMLInputElement).value))}
          />
        </label>
        <label>
          <input type="checkbox" checked={masked} onChange={() => setMasked(!masked)} />
          {words.board.mask}
        </label>
        <Freshness polled={polled} />
      </div>
      {board.rows.length === 0 ? (
        <EmptyState what={words.board.none} how={words.board.noneHow} />
      ) : (
        <BoardMatrix board={board} rows={rows} nameOf={nameOf} onCard={closed ? null : setWriting} />
      )}
      <div className="board-aside">
        <BoardRefusals board={board} />
        <BoardLegend board={board} />
      </div>
      {writing !== null && (
        <CardForm
          place={place}
          ownerId={writing === 'all' ? null : writing.ownerId}
          name={writing === 'all' ? words.cardForm.whole : nameOf(writing)}
          onClose={() => setWriting(null)}
        />
      )}
    </>
  )
}

function within(text: string): number {
  const minutes = Math.round(Number(text))
  return Number.isFinite(minutes) ? Math.min(60, Math.max(1, minutes)) : 5
}

type HeadProps = {
  readonly board: Board
  readonly place: Place
  readonly onClosed: () => void
  readonly onExport: () => void
  readonly onAll: () => void
}

function BoardHead({ board: { workshop, rows }, place, onClosed, onExport, onAll }: HeadProps) {
  const words = useWords(zh, en)
  const open = workshop.closedAt === null
  const close = async (): Promise<void> => {
    await call(closeWorkshop, { params: place })
    onClosed()
  }
  return (
    <header className="board-head">
      <div>
        <h1>{workshop.name}</h1>
        <p>
          {workshop.task} {workshop.title} · {words.mode[workshop.mode]} · {fill(words.list.seats, { n: rows.length })}
        </p>
      </div>
      {open ? (
        <p className="board-code">
          <span className="z-note">{words.board.code}</span>
          <strong>{workshop.code}</strong>
          <span className="z-note">{words.board.codeHow}</span>
        </p>
      ) : (
        <p className="board-code z-note">{words.board.closed}</p>
      )}
      <div className="lab-buttons">
        <button type="button" className="z-button" disabled={rows.length === 0} onClick={onExport}>
          {words.board.export}
        </button>
        {open && (
          <>
            <button type="button" className="z-button" disabled={rows.length === 0} onClick={onAll}>
              {words.board.cardAll}
            </button>
            <Asked label={words.board.close} question={words.board.closeAsk} disabled={false} onYes={() => void close()} />
          </>
        )}
      </div>
    </header>
  )
}

type FilterProps = { readonly board: Board; readonly kind: StandingKind | null; readonly onKind: (kind: StandingKind | null) => void }

/** How many stand how; a click shows only those. */
function Filter({ board, kind, onKind }: FilterProps) {
  const words = useWords(zh, en)
  const counts = KINDS.map(one => ({ one, n: board.rows.filter(row => row.standing.kind === one).length }))
  return (
    <div className="board-filter" role="group" aria-label={words.board.show}>
      <button type="button" aria-pressed={kind === null} onClick={() => onKind(null)}>
        {words.board.everyone} <strong>{board.rows.length}</strong>
      </button>
      {counts
        .filter(({ one, n }) => n > 0 || one === kind || one !== 'outdated')
        .map(({ one, n }) => (
          <button type="button" key={one} aria-pressed={kind === one} onClick={() => onKind(kind === one ? null : one)}>
            {words.kind[one]} <strong>{n}</strong>
          </button>
        ))}
    </div>
  )
}

function Freshness({ polled: { told, at } }: { readonly polled: Polled<Board> }) {
  const words = useWords(zh, en).board
  const time = clockOf(at as Instant)
  return told?.code === 'network-lost' ? (
    <p className="board-lost" role="alert">
      {fill(words.lost, { time })}
    </p>
  ) : (
    <p className="z-note board-fresh-at">{fill(words.fresh, { time })}</p>
  )
}
