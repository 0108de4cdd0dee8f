import { Link } from 'react-router'
import { instant, clockOf } from '../../../../../kernel/instant.ts'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { minutesAfterStart } from '../door/door-phase.ts'
import type { Site } from '../desk/hall.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The sittings that the roster brings, each with the rules of its day. */
export function SittingsStep({ site }: { readonly site: Site }) {
  const words = useWords(zh, en).sittings
  const language = useLanguage()
  if (site.sittings.length === 0) return <p>{words.none}</p>
  return (
    <ul className="h-sittings">
      {site.sittings.map(sitting => (
        <li key={sitting.sittingId}>
          <strong>{sitting.title}</strong>
          <span>
            {fill(words.line, { time: showInstant(instant(sitting.opensAt), language), entry: clockOf(instant(sitting.entryFrom)) })}
          </span>
          <span className="z-note">
            {fill(words.rule, {
              late: minutesAfterStart(sitting, sitting.lateUntil),
              absent: minutesAfterStart(sitting, sitting.absentFrom),
              fault: sitting.faultMinutes,
            })}
          </span>
          {sitting.seb === 'required' && <Link to={`/s/${sitting.sittingId}/seb`}>{words.seb}</Link>}
          {sitting.closedAt !== null && <StateWord tone="ended">{words.closed}</StateWord>}
        </li>
      ))}
    </ul>
  )
}
