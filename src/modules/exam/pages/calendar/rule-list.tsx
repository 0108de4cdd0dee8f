import { Button } from 'antd'
import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { Calendar } from '../answers.ts'
import { sessionStanding, standingTones, standingWords } from '../session-standing.ts'
import { monthName, shortWeekday } from '../short-day.ts'
import { type CalendarEntry, dayStory, windowStory } from './day-story.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly calendar: Calendar
  readonly opens: boolean
  readonly onDraft?: ((nominal: string) => void) | undefined
}

/** Month by month how the day comes about, in words, with what became of it. */
export function RuleList({ calendar, opens, onDraft }: Props) {
  const words = useWords(zh, en).rules
  return (
    <Sheet
      title={words.title}
      note={<Link to={`/standard/${calendar.editionId}`}>{fill(words.edition, { edition: calendar.editionId })}</Link>}
      flush
    >
      <p className="z-rule-text">{words[calendar.rule]}</p>
      <ol className="z-rule-list">
        {calendar.entries.map(entry => (
          <Entry key={entry.nominal} entry={entry} calendar={calendar} opens={opens} onDraft={onDraft} />
        ))}
      </ol>
    </Sheet>
  )
}

function Entry({ entry, calendar, opens, onDraft }: Props & { readonly entry: CalendarEntry }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const moved = entry.postponements.length > 0
  return (
    <li>
      <strong className="z-rule-month">{monthName(entry.nominal, language)}</strong>
      <span className="z-rule-day">{entry.day === null ? '—' : shortWeekday(entry.day, calendar.year, language)}</span>
      <div className="z-rule-story">
        <p className={moved || entry.day === null ? '' : 'z-rule-plain'}>
          {dayStory(entry, { words: words.story, language, rule: calendar.rule })}
        </p>
        <p className="z-note">{windowStory(entry, { words: words.story, language })}</p>
      </div>
      <span className="z-rule-state">
        {entry.sessions.map(session => {
          const standing = sessionStanding(session, calendar.today)
          const state = <StateWord tone={standingTones[standing]}>{standingWords[standing][language]}</StateWord>
          return opens ? (
            <Link key={session.sessionId} to={`/sessions/${session.sessionId}`}>
              {state}
            </Link>
          ) : (
            <span key={session.sessionId}>{state}</span>
          )
        })}
        {entry.sessions.length === 0 && entry.day !== null && onDraft && entry.day >= calendar.today && (
          <Button size="small" onClick={() => onDraft(entry.nominal)}>
            {words.draftSession}
          </Button>
        )}
      </span>
    </li>
  )
}
