import { fill } from '../../../../ui/words.ts'

type LeftWords = { readonly minutes: string; readonly hours: string }

/** How long until an instant, in begun minutes: `12分钟`, `1小时05分` from an hour on. Never below zero. */
export function timeLeft(now: number, until: number, words: LeftWords): string {
  const minutes = Math.max(0, Math.ceil((until - now) / 60_000))
  return minutes < 60
    ? fill(words.minutes, { n: minutes })
    : fill(words.hours, { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, '0') })
}
