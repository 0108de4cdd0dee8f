import { clockOf, type Instant } from '../../../../kernel/instant.ts'
import { call } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useCallback, useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { readBoard, readWorld } from '../../contract.ts'
import type { Around } from '../app-page.ts'
import { StandingWorld } from '../standing-world.tsx'
import { type Board, type BoardRow, TONE_OF_CHECK, TONE_OF_STANDING, minutesSince, sinceText, stateOf } from './board-texts.ts'
import { CardForm } from './card-form.tsx'
import { usePoll } from './use-poll.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Place = { readonly institution: string; readonly workshopId: string }
const BOARD_EVERY_MS = 5_000
const WORLD_EVERY_MS = 2_500
/** The board shows who counts as stuck; here only how far one has come matters. */
const MINUTES = 5

/** The desktop of one trainee as it stands now, to be watched; beside it how far they have come. */
export function MirrorPage({ institution, workshopId, ownerId }: Place & { readonly ownerId: string }) {
  const words = useWords(zh, en).mirrorPage
  const askBoard = useCallback(
    () => call(readBoard, { params: { institution, workshopId }, query: { minutes: MINUTES } }),
    [institution, workshopId],
  )
  const { value: board, told } = usePoll(askBoard, BOARD_EVERY_MS)
  const back = `/lab/board/${institution}/${workshopId}`
  const row = board?.rows.find(one => one.ownerId === ownerId)
  if (board !== null && row !== undefined) return <Mirror board={board} row={row} back={back} />
  return (
    <div className="lab-lost" aria-busy={board === null && told === null}>
      {told !== null && <RefusalNote refusal={told} />}
      {told === null && <p>{board === null ? words.loading : words.gone}</p>}
      <a className="z-button" href={back}>
        {words.back}
      </a>
    </div>
  )
}

type MirrorProps = { readonly board: Board; readonly row: BoardRow; readonly back: string }

function Mirror({ board, row, back }: MirrorProps) {
  const words = useWords(zh, en).mirrorPage
  const { worldId, ownerId } = row
  const ask = useCallback(() => call(readWorld, { params: { worldId }, query: { ownerId } }), [worldId, ownerId])
  const { value: world, told, at } = usePoll(ask, WORLD_EVERY_MS)
  const lost = told?.code === 'network-lost'
  return (
    <div className="lab-desktop">
      <MirrorPane board={board} row={row} back={back} />
      {world === null ? (
        <div className="lab-lost">{told === null ? <p>{words.loading}</p> : <RefusalNote refusal={told} />}</div>
      ) : (
        <StandingWorld
          apps={world.apps}
          around={world.view as Around}
          note={lost ? fill(words.lost, { time: clockOf(at as Instant) }) : words.only}
          refused={words.refused}
        />
      )}
    </div>
  )
}

function MirrorPane({ board, row, back }: MirrorProps) {
  const words = useWords(zh, en)
  const [writing, setWriting] = useState(false)
  const { workshop } = board
  return (
    <aside className="lab-task" aria-label={fill(words.mirrorPage.title, { name: row.name })}>
      <header>
        <p className="z-note">
          <a href={back}>{words.mirrorPage.back}</a>
        </p>
        <h1>{fill(words.mirrorPage.title, { name: row.name })}</h1>
        <p className="z-note">
          {workshop.task} {workshop.title}
        </p>
      </header>
      <div className="board-mirror-facts">
        <StateWord tone={TONE_OF_STANDING[row.standing.kind]} strong>
          {words.kind[row.standing.kind]}
        </StateWord>
        <span>{fill(words.board.marksOf, { got: row.got / 100, max: row.max / 100 })}</span>
        <span className="z-note">{sinceText(minutesSince(row, board), words.board)}</span>
      </div>
      {row.standing.kind === 'stuck' && (
        <p className="board-stuck">{fill(words.board.stuckOn, { zh: row.standing.zh ?? '', n: row.standing.times })}</p>
      )}
      {workshop.closedAt === null && (
        <button type="button" className="z-button" onClick={() => setWriting(true)}>
          {words.board.card}
        </button>
      )}
      <section aria-label={words.mirrorPage.checks}>
        <h2>{words.mirrorPage.checks}</h2>
        <ol className="board-mirror-checks">
          {board.checks.map(check => {
            const state = stateOf(row, check.id)
            return (
              <li key={check.id}>
                <span>{check.say}</span>
                <StateWord tone={TONE_OF_CHECK[state]}>{words.state[state]}</StateWord>
              </li>
            )
          })}
        </ol>
      </section>
      {writing && <CardForm place={workshop} ownerId={row.ownerId} name={row.name} onClose={() => setWriting(false)} />}
    </aside>
  )
}
