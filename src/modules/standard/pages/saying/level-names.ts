import type { Language } from '../../../../ui/words.ts'
import type { LevelCode } from '../../contract.ts'

const NAMES: Readonly<Record<LevelCode, { readonly zh: string; readonly en: string }>> = {
  S: { zh: '专项能力', en: 'Special ability' },
  L5: { zh: '五级', en: 'Level 5' },
  L4: { zh: '四级', en: 'Level 4' },
  L3: { zh: '三级', en: 'Level 3' },
  L2: { zh: '二级', en: 'Level 2' },
  L1: { zh: '一级', en: 'Level 1' },
}

/** A level by its national grade: 四级, Level 4. */
export function levelName(code: LevelCode, language: Language): string {
  return NAMES[code][language]
}

export function levelNames(codes: readonly LevelCode[], language: Language): string {
  return codes.map(code => levelName(code, language)).join(language === 'zh' ? '、' : ', ')
}
