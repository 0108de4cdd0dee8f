import { test } from 'node:test'
import type { Tale } from './tale.ts'

/** One step of the story: what is told, and what people do. */
export type Step = readonly [told: string, act: (tale: Tale) => Promise<void>]

/**
 * Tells a story step by step: each goes on from the one before, and after the first that fails the rest is not tried.
 * `begun` gives what stands at its beginning; a failure leaves a picture of every window.
 */
export function tell(steps: readonly Step[], begun: () => Tale): void {
  let broken: string | null = null
  for (const [told, act] of steps) {
    test(told, async () => {
      if (broken !== null) throw new Error(`not tried, because this failed before: ${broken}`)
      try {
        await act(begun())
      } catch (error) {
        broken = told
        await begun().stage.allPictures('failed')
        throw error
      }
    })
  }
}
