import { Link } from 'react-router'
import { StateShape } from '../../../../../ui/components/mark/state-word.tsx'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import type { Calendar } from '../../answers.ts'
import { monthName, shortWeekday } from '../../short-day.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { type CalendarDay, type CalendarMonth, yearMonths } from './year-months.ts'
import '../calendar.css'

type Props = {
  readonly calendar: Calendar
  /** May whoever looks open sessions? */
  readonly opens: boolean
  /** Drafts the session of a nominal month; absent for readers. */
  readonly onDraft?: ((nominal: string) => void) | undefined
}

/** The year as a strip of twelve months: exam days, days given up to holidays, the holidays, and today. */
export function YearSheet({ calendar, opens, onDraft }: Props) {
  const language = useLanguage()
  return (
    <>
      <div className="z-year">
        {yearMonths(calendar, language).map(month => (
          <Month key={month.month} month={month} year={calendar.year} opens={opens} onDraft={onDraft} />
        ))}
      </div>
      <Legend />
    </>
  )
}

function Month({ month, year, ...acts }: Omit<Props, 'calendar'> & { readonly month: CalendarMonth; readonly year: number }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const name = monthName(`${year}-${String(month.month).padStart(2, '0')}`, language)
  const examined = month.days.some(day => day.role?.kind === 'session' || day.role?.kind === 'planned')
  return (
    <section className={examined ? 'z-month z-month-examined' : 'z-month'} aria-label={name}>
      <h3>{name}</h3>
      <div className="z-month-days">
        {Object.entries(words.week).map(([key, letter]) => (
          <span key={key} className="z-month-week" aria-hidden="true">
            {letter}
          </span>
        ))}
        {month.days.map((day, at) => (
          <Day key={day.date} day={day} year={year} column={at === 0 ? month.blanks + 1 : null} {...acts} />
        ))}
      </div>
    </section>
  )
}

type DayProps = Omit<Props, 'calendar'> & { readonly day: CalendarDay; readonly year: number; readonly column: number | null }

/** A day is a link where a session is held, a button where one may be drafted, and plain otherwise. */
function Day({ day, year, column, opens, onDraft }: DayProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const role = day.role
  const told = [
    shortWeekday(day.date, year, language),
    day.holiday,
    day.makeUp && words.legend.makeUp,
    role && words.legend[role.kind],
    day.today && words.legend.today,
  ]
  const common = {
    className: classOf(day),
    title: told.filter(Boolean).join(' · '),
    ...(column !== null && { style: { gridColumnStart: column } }),
    ...(day.today && { 'aria-current': 'date' as const }),
  }
  const spoken = { 'aria-label': common.title }
  if (role?.kind === 'session' && opens)
    return (
      <Link {...common} {...spoken} to={`/sessions/${role.session.sessionId}`}>
        {day.number}
      </Link>
    )
  if (role?.kind === 'planned' && onDraft)
    return (
      <button {...common} {...spoken} type="button" onClick={() => onDraft(role.nominal)}>
        {day.number}
      </button>
    )
  return <span {...common}>{day.number}</span>
}

function classOf(day: CalendarDay): string {
  const marks = [
    day.sunday && 'z-day-sunday',
    day.holiday && 'z-day-holiday',
    day.makeUp && 'z-day-work',
    day.today && 'z-day-today',
    day.role && `z-day-${day.role.kind}`,
  ]
  return ['z-day', ...marks.filter(Boolean)].join(' ')
}

function Legend() {
  const words = useWords(zh, en).legend
  const kinds = ['session', 'planned', 'missed', 'left', 'holiday', 'work', 'today'] as const
  return (
    <ul className="z-year-legend">
      {kinds.map(kind => (
        <li key={kind}>
          <span className={`z-day z-day-${kind}`} aria-hidden="true">
            {kind === 'holiday' || kind === 'work' ? '1' : '7'}
          </span>
          {words[kind === 'work' ? 'makeUp' : kind]}
        </li>
      ))}
    </ul>
  )
}

/** A year whose holidays nobody has announced: no day is set, and why. */
export function NoTable({ year, action }: { readonly year: number; readonly action: React.ReactNode }) {
  const words = useWords(zh, en).noTable
  const told = (text: string) => text.replaceAll('{year}', String(year))
  return (
    <div className="z-no-table" role="status">
      <StateShape tone="waiting" size={16} />
      <div>
        <h2>{told(words.title)}</h2>
        <p>{told(words.why)}</p>
        <p>{told(action ? words.next : words.nextReader)}</p>
        {action && <div className="z-no-table-action">{action}</div>}
      </div>
    </div>
  )
}
