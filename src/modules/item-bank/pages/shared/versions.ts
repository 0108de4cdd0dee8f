import type { AnswerOf } from '../../../../ui/client.ts'
import type { Tone } from '../../../../ui/components/mark/state-word.tsx'
import { type showHistory, type showQueue, TYPE_NAMES, type VersionState } from '../../contract.ts'
import type { Language } from '../../../../ui/words.ts'

export type ShownVersion = AnswerOf<typeof showQueue>['toReview'][number]
export type History = AnswerOf<typeof showHistory>

/** How the states of a version look. */
export const stateTones: Readonly<Record<VersionState, Tone>> = {
  draft: 'idle',
  'item-review': 'waiting',
  passed: 'running',
  approved: 'running',
  trial: 'running',
  operational: 'done',
  returned: 'failing',
  withdrawn: 'ended',
  retired: 'ended',
}

export function typeName(type: ShownVersion['type'], language: Language): string {
  return TYPE_NAMES[type][language]
}

/** Whole minutes and seconds of an estimate: `1分30秒`. */
export function showEstimate(seconds: number, language: Language): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  const parts = language === 'zh' ? [minutes && `${minutes}分`, rest && `${rest}秒`] : [minutes && `${minutes} min`, rest && `${rest} s`]
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ')
}
