import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { Seat } from './seat-face.ts'
import { findSeats, placeKey } from './wall-state.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const MOST_SHOWN = 6

/** Finds a seat by its number or a person by the end of the ticket; `/` comes here from everywhere, Enter opens the first. */
export function SeatFinder({ seats, onFound }: { readonly seats: readonly Seat[]; readonly onFound: (seat: Seat) => void }) {
  const words = useWords(zh, en)
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useSlash(field)
  const found = findSeats(seats, typed)
  const take = (seat: Seat | undefined) => {
    if (!seat) return
    setTyped('')
    onFound(seat)
  }
  return (
    <search className="h-finder">
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="text"
        value={typed}
        aria-label={words.search}
        placeholder={words.searchHint}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(found[0])
          if (event.key !== 'Escape') return
          setTyped('')
          document.querySelector<HTMLElement>('[role=grid]')?.focus()
        }}
      />
      <kbd>/</kbd>
      {typed.trim() !== '' && (
        <ul className="h-found">
          {found.slice(0, MOST_SHOWN).map(seat => (
            <li key={placeKey(seat)}>
              <button type="button" onClick={() => take(seat)}>
                <strong>{fill(words.found, { room: seat.roomLabel, seat: seat.seatLabel })}</strong>
                <span>{seat.maskedName}</span>
                <span className="z-note">{seat.ticketNumber}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="h-found-none">{fill(words.searchNone, { typed })}</li>}
        </ul>
      )}
    </search>
  )
}

function useSlash(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if ((event.key !== '/' && event.key !== '、') || typing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [field])
}
