import type { JournalEntry } from '../journal/journal-entries.ts'

const BEFORE_MS = 30 * 60_000

type About = {
  readonly candidateRef: string
  readonly attemptId: string
  readonly roomLabel: string
  readonly endedAt: number
  readonly lastAt: number
}

/** What was recorded of this candidate, the room or the site from half an hour before the end until the last late event came; oldest first. */
export function eventsAround(entries: readonly JournalEntry[], about: About): JournalEntry[] {
  const concerns = (entry: JournalEntry) => {
    if (entry.candidateRef !== null) return entry.candidateRef === about.candidateRef
    if (entry.attemptId !== null) return entry.attemptId === about.attemptId
    return entry.roomLabel === null || entry.roomLabel === about.roomLabel
  }
  const from = about.endedAt - BEFORE_MS
  const until = (entry: JournalEntry) => entry.span?.to ?? (entry.span === null ? entry.at : about.lastAt)
  return entries.filter(entry => concerns(entry) && until(entry) >= from && entry.at <= about.lastAt).toSorted((a, b) => a.at - b.at)
}
