import {
  type Text,
  type TimelineLimits,
  BYTES_OF_SITE,
  BYTES_PER_CANDIDATE,
  GOOD_BATTERY_MINUTES,
  GOOD_STATEMENT_MS,
  LEAST_BATTERY_MINUTES,
  LEAST_STATEMENT_MS,
  MOST_SKEW_MS,
} from './limits.ts'
import type { Severity, TimelineFinding } from './finding.ts'

/** What concerns the site as a whole: database, batteries, clocks of the stations, disk. */
export function siteFindings(limits: TimelineLimits, candidates: number): TimelineFinding[] {
  return [
    ...statement(limits.statementMs),
    ...battery(limits.batteryMinutes),
    ...skew(limits.stations),
    ...disk(limits.diskFreeBytes, candidates),
    ...profile(limits.seatsMeant, candidates),
  ]
}

function finding(code: string, severity: Severity, text: Text, count = 0): TimelineFinding {
  return { code, severity, sittingId: null, roomLabel: null, ticketNumber: null, count, text }
}

function statement(ms: number | null): TimelineFinding[] {
  if (ms === null || ms >= GOOD_STATEMENT_MS) return []
  const text = {
    zh: `数据库语句超时为${ms}毫秒，至少须${LEAST_STATEMENT_MS}毫秒，建议${GOOD_STATEMENT_MS}毫秒以上；过短会使保存失败。`,
    en: `The database gives statements up after ${ms} ms; at least ${LEAST_STATEMENT_MS} are needed and ${GOOD_STATEMENT_MS} advised, or saves fail.`,
  }
  return [finding('statement-timeout', ms < LEAST_STATEMENT_MS ? 'block' : 'warn', text)]
}

function battery(minutes: number | null): TimelineFinding[] {
  if (minutes === null || minutes >= GOOD_BATTERY_MINUTES) return []
  const text = {
    zh: `备用电源只能维持${minutes}分钟，应不少于${GOOD_BATTERY_MINUTES}分钟，少于${LEAST_BATTERY_MINUTES}分钟不能开考。`,
    en: `The batteries last ${minutes} minutes; ${GOOD_BATTERY_MINUTES} are expected and fewer than ${LEAST_BATTERY_MINUTES} are not accepted.`,
  }
  return [finding('battery', minutes < LEAST_BATTERY_MINUTES ? 'block' : 'warn', text)]
}

function skew(stations: TimelineLimits['stations']): TimelineFinding[] {
  const off = stations.filter(station => Math.abs(station.skewMs) > MOST_SKEW_MS)
  return [...Map.groupBy(off, station => station.roomLabel)].map(([roomLabel, group]) => {
    const worst = group.reduce((a, b) => (Math.abs(b.skewMs) > Math.abs(a.skewMs) ? b : a))
    const seconds = (Math.abs(worst.skewMs) / 1000).toFixed(1)
    const text = {
      zh: `${roomLabel}有${group.length}台考试机与服务器时钟相差超过${MOST_SKEW_MS / 1000}秒，最大为${worst.seatLabel}号机位的${seconds}秒。请校时。`,
      en: `${group.length} stations of ${roomLabel} differ from the server by more than ${MOST_SKEW_MS / 1000} s, seat ${worst.seatLabel} by ${seconds} s. Set their clocks.`,
    }
    return { ...finding('clock-skew', 'warn', text, group.length), roomLabel }
  })
}

function disk(freeBytes: number | null, candidates: number): TimelineFinding[] {
  const need = BYTES_OF_SITE + candidates * BYTES_PER_CANDIDATE
  if (freeBytes === null || freeBytes >= 2 * need) return []
  const [free, needed] = [freeBytes, need].map(bytes => (bytes / 1e9).toFixed(1))
  const text = {
    zh: `服务器磁盘剩余${free}GB，${candidates}名考生需要${needed}GB，且应留出一倍余量。请清理或更换磁盘。`,
    en: `${free} GB are free; ${candidates} candidates need ${needed} GB and as much again in reserve. Make room or change the disk.`,
  }
  return [finding('disk', freeBytes < need ? 'block' : 'warn', text, candidates)]
}

/** More people than the server is set up for: it may serve them, and somebody has to have tried it. */
function profile(seatsMeant: number | null, candidates: number): TimelineFinding[] {
  if (seatsMeant === null || candidates <= seatsMeant) return []
  const text = {
    zh: `本服务器按不超过${seatsMeant}机位设置，而名册有${candidates}名考生。请换用更大的配置方案，或以负载模拟证明可行。`,
    en: `This server is set up for at most ${seatsMeant} seats and the roster has ${candidates} candidates. Use a larger profile, or show by the load simulation that it holds.`,
  }
  return [finding('profile', 'warn', text, candidates)]
}
