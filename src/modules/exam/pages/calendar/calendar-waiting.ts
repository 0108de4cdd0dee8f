import { daysBetween, localDate } from '../../../../kernel/local-date.ts'
import { fill, type Language, type SameKeys } from '../../../../ui/words.ts'
import type { Calendar } from '../answers.ts'
import { sessionStanding } from '../session-standing.ts'
import { monthName, shortWeekday } from '../short-day.ts'
import type { zh } from './words.zh.ts'

type Telling = { readonly words: SameKeys<typeof zh>; readonly language: Language; readonly writes: boolean }

/** What waits in the calendar: for the centre its undone work; else an open registration, else the next day. Undefined when nothing does. */
export function calendarWaiting(calendar: Pick<Calendar, 'entries' | 'today' | 'year'>, telling: Telling): string | undefined {
  const work = telling.writes ? workOf(calendar, telling.words) : undefined
  if (work) return work
  const { words, language } = telling
  const sessions = calendar.entries.flatMap(e => e.sessions).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const open = sessions.find(s => sessionStanding(s, calendar.today) === 'registering')
  const left = (until: string, of: { readonly today: string; readonly days: string }) => {
    const n = daysBetween(localDate(calendar.today), localDate(until))
    return n === 0 ? of.today : fill(of.days, { n })
  }
  if (open?.closesOn)
    return fill(words.waiting.registering, { month: monthName(open.nominal, language), left: left(open.closesOn, words.left) })
  const next = sessions.find(s => s.day >= calendar.today && s.state !== 'draft')
  return next && fill(words.waiting.next, { day: shortWeekday(next.day, calendar.year, language), left: left(next.day, words.until) })
}

function workOf({ entries, today }: Pick<Calendar, 'entries' | 'today'>, words: SameKeys<typeof zh>): string | undefined {
  const standings = entries.flatMap(e => e.sessions.map(s => sessionStanding(s, today)))
  const kinds = [
    ['draft', words.waiting.draft],
    ['to-close', words.waiting.toClose],
    ['to-arrange', words.waiting.toArrange],
  ] as const
  const counts = kinds.map(([kind, text]) => ({ n: standings.filter(s => s === kind).length, text })).filter(({ n }) => n > 0)
  if (counts.length === 0) return undefined
  const n = counts.reduce((sum, c) => sum + c.n, 0)
  return fill(words.waiting.work, { n, what: counts.map(c => fill(c.text, { n: c.n })).join(words.join) })
}
