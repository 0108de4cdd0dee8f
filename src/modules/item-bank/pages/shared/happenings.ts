import { type Instant, instant } from '../../../../kernel/instant.ts'
import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import { type Language, fill } from '../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import type { History } from './versions.ts'

export type ItemHappening = {
  readonly at: Instant
  readonly what: string
  readonly who: string
  readonly why: string
  readonly tone: Tone
  readonly isReading: boolean
}

const VERDICT_TONES: Readonly<Record<string, Tone>> = { passed: 'done', approved: 'done', returned: 'failing' }
const STEP_TONES: Readonly<Record<string, Tone>> = { 'item-made-operational': 'done', 'item-version-sent': 'running' }

const READINGS = new Set(['item-read', 'item-previewed'])

/** What happened to an item, newest first: versions as they came in, steps, and verdicts in the words of who gave them. */
export function happeningsOf(history: History, language: Language): readonly ItemHappening[] {
  const words = { zh, en }[language].steps
  const numbers = new Map(history.versions.map(version => [version.itemVersionId, version.version]))
  const named = (itemVersionId: string, what: string) => {
    const n = numbers.get(itemVersionId)
    return n === undefined ? what : [fill(words.version, { n }), what].join(language === 'zh' ? '　' : ': ')
  }
  const drafted = new Set(history.steps.filter(step => step.type === 'item-drafted').map(step => step.itemVersionId))
  const entered = history.versions.filter(version => !drafted.has(version.itemVersionId))
  return [
    ...entered.map(version => ({
      at: instant(version.enteredAt),
      what: named(version.itemVersionId, words.entered),
      who: version.writer,
      why: '',
      tone: 'idle' as const,
      isReading: false,
    })),
    ...history.steps.flatMap(({ type, itemVersionId, at }) => {
      const what = (words.types as Readonly<Record<string, string>>)[type]
      return what === undefined
        ? []
        : [
            {
              at: instant(at),
              what: named(itemVersionId, what),
              who: '',
              why: '',
              tone: STEP_TONES[type] ?? 'idle',
              isReading: READINGS.has(type),
            },
          ]
    }),
    ...history.verdicts.map(({ itemVersionId, verdict, person, note, at }) => ({
      at: instant(at),
      what: named(itemVersionId, (words.verdicts as Readonly<Record<string, string>>)[verdict] ?? verdict),
      who: person,
      why: note,
      tone: VERDICT_TONES[verdict] ?? 'idle',
      isReading: false,
    })),
  ].toSorted((a, b) => b.at - a.at)
}
