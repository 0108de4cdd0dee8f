import type { Part } from '../edition.ts'
import type { ProvenanceText } from '../provenance.ts'

/** Words that texts use for the two parts of an exam: one concept, many names. */
const PART_WORDS: { readonly [P in Part]: readonly string[] } = {
  theory: ['理论知识', '理论'],
  skill: ['操作技能', '技能操作', '专业能力', '技术能力', '技能'],
}

/** A word in a source and the word the house uses for the same thing. */
export type Alias = {
  readonly written: string
  readonly means: string
  readonly kind: 'synonym' | 'misprint'
  readonly provenance: ProvenanceText
}

/** Training modules: the seed names the last one 电子支付 (line 65), the notices name it 电子交易. */
const TRAINING_MODULE_ALIASES: readonly Alias[] = [
  { written: '电子支付', means: '电子交易', kind: 'synonym', provenance: 'seed' },
  { written: '计算机及网络基础知识', means: '基础知识', kind: 'synonym', provenance: 'seed' },
]

/** Headings that a source misprints, and what they must read. */
const HEADING_CORRECTIONS: readonly Alias[] = [
  { written: '电子文件基础知识', means: '电子支付基础知识', kind: 'misprint', provenance: 'seed' },
  { written: '本职业大专及以上毕业', means: '本专业大专及以上毕业', kind: 'misprint', provenance: 'seed' },
]

/** The part of an exam that a word names, or null for a word that names neither. */
export function partNamed(word: string): Part | null {
  if (PART_WORDS.skill.includes(word)) return 'skill'
  return PART_WORDS.theory.includes(word) ? 'theory' : null
}

/** All words for a part; the first is the one the house writes. */
export function wordsFor(part: Part): readonly string[] {
  return PART_WORDS[part]
}

/** The name of a training module as the editions write it; other names are returned as they are. */
export function trainingModuleName(written: string): string {
  return TRAINING_MODULE_ALIASES.find(alias => alias.written === written)?.means ?? written
}

/** A heading with known misprints corrected; the alias tells what was written. Null when nothing is wrong. */
export function headingCorrection(written: string): Alias | null {
  return HEADING_CORRECTIONS.find(alias => alias.written === written) ?? null
}

/**
 * Years in a clause's wording. 满6年, 6年以上 and 满6年以上 all mean: six years or more. Null when the text names no years.
 */
export function leastYearsIn(text: string): number | null {
  const match = /满(\d+)年|(\d+)年以上/.exec(text)
  return match === null ? null : Number(match[1] ?? match[2])
}
