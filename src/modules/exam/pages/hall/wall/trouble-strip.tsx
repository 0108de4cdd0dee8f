import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { Hall } from '../../answers.ts'
import type { Trouble } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Props = { readonly hall: Hall; readonly troubles: readonly Trouble[]; readonly now: number; readonly onOpen: (applicationId: string) => void }

/** The seats somebody has to go to, before everything else on the wall: which seat, what, what next. */
export function TroubleStrip({ hall, troubles, now, onOpen }: Props) {
  const words = useWords(zh, en).wall
  if (hall.sitting.closedAt !== null) return null
  if (troubles.length === 0)
    return (
      <p className="z-trouble-none">
        <StateShape tone="done" />
        {words.calm}
      </p>
    )
  const nextOf = (kind: Trouble['kind']) => {
    if (kind !== 'not-come') return words.next[kind]
    return now >= hall.absentFrom ? words.next['not-come-now'] : fill(words.next['not-come'], { clock: clockOf(instant(hall.absentFrom)) })
  }
  return (
    <section className="z-troubles" aria-label={words.trouble}>
      <h2>
        {words.trouble}
        <b>{troubles.length}</b>
      </h2>
      <ol>
        {troubles.map(({ kind, seat, n }) => (
          <li key={seat.applicationId}>
            <button type="button" className={`z-trouble z-trouble-${kind}`} onClick={() => onOpen(seat.applicationId)}>
              <span className="z-trouble-seat">
                <small>{seat.room}</small>
                {seat.seatNo}
              </span>
              <span className="z-trouble-what">
                <strong>
                  <StateShape tone={kind === 'machine-changed' ? 'waiting' : 'failing'} size={14} />
                  {fill(words.troubles[kind], { n })}
                </strong>
                <span>{seat.name}</span>
                <span className="z-note">{nextOf(kind)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
