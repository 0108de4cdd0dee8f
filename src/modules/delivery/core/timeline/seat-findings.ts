import { clockOf } from '../../../../kernel/instant.ts'
import { type CandidateTimeline, minutesBetween } from './candidate-timeline.ts'
import type { TimelineFinding } from './finding.ts'

/**
 * Does the next sitting find its seats empty? Blocks when somebody still works as planned after the door of the next has opened, or by the
 * longest course when the next begins; warns when only a fault would bring them into each other's way before the beginning.
 */
export function seatFindings(courses: readonly CandidateTimeline[]): TimelineFinding[] {
  return [...courseGroups(courses)].flatMap(group => {
    const inOrder = group.toSorted((a, b) => a.sitting.rules.opensAt - b.sitting.rules.opensAt)
    return inOrder.flatMap((course, at) => {
      const next = inOrder[at + 1]
      return next === undefined || next.sitting.sittingId === course.sitting.sittingId ? [] : clash(course, next)
    })
  })
}

function courseGroups(courses: readonly CandidateTimeline[]): Iterable<CandidateTimeline[]> {
  return Map.groupBy(courses, ({ candidate }) => `${candidate.roomLabel}\n${candidate.seatLabel}`).values()
}

function clash(course: CandidateTimeline, next: CandidateTimeline): TimelineFinding[] {
  const { opensAt } = next.sitting.rules
  const blocks = course.plannedEnd > next.entersFrom || course.endsAt > opensAt
  if (!blocks && course.endsAt <= next.entersFrom) return []
  const { roomLabel, seatLabel, ticketNumber } = course.candidate
  const [planned, last, door, begins] = [course.plannedEnd, course.endsAt, next.entersFrom, opensAt].map(clockOf)
  const over = minutesBetween(next.entersFrom, course.endsAt)
  return [
    {
      code: 'next-sitting',
      severity: blocks ? 'block' : 'warn',
      sittingId: course.sitting.sittingId,
      roomLabel,
      ticketNumber,
      count: 1,
      text: {
        zh: `${roomLabel}${seatLabel}号机位上一场按计划${planned}结束、最晚${last}结束，而下一场${door}入场、${begins}开考，最多冲突${over}分钟。`,
        en: `${roomLabel}, seat ${seatLabel}: the sitting ends at ${planned} as planned and at ${last} at the latest; the next one enters at ${door} and begins at ${begins}. They overlap by up to ${over} minutes.`,
      },
    },
  ]
}
