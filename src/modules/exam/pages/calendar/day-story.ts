import { fill, type Language, type SameKeys } from '../../../../ui/words.ts'
import type { Calendar } from '../answers.ts'
import { monthName, shortDay, shortWeekday } from '../short-day.ts'
import type { zh } from './words.zh.ts'

export type CalendarEntry = Calendar['entries'][number]
type Telling = {
  readonly words: SameKeys<typeof zh>['story']
  readonly language: Language
  readonly rule: Calendar['rule']
}

/**
 * Why a session falls on its day, in one or two sentences: “2月最后一个星期日是2月22日，适逢春节，顺延一周至3月1日。”
 * Where no day can be set, the reason the rule engine gave.
 */
export function dayStory(entry: CalendarEntry, { words, language, rule }: Telling): string {
  if (entry.day === null) return entry.refusal?.[language] ?? ''
  const year = Number(entry.nominal.slice(0, 4))
  const month = monthName(entry.nominal, language)
  const day = (text: string) => shortDay(text, year, language)
  const gap = language === 'zh' ? '' : ' '
  const tail = entry.makeUpWork ? gap + words.makeUp : ''
  if (entry.postponements.length === 0)
    return (
      fill({ 'last-sunday': words.plain, windows: words.proposed, announced: words.announced }[rule], { month, day: day(entry.day) }) + tail
    )
  const steps = entry.postponements.map(({ zh, en }, at) => {
    const next = entry.postponements[at + 1]?.day ?? entry.day ?? ''
    return fill(at === 0 ? words.shift : words.again, { holiday: { zh, en }[language], day: day(next) })
  })
  return fill(words.first, { month, first: day(entry.first) }) + steps.join(words.between) + words.end + tail
}

/** “报名9月27日至12月13日”, or nothing where the rule gives no window. */
export function windowStory(entry: CalendarEntry, { words, language }: Pick<Telling, 'words' | 'language'>): string {
  if (entry.opensOn === null || entry.closesOn === null) return ''
  const year = Number(entry.nominal.slice(0, 4))
  return fill(words.window, { from: shortDay(entry.opensOn, year, language), until: shortWeekday(entry.closesOn, year, language) })
}
