/** What stands in a Safe Exam Browser configuration. Dates, reals and raw data are left out: their text differs between platforms (design §1.4, S-g). */
export type SebValue = string | number | boolean | readonly SebValue[] | SebSettings
export type SebSettings = { readonly [key: string]: SebValue }

/** Keys whose text is base64 of bytes: the file writes them as data, the Config Key sees the base64 text. */
export const DATA_KEYS: ReadonlySet<string> = new Set(['examKeySalt'])

export function isDictionary(value: SebValue): value is SebSettings {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Printable ASCII without quotation mark and backslash: the text under the Config Key escapes nothing, so these two could feign another structure. */
const PLAIN = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/

/**
 * Why these settings would not give the same Config Key on every platform; empty when they do (design §1.4, S-g and S-h).
 * Each fault names the place: `URLFilterRules.0.expression: not plain ASCII`.
 */
export function settingsFaults(settings: SebSettings, at = ''): string[] {
  const keys = Object.keys(settings)
  const faults = keys.flatMap(key => [
    ...(/^[A-Za-z][A-Za-z0-9]*$/.test(key) ? [] : [`${at}${key}: not a plain key`]),
    ...(key === 'originatorVersion' ? [`${at}${key}: is left out of the Config Key`] : []),
    ...valueFaults(settings[key] as SebValue, `${at}${key}`),
  ])
  const folded = new Set(keys.map(key => key.toLowerCase()))
  return folded.size === keys.length ? faults : [...faults, `${at || 'settings'}: keys that differ only in case`]
}

function valueFaults(value: SebValue, at: string): string[] {
  if (typeof value === 'string') return PLAIN.test(value) ? [] : [`${at}: not plain ASCII`]
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? [] : [`${at}: not an integer`]
  if (typeof value === 'boolean') return []
  if (!isDictionary(value)) return value.flatMap((one, place) => valueFaults(one, `${at}.${place}`))
  return Object.keys(value).length === 0 ? [`${at}: an empty dictionary`] : settingsFaults(value, `${at}.`)
}
