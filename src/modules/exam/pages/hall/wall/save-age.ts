import { fill } from '../../../../../ui/words.ts'

type AgeWords = { readonly now: string; readonly seconds: string; readonly minutes: string; readonly none: string }
/** The wall itself is read every few seconds: less than this cannot be told apart. */
const JUST_NOW_SECONDS = 5

/** How long ago something was stored: `刚刚保存`, `12秒前保存`, full minutes from one on; `null`: nothing yet. */
export function saveAge(savedAt: number | null, now: number, words: AgeWords): string {
  if (savedAt === null) return words.none
  const seconds = Math.max(0, Math.floor((now - savedAt) / 1000))
  if (seconds < JUST_NOW_SECONDS) return words.now
  return seconds < 60 ? fill(words.seconds, { n: seconds }) : fill(words.minutes, { n: Math.floor(seconds / 60) })
}
