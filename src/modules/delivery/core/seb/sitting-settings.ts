import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import { SETTINGS_PASSWORD, WAY_OF_WORKING } from './keys/way-of-working.ts'
import { type SebSettings, settingsFaults } from './settings.ts'

/** What a hall decides about Safe Exam Browser for one sitting. */
export type SebPlan = {
  /** `https://exam.example` or `http://10.0.0.2:8080`: how the seats address the server; no path, no default port. */
  readonly origin: string
  /** Other origins that may be opened, as a rule the second server of the site. */
  readonly alsoAllowed: readonly string[]
  /** 32 random bytes in base64, new for every sitting: then the Config Key of another sitting is worth nothing (S-e). */
  readonly examKeySalt: string
  /** SHA-256 (hex) of the pass words with which an invigilator quits the browser and an administrator changes it. */
  readonly quitPasswordHash: string
  readonly settingsPasswordHash: string
}

const ORIGIN = /^https?:\/\/[a-z0-9][a-z0-9.-]*(:\d{1,5})?$/
const SALT = /^[A-Za-z0-9+/]{43}=$/
const HASH = /^[0-9a-f]{64}$/

/** The page with which the browser opens, and the one whose address makes it quit after the hand-in. */
export const START_PATH = '/exam/'
export const QUIT_PATH = '/exam/quit'

/**
 * The configuration of one sitting. Modern engine wherever there is one, because only it offers the script interface on Apple
 * systems (S-b); the header stays on for older Windows versions. Refusal: `seb-plan-invalid` with the places.
 */
export function sittingSettings(plan: SebPlan): Result<SebSettings> {
  const faults = planFaults(plan)
  if (faults.length > 0) return refuse('seb-plan-invalid', { places: faults })
  const settings: SebSettings = {
    ...WAY_OF_WORKING,
    startURL: plan.origin + START_PATH,
    quitURL: plan.origin + QUIT_PATH,
    examKeySalt: plan.examKeySalt,
    hashedQuitPassword: plan.quitPasswordHash,
    [SETTINGS_PASSWORD]: plan.settingsPasswordHash,
    URLFilterRules: [plan.origin, ...plan.alsoAllowed].map(filterRule),
  }
  const unsound = settingsFaults(settings)
  return unsound.length > 0 ? refuse('seb-plan-invalid', { places: unsound }) : ok(settings)
}

function planFaults(plan: SebPlan): string[] {
  const origins = [plan.origin, ...plan.alsoAllowed]
  return [
    ...origins.filter(origin => !ORIGIN.test(origin) || hasDefaultPort(origin)).map(origin => `origin ${origin}`),
    ...(SALT.test(plan.examKeySalt) ? [] : ['examKeySalt']),
    ...(HASH.test(plan.quitPasswordHash) ? [] : ['quitPasswordHash']),
    ...(HASH.test(plan.settingsPasswordHash) ? [] : ['settingsPasswordHash']),
  ]
}

/** A browser never names the default port, so a hash over an address with it would fit nobody. */
function hasDefaultPort(origin: string): boolean {
  return /^http:.*:80$|^https:.*:443$/.test(origin)
}

function filterRule(origin: string): SebSettings {
  return { active: true, regex: false, action: 1, expression: `${origin.replace(/^https?:\/\//, '')}/*` }
}
