import type { Language } from '../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** `四级` for `L4`; an unknown code stays as it is. */
export function levelName(level: string, language: Language): string {
  const names: Readonly<Record<string, string>> = { zh, en }[language].levels
  return names[level] ?? level
}
