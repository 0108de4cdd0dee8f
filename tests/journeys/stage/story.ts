import { test } from 'node:test'
import type { Tale } from './tale.ts'

/** One step of the story: what is told, and what people do. */
export type Step = readonly [told: string, act: (tale: Tale) => Promise<void>]

/**
 * Tells a story step by step: each goes on from the one before, and after the first that fails the rest is not tried.
 * `begun` gives what stands at its beginning; a failure leaves a picture of every window.
 */
export function tell(steps: readonly Step[], begun: () => Tale): void {
  const told = { broken: null as string | null }
  for (const step of steps) test(step[0], () => go(step, begun(), told))
}

async function go([what, act]: Step, tale: Tale, told: { broken: string | null }): Promise<void> {
  if (told.broken !== null) throw new Error(`not tried, because this failed before: ${told.broken}`)
  try {
    await act(tale)
  } catch (error) {
    told.broken = what
    await tale.stage.allPictures('failed')
    throw error
  }
}
