import { gramsOf, likeness } from '../search/grams.ts'
import { keptWords, plainWords } from '../search/plain-words.ts'
import { type FaceOption, type LintItem, facesOf } from './faces.ts'
import type { Finding } from './finding.ts'
import { rightIsLongest } from './option-findings.ts'

/** An item within a set, with its code and the codes of its enemies. */
export type SetItem = LintItem & {
  readonly code: string
  readonly points: readonly string[]
  readonly enemies: readonly string[]
}

/** Items of each length from which on a distribution says something. */
const LEAST_ITEMS = 20
/** Critical values of the chi-square distribution at the 1 % level, by degrees of freedom. */
const CHI_SQUARE_1_PERCENT = [0, 6.635, 9.21, 11.345, 13.277, 15.086] as const
/** One-sided 1 % point of the normal distribution. */
const NORMAL_1_PERCENT = 2.326
const DUPLICATE = 0.62

/** What shows only over a set of one file or one writer: where the right options stand and how long they are. */
export function lintSet(items: readonly SetItem[]): readonly Finding[] {
  return [...keyFindings(items), ...verdictFindings(items), ...longestFindings(items)]
}

/** Points of a specification table that no item of the set asks. */
export function unusedPoints(points: readonly string[], items: readonly SetItem[]): readonly Finding[] {
  const used = new Set(items.flatMap(item => item.points))
  return points
    .filter(point => !used.has(point))
    .map(point => ({
      code: 'point-unused',
      severity: 'warning',
      place: point,
      zh: `鉴定点${point}没有试题`,
      en: `no item asks point ${point}`,
    }))
}

/** Pairs of items much alike that are not enemies. */
export function duplicates(items: readonly SetItem[]): readonly Finding[] {
  const sets = items.map(item => gramsOf(keptWords(plainWords(item.content))))
  return items.flatMap((item, at) =>
    items.slice(0, at).flatMap((other, before): Finding[] => {
      const [own, others] = [sets[at] ?? [], sets[before] ?? []]
      // sets of very different size cannot be alike
      if (Math.min(own.length, others.length) < DUPLICATE * Math.max(own.length, others.length)) return []
      const alike = likeness(own, others)
      if (alike < DUPLICATE || item.enemies.includes(other.code) || other.enemies.includes(item.code)) return []
      const percent = Math.round(alike * 100)
      const place = `${other.code} ${item.code}`
      return [
        {
          code: 'near-duplicate',
          severity: 'warning',
          place,
          zh: `两题相似${percent}%且未列为互斥`,
          en: `${percent} % alike and not enemies`,
        },
      ]
    }),
  )
}

/** Sum of squared differences over what a uniform distribution expects. */
export function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length
  return expected === 0 ? 0 : counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
}

function singleChoices(items: readonly SetItem[]): (readonly FaceOption[])[] {
  return items
    .flatMap(item => facesOf(item))
    .filter(face => face.type === 'single-choice' && face.options.every(option => !option.pinned))
    .map(face => face.options)
}

function keyFindings(items: readonly SetItem[]): Finding[] {
  const bySize = Map.groupBy(singleChoices(items), options => options.length)
  return [...bySize].flatMap(([size, faces]): Finding[] => {
    const limit = CHI_SQUARE_1_PERCENT[size - 1]
    if (faces.length < LEAST_ITEMS || limit === undefined) return []
    const counts = Array.from({ length: size }, (_, at) => faces.filter(options => options[at]?.right).length)
    if (chiSquare(counts) <= limit) return []
    const told = counts.map((n, at) => `${String.fromCharCode(65 + at)}${n}`).join(' ')
    return [
      {
        code: 'key-uneven',
        severity: 'warning',
        place: 'key',
        zh: `正确选项的位置分布不均：${told}`,
        en: `the right options are unevenly placed: ${told}`,
      },
    ]
  })
}

function verdictFindings(items: readonly SetItem[]): Finding[] {
  const verdicts = items.flatMap(item => facesOf(item)).flatMap(face => face.verdict ?? [])
  const right = verdicts.filter(verdict => verdict).length
  const counts = [right, verdicts.length - right]
  if (verdicts.length < LEAST_ITEMS || chiSquare(counts) <= CHI_SQUARE_1_PERCENT[1]) return []
  const [t, f] = counts
  return [
    {
      code: 'verdicts-uneven',
      severity: 'warning',
      place: 'key',
      zh: `判断题对错不均：对${t}、错${f}`,
      en: `true and false are uneven: ${t} true, ${f} false`,
    },
  ]
}

/** Right options that are the longest of theirs more often than chance at the 1 % level. */
function longestFindings(items: readonly SetItem[]): Finding[] {
  const faces = singleChoices(items)
  if (faces.length < LEAST_ITEMS) return []
  const longest = faces.filter(options => rightIsLongest({ options })).length
  const expected = faces.reduce((sum, options) => sum + 1 / options.length, 0)
  const variance = faces.reduce((sum, options) => sum + (1 / options.length) * (1 - 1 / options.length), 0)
  if ((longest - expected) / Math.sqrt(variance) <= NORMAL_1_PERCENT) return []
  const percent = Math.round((100 * longest) / faces.length)
  return [
    {
      code: 'right-longest',
      severity: 'warning',
      place: 'options',
      zh: `正确选项有${percent}%是最长的，高于机会水平`,
      en: `the right option is the longest in ${percent} %, more often than chance`,
    },
  ]
}
