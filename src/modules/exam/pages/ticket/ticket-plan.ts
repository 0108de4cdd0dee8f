import { clockOf, dayOf, instant } from '../../../../kernel/instant.ts'
import { daysBetween, localDate } from '../../../../kernel/local-date.ts'
import { fill, type Language, type SameKeys } from '../../../../ui/words.ts'
import { PAPER_NAMES, type TicketView } from '../../contract.ts'
import { shortWeekday } from '../short-day.ts'
import type { zh } from './words.zh.ts'

type Telling = { readonly words: SameKeys<typeof zh>; readonly language: Language }
export type TicketPaper = TicketView['papers'][number]

/** Tickets still to be used, the nearest first, and those whose last paper is over, the latest first. A ticket counts until the end of its day. */
export function sortedTickets(
  tickets: readonly TicketView[],
  now: number,
): { readonly ahead: readonly TicketView[]; readonly past: readonly TicketView[] } {
  const today = dayOf(instant(now))
  const byDay = tickets.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return { ahead: byDay.filter(t => t.day >= today), past: byDay.filter(t => t.day < today).toReversed() }
}

export function papersInOrder({ papers }: Pick<TicketView, 'papers'>): readonly TicketPaper[] {
  return papers.toSorted((a, b) => a.startsAt - b.startsAt)
}

/** The nearest thing a candidate has to know: how many days, or where to be today. */
export function ticketWaiting(tickets: readonly TicketView[], now: number, { words, language }: Telling): string | undefined {
  const [next] = sortedTickets(tickets, now).ahead
  if (!next) return undefined
  const today = dayOf(instant(now))
  if (next.day > today)
    return fill(words.waiting.days, {
      day: shortWeekday(next.day, Number(today.slice(0, 4)), language),
      n: daysBetween(today, localDate(next.day)),
    })
  const papers = papersInOrder(next)
  if (papers.some(p => p.startsAt <= now && now < p.endsAt)) return words.waiting.under
  const paper = papers.find(p => p.startsAt > now)
  if (!paper) return undefined
  return fill(words.waiting.today, {
    clock: clockOf(instant(paper.startsAt)),
    paper: PAPER_NAMES[paper.paper][language],
    room: fill(words.room, { n: paper.roomNumber }),
    seat: paper.seatNo,
  })
}
