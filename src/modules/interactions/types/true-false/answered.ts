import type { Answered } from '../../core/interaction-spec.ts'

/** Whatever parses is one of the two options. */
export function answered(): Answered {
  return { state: 'answered' }
}
