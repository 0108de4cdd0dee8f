import type { en } from './words.en.ts'
import { fill } from '../../../../../ui/words.ts'

type Words = Pick<typeof en, 'justNow' | 'secondsAgo' | 'minutesAgo' | 'hoursAgo'>

/** How long ago, in steps that do not flicker: by five seconds under a minute, then whole minutes, then hours. */
export function agoText(at: number, now: number, words: Words): string {
  const seconds = Math.max(0, Math.floor((now - at) / 1000))
  if (seconds < 5) return words.justNow
  if (seconds < 60) return fill(words.secondsAgo, { n: Math.floor(seconds / 5) * 5 })
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? fill(words.minutesAgo, { n: minutes }) : fill(words.hoursAgo, { n: Math.floor(minutes / 60) })
}

const BEIJING_MS = 8 * 3_600_000

/** Beijing wall clock with seconds: `08:30:05`. */
export function clockSeconds(at: number): string {
  return new Date(at + BEIJING_MS).toISOString().slice(11, 19)
}

/** A span as it runs: `4:09`, `1:02:09`; never below zero. */
export function running(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

/** A person of the roster or the server itself, as it stands in a record: name where known, else the id. */
export function personOf(ref: string, people: Readonly<Record<string, string>>, system: string): string {
  if (ref.startsWith('system:')) return system
  const staffId = ref.replace(/^person:/, '')
  return people[staffId] ?? staffId
}
