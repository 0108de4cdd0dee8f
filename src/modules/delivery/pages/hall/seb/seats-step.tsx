import { Link, useNavigate } from 'react-router'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { clockSeconds, personOf } from '../desk/ago.ts'
import { mayDo, useHall } from '../desk/hall.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import { en as journalEn } from '../journal/words.en.ts'
import { zh as journalZh } from '../journal/words.zh.ts'
import { seatAddress } from '../wall/place-in-address.ts'
import { SeatFinder } from '../wall/seat-finder.tsx'
import { useWall } from '../wall/wall-provider.tsx'
import type { Seb } from './seb.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Whose paper stands still and what to do at the seat; whom two persons let go on without the browser. The acts are those of the seat. */
export function SeatsStep({ seb }: { readonly seb: Seb }) {
  const words = useWords(zh, en).seats
  const { me } = useHall()
  const may = mayDo(me, 'without-seb')
  return (
    <section className="h-sheet" aria-labelledby="h-seb-seats">
      <h2 id="h-seb-seats">{words.title}</h2>
      <p>{words.what}</p>
      {seb.locks.length === 0 ? (
        <EmptyState what={words.none} how={words.noneHow} />
      ) : (
        <ul className="h-found-lines">
          {seb.locks.map(lock => (
            <LockLine key={lock.lockId} lock={lock} may={may} />
          ))}
        </ul>
      )}
      {may ? <ExemptAnother /> : <p className="z-note">{words.needs}</p>}
      {seb.without.length > 0 && <Exceptions seb={seb} />}
    </section>
  )
}

function LockLine({ lock, may }: { readonly lock: Seb['locks'][number]; readonly may: boolean }) {
  const words = useWords(zh, en).seats
  const language = useLanguage()
  const { sittingId } = useHall().sitting
  return (
    <li>
      <p className="h-found-head">
        <strong>{fill(words.person, { room: lock.roomLabel, seat: lock.seatLabel, name: lock.maskedName })}</strong>
        <StateWord tone="failing">{words.causes[lock.cause]}</StateWord>
        <span className="z-note">{fill(words.since, { time: clockSeconds(lock.lockedAt) })}</span>
      </p>
      <p>{lock.advice[language]}</p>
      {may && (
        <p className="h-seb-acts">
          <Link className="z-button z-button-primary" to={seatAddress(sittingId, lock, 'unlock')}>
            {words.unlock}
          </Link>
          <Link className="z-button" to={seatAddress(sittingId, lock, 'without-seb')}>
            {words.without}
          </Link>
        </p>
      )}
    </li>
  )
}

function ExemptAnother() {
  const words = useWords(zh, en).seats
  const { sittingId } = useHall().sitting
  const { seats } = useWall().state
  const go = useNavigate()
  return (
    <div className="h-seb-find">
      <h3>{words.find}</h3>
      <SeatFinder seats={seats} onFound={seat => void go(seatAddress(sittingId, seat))} />
      <p className="z-note">{words.findHow}</p>
    </div>
  )
}

const COLUMNS = ['time', 'whom', 'why', 'who'] as const

function Exceptions({ seb }: { readonly seb: Seb }) {
  const words = useWords(zh, en).seats
  const { system } = useWords(deskZh, deskEn)
  const { witness } = useWords(journalZh, journalEn)
  const { seats } = useWall().state
  const whom = (attemptId: string) => {
    const seat = seats.find(one => one.attemptId === attemptId)
    return seat ? fill(words.person, { room: seat.roomLabel, seat: seat.seatLabel, name: seat.maskedName ?? '' }) : attemptId.slice(0, 8)
  }
  return (
    <div className="h-decisions">
      <h3>{words.exceptions}</h3>
      <table className="h-table">
        <thead>
          <tr>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seb.without.map(one => (
            <tr key={`${one.attemptId} ${one.at}`}>
              <td className="z-number">{clockSeconds(one.at)}</td>
              <td>{whom(one.attemptId)}</td>
              <td>{one.reason}</td>
              <td>
                {personOf(one.by, seb.people, system)} {fill(witness, { name: personOf(one.witness, seb.people, system) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
