import { HALL_LIMITS, type AdmissionLimits } from '../../platform/http/admission/admission.ts'
import type { HostSize } from '../../platform/host/start-host.ts'

/**
 * For how many seats a server is set up (design §2.4): a pair of laptops for a small site, a pair for each room as in the health
 * exams, or one pair for a whole hall.
 */
export const PROFILES = {
  laptop: { zh: '便携机（不超过60机位）', seats: 60, size: { connections: 6, buffersMb: 64 }, admission: limitsFor(60) },
  room: { zh: '单考场（不超过120机位）', seats: 120, size: { connections: 8, buffersMb: 96 }, admission: limitsFor(120) },
  hall: { zh: '整个考点（不超过2000机位）', seats: 2_000, size: { connections: 16, buffersMb: 192 }, admission: HALL_LIMITS },
} as const satisfies Readonly<Record<string, Profile>>

export type ProfileName = keyof typeof PROFILES
export const PROFILE_NAMES = Object.keys(PROFILES) as readonly ProfileName[]

export type Profile = {
  readonly zh: string
  /** Seats it is meant for; more are told before arming. */
  readonly seats: number
  readonly size: HostSize
  readonly admission: AdmissionLimits
}

/** Every seat may have one save in hand and one in the line; the other lines shrink with the hall, but two always get in. */
function limitsFor(seats: number): AdmissionLimits {
  const share = (n: number) => Math.max(2, Math.ceil((n * seats) / 2_000))
  return {
    0: { ...HALL_LIMITS[0], atOnce: seats, waiting: seats * 2 },
    1: { ...HALL_LIMITS[1], atOnce: Math.max(8, share(HALL_LIMITS[1].atOnce)), waiting: seats },
    2: { ...HALL_LIMITS[2], atOnce: share(HALL_LIMITS[2].atOnce), waiting: seats },
    3: { ...HALL_LIMITS[3], atOnce: Math.max(4, share(HALL_LIMITS[3].atOnce)) },
    4: HALL_LIMITS[4],
  }
}
