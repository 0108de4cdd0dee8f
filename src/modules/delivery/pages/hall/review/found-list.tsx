import { Link } from 'react-router'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { useHall } from '../desk/hall.ts'
import { seatAddress } from '../wall/place-in-address.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { type ReviewLine, foundText, seatOfLine } from './found-text.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Records of two servers that contradict each other: what happened, what counts, and what people have to find out. */
export function FoundList({ lines }: { readonly lines: readonly ReviewLine[] }) {
  const words = useWords(zh, en).found
  if (lines.length === 0) return <EmptyState what={words.none} how={words.noneHow} />
  return (
    <ul className="h-found-lines">
      {lines.map(line => (
        <FoundLine key={JSON.stringify([line.attemptId, line.found])} line={line} />
      ))}
    </ul>
  )
}

function FoundLine({ line }: { readonly line: ReviewLine }) {
  const words = useWords(zh, en)
  const { sittingId } = useHall().sitting
  const { seats } = useWall().state
  const seat = seatOfLine(line, seats)
  const { counts, todo } = words.found.kinds[line.found.kind]
  const whom = seat && fill(words.person, { room: seat.roomLabel, seat: seat.seatLabel, name: seat.maskedName ?? '' })
  return (
    <li>
      <p className="h-found-head">
        <strong>{whom ?? words.found.site}</strong>
        <StateWord tone="waiting" sentence>
          {foundText(line, seats, words.found.kinds)}
        </StateWord>
        <Link to={seat ? seatAddress(sittingId, seat) : `/s/${sittingId}/journal`}>{seat ? words.found.seat : words.found.journal}</Link>
      </p>
      <dl>
        <div>
          <dt>{words.found.counts}</dt>
          <dd>{counts}</dd>
        </div>
        <div>
          <dt>{words.found.todo}</dt>
          <dd>{todo}</dd>
        </div>
      </dl>
    </li>
  )
}
