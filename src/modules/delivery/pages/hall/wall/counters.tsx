import { showCount } from '../../../../../ui/format.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type Face, type Seat, countFaces, isUrgent } from './seat-face.ts'
import { SeatSign } from './seat-sign.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Always shown, in the order in which a hall fills and empties; the rest only when there are any. */
const ALWAYS: readonly Face[] = ['expected', 'checked-in', 'working', 'handed-in', 'absent', 'hand', 'offline', 'trouble', 'paused']
const SOMETIMES: readonly Face[] = ['ended', 'broken']
const PEOPLE: ReadonlySet<Face> = new Set<Face>([...ALWAYS, 'ended'])

/** How many seats wear each face; a press shows only those. */
export function Counters({
  seats,
  face,
  onChoose,
}: {
  readonly seats: readonly Seat[]
  readonly face: Face | null
  readonly onChoose: (face: Face | null) => void
}) {
  const words = useWords(zh, en)
  const counts = countFaces(seats)
  const people = [...PEOPLE].reduce((sum, one) => sum + counts[one], 0)
  const shown = [...ALWAYS, ...SOMETIMES.filter(one => counts[one] > 0)]
  return (
    <div className="h-counters" role="group" aria-label={words.counters}>
      <span className="h-people">{fill(words.people, { n: showCount(people) })}</span>
      {shown.map(one => (
        <button
          key={one}
          type="button"
          className={`h-counter${isUrgent(one) && counts[one] > 0 ? ' h-counter-urgent' : ''}${counts[one] === 0 ? ' h-counter-none' : ''}`}
          aria-pressed={face === one}
          onClick={() => onChoose(face === one ? null : one)}
        >
          <SeatSign face={one} />
          <span>{words.faces[one]}</span>
          <strong>{showCount(counts[one])}</strong>
        </button>
      ))}
    </div>
  )
}
