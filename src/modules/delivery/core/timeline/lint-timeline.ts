import { clockOf } from '../../../../kernel/instant.ts'
import { type CandidateTimeline, type TimelineFacts, minutesBetween, simulateCandidates } from './candidate-timeline.ts'
import type { Severity, TimelineFinding } from './finding.ts'
import { type Text, type TimeLimit, type TimelineLimits, RESERVE_MINUTES, TIME_LIMITS } from './limits.ts'
import { seatFindings } from './seat-findings.ts'
import { siteFindings } from './site-findings.ts'

/**
 * Does everybody's longest day fit under every limit? Run before a site is armed. One global cut-off below the people with extra time
 * has ended ten thousand attempts at once elsewhere (design D7): here it blocks. Blocking findings come first.
 */
export function lintTimeline(facts: TimelineFacts, limits: TimelineLimits): TimelineFinding[] {
  const { courses, open } = simulateCandidates(facts)
  const findings = [
    ...open.map(({ candidate, why }) => ({
      code: why,
      severity: 'block' as const,
      sittingId: candidate.sittingId,
      roomLabel: candidate.roomLabel,
      ticketNumber: candidate.ticketNumber,
      count: 1,
      text: OPEN_TEXT[why],
    })),
    ...TIME_LIMITS.flatMap(limit => limitFindings(limit, limits, courses)),
    ...packageStartFindings(limits, courses),
    ...seatFindings(courses),
    ...siteFindings(limits, courses.length),
  ]
  return findings.toSorted((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn'))
}

const OPEN_TEXT = {
  'sitting-unknown': {
    zh: '名册中的考生不属于任何场次，无法核算时间。请重新获取名册。',
    en: 'A candidate of the roster belongs to no sitting. Fetch the roster again.',
  },
  'form-unknown': {
    zh: '考生的试卷没有考试时长，无法核算时间。请核对试卷包。',
    en: 'The form of a candidate has no working time. Check the package.',
  },
} as const

type Miss = { readonly course: CandidateTimeline; readonly reserve: number; readonly at: string }

function limitFindings(limit: TimeLimit, limits: TimelineLimits, courses: readonly CandidateTimeline[]): TimelineFinding[] {
  const misses = courses.flatMap(course => {
    const at = limit.at(limits, course)
    const reserveMs = at === null ? Infinity : at - course[limit.must]
    return at === null || reserveMs >= RESERVE_MINUTES * 60_000 ? [] : [{ course, reserve: reserveMs, at: clockOf(at) }]
  })
  return byRoom(misses).map(group => {
    const worst = group.reduce((a, b) => (b.reserve < a.reserve ? b : a))
    return { ...placeOf(worst.course), code: limit.code, count: group.length, ...told(limit, worst, group.length) }
  })
}

function told(limit: TimeLimit, { course, reserve, at }: Miss, count: number): { readonly severity: Severity; readonly text: Text } {
  const severity = reserve < 0 ? 'block' : 'warn'
  const minutes = severity === 'block' ? Math.ceil(-reserve / 60_000) : Math.floor(reserve / 60_000)
  const who = whoText(course)
  const span = spanText(course, limit.must)
  const zh = `${who.zh}${span.zh}，而${limit.name.zh}是${at}，${severity === 'block' ? `不足${minutes}分钟` : `仅余${minutes}分钟`}。本考场受影响${count}人。`
  const en = `${who.en} ${span.en}; ${limit.name.en} is at ${at}, ${severity === 'block' ? `${minutes} minutes too early` : `a reserve of only ${minutes} minutes`}. ${count} in this room.`
  return { severity, text: { zh, en } }
}

function spanText(course: CandidateTimeline, must: TimeLimit['must']): Text {
  const time = clockOf(course[must])
  if (must === 'startsUntil') return { zh: `最晚可在${time}开始作答`, en: `may start as late as ${time}` }
  const { allowanceMinutes } = course.candidate
  const zh = `最晚可作答到${clockOf(course.endsAt)}（时长${course.allottedMinutes}分钟、加时${allowanceMinutes}分钟、休息${course.breakMinutes}分钟、最多补时${course.creditMinutes}分钟）`
  const en = `may work until ${clockOf(course.endsAt)} (${course.allottedMinutes} minutes, ${allowanceMinutes} extra, ${course.breakMinutes} of breaks, at most ${course.creditMinutes} credited)`
  return must === 'endsAt' ? { zh, en } : { zh: `${zh}，送达截止${time}`, en: `${en}, saves arrive until ${time}` }
}

function whoText({ candidate }: CandidateTimeline): Text {
  const { roomLabel, seatLabel, ticketNumber } = candidate
  return {
    zh: `${roomLabel}${seatLabel}号机位考生（准考证号${ticketNumber}）`,
    en: `${roomLabel}, seat ${seatLabel}, ticket ${ticketNumber}`,
  }
}

function placeOf({ sitting, candidate }: CandidateTimeline) {
  return { sittingId: sitting.sittingId, roomLabel: candidate.roomLabel, ticketNumber: candidate.ticketNumber }
}

function byRoom(misses: readonly Miss[]): Miss[][] {
  return [...Map.groupBy(misses, miss => `${miss.course.sitting.sittingId} ${miss.course.candidate.roomLabel}`).values()]
}

/** A package that opens only after the door leaves people waiting in front of an empty screen. */
function packageStartFindings({ packageFrom }: TimelineLimits, courses: readonly CandidateTimeline[]): TimelineFinding[] {
  if (packageFrom === null) return []
  const early = courses.filter(course => course.entersFrom < packageFrom)
  const [first] = early.toSorted((a, b) => a.entersFrom - b.entersFrom)
  if (first === undefined) return []
  const minutes = minutesBetween(first.entersFrom, packageFrom)
  const [from, door] = [clockOf(packageFrom), clockOf(first.entersFrom)]
  return [
    {
      ...placeOf(first),
      code: 'package-start',
      severity: 'block',
      count: early.length,
      text: {
        zh: `试卷包${from}才生效，而考生${door}起入场，晚了${minutes}分钟。受影响${early.length}人。`,
        en: `The package is valid from ${from} only, ${minutes} minutes after the door opens at ${door}. ${early.length} candidates.`,
      },
    },
  ]
}
