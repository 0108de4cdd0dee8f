import { useState } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { clockSeconds } from '../desk/ago.ts'
import { mayDo, useHall } from '../desk/hall.ts'
import { spanText } from './found-text.ts'
import type { Late, LateAttempt } from './late.ts'
import { LateForm } from './late-form.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Whose work came late and waits; one is decided at a time, and the way back leads to its button. */
export function LateList({ late: { waiting, decisions } }: { readonly late: Late }) {
  const words = useWords(zh, en).late
  const [open, setOpen] = useState<string | null>(null)
  if (waiting.length === 0 && decisions.length > 0) return <StateWord tone="done">{words.none}</StateWord>
  if (waiting.length === 0) return <EmptyState what={words.none} how={words.noneHow} />
  return (
    <ul className="h-late">
      {waiting.map(one => (
        <li key={one.attemptId} className="h-late-one">
          <LateFacts late={one} />
          {open === one.attemptId ? (
            <LateForm late={one} onEnd={() => setOpen(null)} />
          ) : (
            <DecideButton onOpen={() => setOpen(one.attemptId)} />
          )}
        </li>
      ))}
    </ul>
  )
}

function DecideButton({ onOpen }: { readonly onOpen: () => void }) {
  const words = useWords(zh, en).late
  const { me } = useHall()
  if (!mayDo(me, 'decide-late')) return <p className="z-note">{words.needs}</p>
  return (
    <button type="button" className="z-button z-button-primary" onClick={onOpen}>
      {words.decide}
    </button>
  )
}

function LateFacts({ late }: { readonly late: LateAttempt }) {
  const words = useWords(zh, en)
  const { roomLabel, seatLabel, maskedName, events, itemsChanged, firstAt, lastAt, endedAt } = late
  const [first, last] = [clockSeconds(firstAt), clockSeconds(lastAt)]
  const after = spanText(lastAt - endedAt, words.late)
  return (
    <div className="h-late-facts">
      <p className="h-late-who">
        <strong>{fill(words.person, { room: roomLabel, seat: seatLabel, name: maskedName })}</strong>
        <span className="z-note">{fill(words.late.ticket, { ticket: late.ticketNumber })}</span>
      </p>
      <p>
        <StateWord tone={itemsChanged > 0 ? 'waiting' : 'idle'} sentence>
          {fill(itemsChanged > 0 ? words.late.events : words.late.eventsSame, { n: events, items: itemsChanged })}
        </StateWord>
      </p>
      <p className="h-late-times">
        <span>{fill(words.late.ended, { time: clockSeconds(endedAt) })}</span>
        <span>{fill(first === last ? words.late.arrivedOnce : words.late.arrived, { first, last, after })}</span>
      </p>
    </div>
  )
}
