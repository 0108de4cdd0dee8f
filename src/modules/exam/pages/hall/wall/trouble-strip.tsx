import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { Hall } from '../../answers.ts'
import { type Trouble, TROUBLE_KINDS, type TroubleKind } from '../hall-state.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { saveAge } from './save-age.ts'

type Props = {
  readonly hall: Hall
  readonly troubles: readonly Trouble[]
  readonly now: number
  readonly onOpen: (applicationId: string) => void
}

/** The seats somebody has to go to, before everything else on the wall: what, what next, and the seats by their numbers. */
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
  const byKind = Map.groupBy(troubles, trouble => trouble.kind)
  return (
    <section className="z-troubles" aria-label={words.trouble}>
      {TROUBLE_KINDS.map(kind => {
        const own = byKind.get(kind) ?? []
        return own.length > 0 && <Group key={kind} kind={kind} troubles={own} hall={hall} now={now} onOpen={onOpen} />
      })}
    </section>
  )
}

function Group({ kind, troubles, hall, now, onOpen }: Props & { readonly kind: TroubleKind }) {
  const words = useWords(zh, en).wall
  const manyRooms = hall.rooms.length > 1
  return (
    <section className={`z-trouble z-trouble-${kind}`}>
      <h2>
        <StateShape tone={kind === 'machine-changed' ? 'waiting' : 'failing'} size={18} />
        {words.troubles[kind]}
        <b>{troubles.length}</b>
      </h2>
      <p className="z-note">{nextStep(kind, hall, now, words)}</p>
      <ol>
        {troubles.map(({ seat, n }) => (
          <li key={seat.applicationId}>
            <button type="button" className="z-trouble-seat" onClick={() => onOpen(seat.applicationId)}>
              {manyRooms && <small>{seat.room}</small>}
              <b>{seat.seatNo}</b>
              <span>{seat.name}</span>
              {kind === 'unsaved' && <small>{saveAge(seat.savedAt, now, words.saved)}</small>}
              {kind === 'machine-changed' && <small>{fill(words.moved, { n })}</small>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function nextStep(
  kind: TroubleKind,
  hall: Hall,
  now: number,
  words: { readonly next: Readonly<Record<TroubleKind | 'not-come-now', string>> },
): string {
  if (kind !== 'not-come') return words.next[kind]
  return now >= hall.absentFrom ? words.next['not-come-now'] : fill(words.next['not-come'], { clock: clockOf(instant(hall.absentFrom)) })
}
