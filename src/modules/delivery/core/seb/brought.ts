import type { SebHashes } from './check.ts'

/** Where the browser puts its hashes by itself, and where the exam client puts what it read from the script interface. */
export const CONFIG_KEY_HEADER = 'x-safeexambrowser-configkeyhash'
export const BROWSER_KEY_HEADER = 'x-safeexambrowser-requesthash'
export const BROUGHT_HEADER = 'x-zhiheng-seb'

/** The nonce of the page and the hashes that the page was shown. */
export type SebBrought = { readonly nonce: string; readonly hashes: SebHashes }

const FORM = /^([A-Za-z0-9_-]{43})\.([0-9a-fA-F]{64})?\.([0-9a-fA-F]{64})?$/

/** `nonce.configKey.browserExamKey`; a hash that is not there is left empty. */
export function broughtText({ nonce, hashes }: SebBrought): string {
  return `${nonce}.${hashes.configKey ?? ''}.${hashes.browserExamKey ?? ''}`
}

/** Undefined for anything else. */
export function parseBrought(text: string | null): SebBrought | undefined {
  const match = text === null ? null : FORM.exec(text)
  if (match === null) return undefined
  return { nonce: match[1] as string, hashes: { configKey: match[2] ?? null, browserExamKey: match[3] ?? null } }
}

/** A value of one of the browser's headers; null for anything that is not a hash. */
export function headerHash(text: string | null): string | null {
  return text !== null && /^[0-9a-fA-F]{64}$/.test(text) ? text : null
}
