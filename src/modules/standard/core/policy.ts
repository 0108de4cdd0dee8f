import type { Actor } from '../../../kernel/actor.ts'
import { type Result, ok } from '../../../kernel/result.ts'

/** The standard is public: anybody may read editions and compare them, signed in or not. */
export function mayReadStandard(_actor: Actor): Result<true> {
  return ok(true)
}
