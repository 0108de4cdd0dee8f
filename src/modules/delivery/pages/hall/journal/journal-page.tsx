import { useDeferredValue, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS, MALPRACTICE_REASONS, readJournal } from '../../../contract.ts'
import { clockSeconds, personOf } from '../desk/ago.ts'
import { useHall } from '../desk/hall.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { roomsOf } from '../wall/wall-state.ts'
import { GROUPS, type Group, type Journal, type JournalEntry, journalEntries, spanMinutes } from './journal-entries.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './journal.css'

const EVERY_SECONDS = 10

/** Everything that happened in a sitting, in one list that can be narrowed down. */
export function JournalPage() {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const read = useRead(readJournal, { params: { sittingId: sitting.sittingId } }, { everySeconds: EVERY_SECONDS })
  return (
    <div className="h-journal">
      <PageHead title={words.title} purpose={words.purpose} />
      {read.isPending ? (
        <WaitingSkeleton lines={8} />
      ) : read.data === undefined ? (
        <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
      ) : (
        <JournalSheet journal={read.data} />
      )}
    </div>
  )
}

/** A line of the journal as it is read: codes, persons and places in words. */
export type JournalLine = {
  readonly entry: JournalEntry
  readonly what: string
  readonly whom: string
  readonly room: string | null
  readonly why: string
  readonly who: string
}

function JournalSheet({ journal }: { readonly journal: Journal }) {
  const words = useWords(zh, en)
  const [address, setAddress] = useSearchParams()
  const group = GROUPS.find(one => one === address.get('kind')) ?? 'all'
  const room = address.get('room') ?? ''
  const typed = useDeferredValue(address.get('find') ?? '')
  const lines = useLines(journal)
  const shown = lines.filter(
    line =>
      (group === 'all' || line.entry.group === group) &&
      (room === '' || line.room === room || line.room === null) &&
      (typed === '' || [line.what, line.whom, line.why, line.who].some(text => text.includes(typed.trim()))),
  )
  const set = (name: string, value: string) =>
    setAddress(
      was => {
        const next = new URLSearchParams(was)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  if (lines.length === 0) return <EmptyState what={words.empty} how={words.emptyHow} />
  return (
    <>
      <Filters group={group} room={room} find={address.get('find') ?? ''} count={shown.length} onSet={set} />
      {shown.length === 0 ? <EmptyState what={words.none} how={words.noneHow} /> : <Lines lines={shown} />}
    </>
  )
}

function useLines(journal: Journal): readonly JournalLine[] {
  const words = useWords(zh, en)
  const desk = useWords(deskZh, deskEn)
  const language = useLanguage()
  const { state } = useWall()
  return useMemo(() => {
    const byRef = new Map(state.seats.flatMap(seat => (seat.candidateRef === null ? [] : [[seat.candidateRef, seat] as const])))
    const byAttempt = new Map(state.seats.flatMap(seat => (seat.attemptId === null ? [] : [[seat.attemptId, seat] as const])))
    const reasons: Readonly<Record<string, { zh: string; en: string }>> = {
      ...INCIDENT_REASONS,
      ...MALPRACTICE_REASONS,
      pause: { zh: '暂停', en: 'Pause' },
      fault: { zh: '故障', en: 'Fault' },
    }
    const spanText = (span: NonNullable<JournalEntry['span']>) => {
      const minutes = spanMinutes(span)
      return minutes === null ? '' : fill(words.until, { time: clockOf(instant(span.to ?? 0)), minutes })
    }
    return journalEntries(journal).map(entry => {
      const seat = byRef.get(entry.candidateRef ?? '') ?? byAttempt.get(entry.attemptId ?? '')
      const by = entry.by === null ? '' : personOf(entry.by, journal.people, desk.system)
      const parts = [
        entry.reason === null ? '' : (reasons[entry.reason]?.[language] ?? entry.reason),
        entry.span === null
          ? ''
          : entry.group === 'credit'
            ? fill(words.minutes, { minutes: spanMinutes(entry.span) ?? 0 })
            : spanText(entry.span),
        entry.kind === 'credit-proposed' ? words.proposed : '',
        entry.ended ? words.stopped : '',
        entry.note,
      ]
      return {
        entry,
        what: words.kinds[entry.kind],
        whom: seat ? fill(words.person, { seat: seat.seatLabel, name: seat.maskedName ?? '' }) : (entry.roomLabel ?? words.site),
        room: seat?.roomLabel ?? entry.roomLabel,
        why: parts.filter(part => part !== '').join(language === 'zh' ? '，' : ', '),
        who: entry.witness === null ? by : `${by} ${fill(words.witness, { name: personOf(entry.witness, journal.people, desk.system) })}`,
      }
    })
  }, [journal, state.seats, words, desk, language])
}

type FilterProps = {
  readonly group: Group
  readonly room: string
  readonly find: string
  readonly count: number
  readonly onSet: (name: string, value: string) => void
}

function Filters({ group, room, find, count, onSet }: FilterProps) {
  const words = useWords(zh, en)
  const { state } = useWall()
  return (
    <div className="h-journal-filters">
      <div className="h-counters" role="group" aria-label={words.filter}>
        {GROUPS.map(one => (
          <button
            key={one}
            type="button"
            className="h-counter"
            aria-pressed={one === group}
            onClick={() => onSet('kind', one === 'all' ? '' : one)}
          >
            {words.groups[one]}
          </button>
        ))}
      </div>
      <select className="h-select" aria-label={words.room} value={room} onChange={event => onSet('room', event.target.value)}>
        <option value="">{words.allRooms}</option>
        {roomsOf(state.seats).map(({ roomLabel }) => (
          <option key={roomLabel}>{roomLabel}</option>
        ))}
      </select>
      <input
        className="h-select h-journal-find"
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={find}
        onChange={event => onSet('find', event.target.value)}
      />
      <span className="z-note" role="status">
        {fill(words.count, { n: count })}
      </span>
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly JournalLine[] }) {
  const words = useWords(zh, en).columns
  return (
    <div className="h-journal-sheet">
      <table className="h-table">
        <thead>
          <tr>
            {(['time', 'what', 'whom', 'why', 'who'] as const).map(column => (
              <th key={column} scope="col">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ entry, what, whom, room, why, who }) => (
            <tr key={entry.id} className={`h-entry h-entry-${entry.group}`}>
              <td className="z-number">{clockSeconds(entry.at)}</td>
              <td className="h-entry-what">{what}</td>
              <td>
                {whom} {room !== null && room !== whom && <span className="z-note">{room}</span>}
              </td>
              <td>{why}</td>
              <td>{who}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
