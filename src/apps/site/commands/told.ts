import { fillText } from '../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { siteRefusals } from '../mounted.ts'

/** Tells a refusal in both languages and gives the exit code for it. A refusal of the centre brings its own words. */
export function refused(refusal: Refusal & { readonly zh?: string; readonly en?: string }): number {
  const own = siteRefusals[refusal.code]
  const zh = own === undefined ? refusal.zh || refusal.code : fillText(own.zh, refusal.facts)
  const en = own === undefined ? refusal.en || refusal.code : fillText(own.en, refusal.facts)
  return told(zh, en, 1)
}

/** Tells a line in both languages; what went wrong goes to standard error. */
export function told(zh: string, en: string, code = 0): number {
  const line = `${zh} (${en})`
  if (code === 0) console.log(line)
  else console.error(line)
  return code
}
