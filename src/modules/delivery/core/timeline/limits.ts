import { type Instant, plusMinutes } from '../../../../kernel/instant.ts'
import type { CandidateTimeline } from './candidate-timeline.ts'

/** Everything else that can end a sitting. Null: there is no such limit. */
export type TimelineLimits = {
  /** A single time for all at which something stops attempts, whatever its purpose. */
  readonly endForAllAt: Instant | null
  /** Minutes that a bearer token lives after the entry. */
  readonly tokenMinutes: number | null
  /** Minutes that an entry code opens the door after check-in. */
  readonly entryCodeMinutes: number | null
  readonly packageFrom: Instant | null
  readonly packageUntil: Instant | null
  /** Until when the opening key and the form keys are valid. */
  readonly keyUntil: Instant | null
  /** When Safe Exam Browser, a station or its image ends by itself. */
  readonly browserQuitAt: Instant | null
  /** Until when power is planned, and minutes that the batteries last. */
  readonly powerUntil: Instant | null
  readonly batteryMinutes: number | null
  /** Milliseconds after which the database gives a statement up. */
  readonly statementMs: number | null
  readonly stations: readonly { readonly roomLabel: string; readonly seatLabel: string; readonly skewMs: number }[]
  readonly diskFreeBytes: number | null
  /** For how many seats this server is set up. */
  readonly seatsMeant: number | null
}

export const NO_LIMITS: TimelineLimits = {
  endForAllAt: null,
  tokenMinutes: null,
  entryCodeMinutes: null,
  packageFrom: null,
  packageUntil: null,
  keyUntil: null,
  browserQuitAt: null,
  powerUntil: null,
  batteryMinutes: null,
  statementMs: null,
  stations: [],
  diskFreeBytes: null,
  seatsMeant: null,
}

export type Text = { readonly zh: string; readonly en: string }

/** A limit in time: what of a candidate's course must be over before it. */
export type TimeLimit = {
  readonly code: string
  readonly name: Text
  readonly must: keyof Pick<CandidateTimeline, 'startsUntil' | 'endsAt' | 'acceptsUntil'>
  readonly at: (limits: TimelineLimits, course: CandidateTimeline) => Instant | null
}

const after = (from: Instant, minutes: number | null) => (minutes === null ? null : plusMinutes(from, minutes))

/** One row for each limit; the linter knows no other. */
export const TIME_LIMITS: readonly TimeLimit[] = [
  {
    code: 'end-for-all',
    name: { zh: '统一截止时间', en: 'the general end for all' },
    must: 'acceptsUntil',
    at: limits => limits.endForAllAt,
  },
  {
    code: 'token',
    name: { zh: '登录凭据失效时间', en: 'the end of the token' },
    must: 'acceptsUntil',
    at: (limits, course) => after(course.entersFrom, limits.tokenMinutes),
  },
  {
    code: 'entry-code',
    name: { zh: '入场码失效时间', en: 'the end of the entry code' },
    must: 'startsUntil',
    at: (limits, course) => after(course.entersFrom, limits.entryCodeMinutes),
  },
  {
    code: 'package',
    name: { zh: '试卷包失效时间', en: 'the end of the package' },
    must: 'acceptsUntil',
    at: limits => limits.packageUntil,
  },
  { code: 'key', name: { zh: '密钥失效时间', en: 'the end of the keys' }, must: 'acceptsUntil', at: limits => limits.keyUntil },
  {
    code: 'browser-quit',
    name: { zh: '考试浏览器退出时间', en: 'the quitting of the browser' },
    must: 'endsAt',
    at: limits => limits.browserQuitAt,
  },
  {
    code: 'power',
    name: { zh: '供电保障截止时间', en: 'the end of planned power' },
    must: 'acceptsUntil',
    at: limits => limits.powerUntil,
  },
]

/** Below this reserve a limit that holds is still pointed out. */
export const RESERVE_MINUTES = 10
/** Longest difference of a station's clock from the server's (design §2.2). */
export const MOST_SKEW_MS = 2_000
/** A transaction may take two seconds (rule R10): a database that gives up earlier breaks saves, and five seconds leave a reserve. */
export const LEAST_STATEMENT_MS = 2_000
export const GOOD_STATEMENT_MS = 5_000
/** Batteries carry the servers for half an hour (design §1.3); below ten minutes not even a clean stop is certain. */
export const GOOD_BATTERY_MINUTES = 30
export const LEAST_BATTERY_MINUTES = 10
/** Events, responses, files of log and their copy for one candidate (design §4.2: 1,500 events of 250 bytes), and what the site needs besides. */
export const BYTES_PER_CANDIDATE = 2_000_000
export const BYTES_OF_SITE = 1_000_000_000
