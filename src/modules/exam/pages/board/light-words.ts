import { clockOf, dayOf, instant } from '../../../../kernel/instant.ts'
import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import { fill, type Language } from '../../../../ui/words.ts'
import type { BoardColumn, BoardRowView, Light, Standing } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  failing: 'failing',
  waiting: 'waiting',
  running: 'running',
  idle: 'idle',
  done: 'done',
}

/** A light in words: counts as they are, moments as clock times of their day (with the day where it is another). */
export function lightText(column: BoardColumn, light: Light, told: { readonly now: number; readonly language: Language }): string {
  const words = told.language === 'zh' ? zh : en
  if (light.code === 'none') return column === 'enrolment' ? words.enrolmentNone : column === 'heard' ? words.heardNone : words.lights.none
  const n = light.value ?? 0
  return fill(words.lights[light.code], { n, at: momentText(n, told.now) })
}

/** What is looked at first: trouble before tasks, and the site's code within. */
export function boardOrder(rows: readonly BoardRowView[]): readonly BoardRowView[] {
  const rank = { failing: 0, waiting: 1, running: 2, idle: 3, done: 4 } as const
  return rows.toSorted((a, b) => rank[a.standing] - rank[b.standing] || (a.siteCode < b.siteCode ? -1 : 1))
}

function momentText(at: number, now: number): string {
  if (at <= 0) return ''
  const moment = instant(at)
  const [, month = '', day = ''] = dayOf(moment).split('-')
  return dayOf(moment) === dayOf(instant(now)) ? clockOf(moment) : `${Number(month)}-${Number(day)} ${clockOf(moment)}`
}
