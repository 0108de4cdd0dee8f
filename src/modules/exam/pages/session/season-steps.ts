import { daysBetween, localDate } from '../../../../kernel/local-date.ts'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { fill, type Language, type SameKeys } from '../../../../ui/words.ts'
import type { Step } from '../../../../ui/components/facts/state-steps.tsx'
import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import type { SessionDetail } from '../answers.ts'
import { sessionStanding } from '../session-standing.ts'
import { shortDay, shortWeekday } from '../short-day.ts'
import type { zh } from './words.zh.ts'

type Telling = { readonly words: SameKeys<typeof zh>; readonly language: Language }
export type SeasonSteps = { readonly steps: readonly Step[]; readonly at: number; readonly tone: Tone }

/** The way of a session in five steps, with the days that are known, and where it stands. `waiting` tone: somebody has to act. */
export function seasonSteps({ session, now, arrangement }: SessionDetail, { words, language }: Telling): SeasonSteps {
  const today = dayOf(instant(now))
  const standing = sessionStanding(session, today)
  const year = Number(session.day.slice(0, 4))
  const day = (text: string) => shortDay(text, year, language)
  const { opensOn, closesOn, arrangedAt } = session
  const notes = [
    '',
    opensOn && closesOn ? fill(words.stepNotes.window, { from: day(opensOn), until: day(closesOn) }) : '',
    arrangedAt === null ? '' : fill(words.stepNotes.arranged, { day: day(dayOf(instant(arrangedAt))) }),
    day(session.day),
    '',
  ]
  const names = [words.steps.draft, words.steps.registration, words.steps.seats, words.steps.exam, words.steps.results]
  const steps = names.map((name, place) => ({ name, ...(notes[place] && { note: notes[place] }) }))
  const at = {
    draft: 0,
    announced: 1,
    registering: 1,
    'to-close': 1,
    'to-arrange': 2,
    arranged: 3,
    held: today > session.day ? 4 : 3,
    finished: 5,
  }[standing]
  const arranging = standing === 'to-arrange' && arrangement?.state === 'running'
  const acts = ['draft', 'to-close', 'to-arrange'].includes(standing) || (standing === 'held' && at === 4)
  return { steps, at, tone: acts && !arranging ? 'waiting' : 'running' }
}

/** What waits at a session, with its term; undefined where only the calendar goes on. */
export function sessionWaiting({ session, now, funnel, arrangement }: SessionDetail, { words, language }: Telling): string | undefined {
  const today = dayOf(instant(now))
  const year = Number(session.day.slice(0, 4))
  const standing = sessionStanding(session, today)
  const until = (text: string | null) => ({
    day: text === null ? '' : shortWeekday(text, year, language),
    n: text === null ? 0 : daysBetween(today, localDate(text)),
  })
  const told = words.waiting
  switch (standing) {
    case 'draft':
      return told.draft
    case 'announced':
      return fill(told.announced, until(session.opensOn))
    case 'registering':
      return session.closesOn === today ? told.registeringToday : fill(told.registering, until(session.closesOn))
    case 'to-close':
      return fill(told['to-close'], until(session.closesOn))
    case 'to-arrange':
      if (arrangement?.state === 'running') return told.arranging
      return funnel.approved === 0 ? told.nobody : fill(told['to-arrange'], { n: funnel.approved })
    case 'arranged':
      return session.day === today ? told.arrangedToday : fill(told.arranged, until(session.day))
    default:
      return undefined
  }
}
