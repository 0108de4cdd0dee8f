import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS } from '../../../contract.ts'
import type { IncidentReason } from '../../../core/hall/reasons.ts'
import { clockSeconds, personOf } from '../desk/ago.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import { en as journalEn } from '../journal/words.en.ts'
import { zh as journalZh } from '../journal/words.zh.ts'
import { useWall } from '../wall/wall-provider.tsx'
import type { Late } from './late.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const COLUMNS = ['time', 'whom', 'what', 'why', 'who'] as const

/** What two persons decided about late work, the latest first. */
export function DecisionTable({ late }: { readonly late: Late }) {
  const words = useWords(zh, en)
  return (
    <div className="h-decisions">
      <h3>{words.decisions.title}</h3>
      <table className="h-table">
        <thead>
          <tr>
            {COLUMNS.map(column => (
              <th key={column} scope="col">
                {words.decisions.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {late.decisions.toReversed().map(one => (
            <DecisionRow key={one.actId} one={one} people={late.people} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DecisionRow({ one, people }: { readonly one: Late['decisions'][number]; readonly people: Late['people'] }) {
  const words = useWords(zh, en)
  const { system } = useWords(deskZh, deskEn)
  const { witness } = useWords(journalZh, journalEn)
  const language = useLanguage()
  const { state } = useWall()
  const seat = state.seats.find(each => each.attemptId === one.attemptId)
  const reason = INCIDENT_REASONS[one.reason as IncidentReason]?.[language] ?? one.reason
  const whom = seat && fill(words.person, { room: seat.roomLabel, seat: seat.seatLabel, name: seat.maskedName ?? '' })
  return (
    <tr>
      <td className="z-number">{clockSeconds(one.at)}</td>
      <td>{whom ?? one.attemptId.slice(0, 8)}</td>
      <td className="h-decision-what">{fill(one.take ? words.decisions.took : words.decisions.left, { n: one.events })}</td>
      <td>{[reason, one.note].join(words.join)}</td>
      <td>
        {personOf(one.by, people, system)} {fill(witness, { name: personOf(one.witness, people, system) })}
      </td>
    </tr>
  )
}
