import { ok } from '../../../kernel/result.ts'

/**
 * The exam client has no account: everybody may knock. What opens is decided at the row, by entry code or bearer token
 * (`entry-refused`, `token-refused`).
 */
export function mayKnock() {
  return ok(true as const)
}
