import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import { showMinutes } from '../../../../ui/format.ts'
import type { Language } from '../../../../ui/words.ts'

/** Marks without their unit: 6050 → `60.5`. */
export function marksText(marks: number): string {
  return showMarks(hundredths(marks))
}

/** Thousandths with so many decimals; the minus is a real one: −250 → `−0.25`. */
export function thousandths(value: number, decimals = 2): string {
  return signed((value / 1000).toFixed(decimals))
}

/** An ability as short as it can be told: −250 → `−0.25`, 2000 → `2`. */
export function abilityText(theta: number): string {
  return signed(String(theta / 1000))
}

/** The part of a whole in percent with one decimal at most; a dash when there is no whole. */
export function shareText(part: number, whole: number): string {
  return whole <= 0 ? '—' : `${Math.round((part * 1000) / whole) / 10}%`
}

/** Seconds as whole minutes, rounded up, so that a form is never told shorter than it is. */
export function secondsText(seconds: number, language: Language): string {
  return showMinutes(Math.ceil(seconds / 60), language)
}

/** Basis points as percent, rounded up to hundredths by whoever made them. */
export function gapText(basisPoints: number): string {
  return `${basisPoints / 100}%`
}

/** What the machine spent: tenths of a second below a minute, whole seconds above. */
export function spentText(milliseconds: number, language: Language): string {
  const seconds = milliseconds < 60_000 ? Math.round(milliseconds / 100) / 10 : Math.round(milliseconds / 1000)
  return language === 'zh' ? `${seconds}秒` : `${seconds} s`
}

function signed(text: string): string {
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text.replace('-', '−')
}
