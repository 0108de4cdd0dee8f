import type { Language } from '../../../../ui/words.ts'
import { isLevelCode } from '../../contract.ts'
import { textOf } from './code-texts.ts'
import { fieldNames } from './field-names.ts'
import { levelName } from './level-names.ts'

/** What a statement is about, from the widest to the nearest: 四级／申报条件／第1款. */
export function namePath(path: readonly string[], language: Language): readonly string[] {
  const [head, ...rest] = path
  const names = fieldNames[language]
  if (head === 'levels') return nameOfLevel(rest, language)
  if (head === 'functions' || head === 'weights') {
    if (rest.length === 0) return [names[head] ?? head]
    const [level, ...others] = rest
    return [
      ...(level && isLevelCode(level) ? [levelName(level, language)] : level ? [level] : []),
      ...others.map(one => textOf(one, language)),
    ]
  }
  if (head === 'basics') return [names[`basics.${rest[0]}`] ?? '', ...rest.slice(1)]
  if (head === 'teachers' && rest[0] && isLevelCode(rest[0])) return [names['teachers'] ?? '', levelName(rest[0], language)]
  return [names[path.join('.')] ?? path.join('.')]
}

function nameOfLevel(rest: readonly string[], language: Language): readonly string[] {
  const [code, ...field] = rest
  const names = fieldNames[language]
  const level = code && isLevelCode(code) ? levelName(code, language) : (code ?? '')
  if (field[0] === 'eligibility') return [level, names['levels.eligibility'] ?? '', clauseName(field[1] ?? '', language)]
  return [level, names[`levels.${field.join('.')}`] ?? field.join('.')]
}

/** `L3-2` is the second clause of its level. */
export function clauseName(id: string, language: Language): string {
  const n = id.split('-').at(-1) ?? id
  return language === 'zh' ? `第${n}款` : `Clause ${n}`
}
