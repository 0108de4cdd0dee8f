import type { Sha256 } from '../paper/package.ts'
import { type SebSettings, type SebValue, isDictionary } from './settings.ts'

/**
 * The text under the Config Key: like JSON without white space and without any escaping, keys in lower-case order, without
 * `originatorVersion` and without dictionaries that hold nothing (design §1.4). Lower-case order is that of the root collation
 * for all known keys; the order of bytes is not.
 */
export function configText(settings: SebSettings): string {
  const entries = Object.entries(settings)
    .filter(([key, value]) => key !== 'originatorVersion' && !isHollow(value))
    .toSorted(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  return `{${entries.map(([key, value]) => `"${key}":${valueText(value)}`).join(',')}}`
}

function valueText(value: SebValue): string {
  if (typeof value === 'string') return `"${value}"`
  if (typeof value !== 'object') return String(value)
  if (isDictionary(value)) return configText(value)
  return `[${value
    .filter(one => !isHollow(one))
    .map(valueText)
    .join(',')}]`
}

/** A dictionary in which nothing is left once its own hollow dictionaries are gone. */
function isHollow(value: SebValue): boolean {
  return isDictionary(value) && Object.entries(value).every(([key, inner]) => key === 'originatorVersion' || isHollow(inner))
}

/** The Config Key: SHA-256 of the text, 64 lower-case hexadecimal digits. Whoever knows it can forge every check: keep it secret. */
export function configKey(settings: SebSettings, sha256: Sha256): string {
  return sha256(configText(settings))
}

/**
 * What the browser sends for a page or a request: SHA-256 of its absolute address without the fragment, followed by the key.
 * The address is the one the browser asked for, byte for byte.
 */
export function requestHash(address: string, key: string, sha256: Sha256): string {
  const fragment = address.indexOf('#')
  return sha256((fragment < 0 ? address : address.slice(0, fragment)) + key)
}

/**
 * The address that the browser asked for, from the public origin of the hall and the target of the request as it arrived. A proxy
 * in front may know the server under another name, so neither the host header nor a parsed address is used (S-i).
 */
export function askedAddress(origin: string, target: string): string {
  return origin + target
}
