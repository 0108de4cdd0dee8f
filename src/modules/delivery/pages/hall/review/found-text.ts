import type { AnswerOf } from '../../../../../ui/client.ts'
import { fill } from '../../../../../ui/words.ts'
import type { readReview } from '../../../contract.ts'
import type { Seat } from '../wall/seat-face.ts'
import type { en } from './words.en.ts'

export type Review = AnswerOf<typeof readReview>
export type FoundOne = Review['found'][number]
type Found = FoundOne['found']
type Kind = Exclude<Found['kind'], 'late'>
/** Everything but late work, which has a list of its own above. */
export type ReviewLine = FoundOne & { readonly found: Extract<Found, { readonly kind: Kind }> }

export function reviewLines(review: Review): ReviewLine[] {
  return review.found.filter((one): one is ReviewLine => one.found.kind !== 'late')
}

/** Whose matter it is, as the wall knows them; undefined for what concerns a room or the site. */
export function seatOfLine(line: ReviewLine, seats: readonly Seat[]): Seat | undefined {
  const ref = 'candidateRef' in line.found ? line.found.candidateRef : null
  return seats.find(seat => (ref !== null && seat.candidateRef === ref) || (line.attemptId !== null && seat.attemptId === line.attemptId))
}

/** What happened, in words. */
export function foundText({ found }: ReviewLine, seats: readonly Seat[], words: (typeof en)['found']['kinds']): string {
  switch (found.kind) {
    case 'closed-by-fenced':
    case 'clash':
      return fill(words[found.kind].what, { ...found })
    case 'two-starts':
      return fill(words[found.kind].what, { n: Math.round(found.apartMs / 1000) })
    case 'two-at-seat': {
      const { roomLabel, seatLabel } = found.wanted
      const name = seats.find(seat => seat.candidateRef === found.takenBy)?.maskedName ?? found.takenBy
      return fill(words[found.kind].what, { room: roomLabel, seat: seatLabel, name })
    }
    default:
      return words[found.kind].what
  }
}

/** A span in words, to the second: how long after the end something came. */
export function spanText(ms: number, words: Pick<(typeof en)['late'], 'seconds' | 'minutes'>): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return seconds < 60 ? fill(words.seconds, { n: seconds }) : fill(words.minutes, { n: Math.floor(seconds / 60), s: seconds % 60 })
}
