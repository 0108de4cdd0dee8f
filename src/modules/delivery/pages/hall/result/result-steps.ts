import type { Results } from './result-page.tsx'

export type ResultStepState = 'done' | 'now' | 'ahead'
type Facts = Pick<Results, 'results' | 'receipt' | 'purgedAt'>

/** Which of the four steps is due. Carrying is known to be done only by the receipt that came back. */
export function resultSteps({
  results,
  receipt,
  purgedAt,
}: Facts): Readonly<Record<'build' | 'carry' | 'receipt' | 'purge', ResultStepState>> {
  const built = results.length > 0 || receipt !== null
  const received = receipt !== null
  return {
    build: built ? 'done' : 'now',
    carry: received ? 'done' : built ? 'now' : 'ahead',
    receipt: received ? 'done' : built ? 'now' : 'ahead',
    purge: purgedAt !== null ? 'done' : received ? 'now' : 'ahead',
  }
}
