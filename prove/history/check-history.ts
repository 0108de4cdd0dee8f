import type { Breach, History } from './history.ts'
import { durable, gapless, honest, noInvention, readYourWrites } from './laws/events.ts'
import { derived, final, ledger } from './laws/outcome.ts'
import { time } from './laws/time.ts'
import { readHistory } from './reading.ts'

/** Every breach of a law in a history, with its witness; none is the proof for this run. Linear in the length of the history. */
export function checkHistory(history: History): Breach[] {
  const reading = readHistory(history)
  return [durable, noInvention, readYourWrites, gapless, derived, time, final, honest, ledger].flatMap(law => law(reading))
}
