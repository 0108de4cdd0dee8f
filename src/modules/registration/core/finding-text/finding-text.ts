import type { GradedLevel } from '../../../standard/contract.ts'
import type { ClauseFinding, Eligibility } from '../eligibility.ts'
import type { PredicateFinding } from '../predicates/finding.ts'
import { dateEn, dateZh } from './elapsed.ts'
import type { Bilingual, FindingWords, LevelName } from './words.ts'
import { wordsEn } from './words.en.ts'
import { wordsZh } from './words.zh.ts'

/** How the edition calls a level in both languages. */
export type LevelNames = (level: GradedLevel) => Bilingual

/**
 * One clause told as a sentence: its number and words, the verdict, and why. Unmet clauses name only what is missing and
 * the first day on which it is there; proven ones what they rest on.
 */
export function findingText(finding: ClauseFinding, levels: LevelNames): Bilingual {
  const zh = told(finding, wordsZh, level => levels(level).zh)
  const en = told(finding, wordsEn, level => levels(level).en)
  const verdictZh = { met: '已满足', 'needs-evidence': '所述情况满足，待补证明材料', 'not-met': '未满足' }[finding.verdict]
  const verdictEn = { met: 'met', 'needs-evidence': 'true as stated, evidence needed', 'not-met': 'not met' }[finding.verdict]
  return {
    zh: `「第${finding.number}款：${finding.text}」${verdictZh}：${zh}${openingZh(finding)}。`,
    en: `Clause ${finding.number} "${finding.text}" ${verdictEn}: ${en}${openingEn(finding)}.`,
  }
}

/** One predicate told as a clause of a sentence, without full stop. */
export function predicateText(finding: PredicateFinding, levels: LevelNames): Bilingual {
  return {
    zh: say(finding, wordsZh, level => levels(level).zh),
    en: say(finding, wordsEn, level => levels(level).en),
  }
}

/** The answer for the whole level in one sentence. */
export function eligibilityText(eligibility: Eligibility): Bilingual {
  const { verdict, opensOn, findings } = eligibility
  const numbers = findings.filter(f => f.verdict === verdict).map(f => f.number)
  const clausesZh = numbers.map(n => `第${n}款`).join('、')
  const clausesEn = `clause${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`
  switch (verdict) {
    case 'met':
      return { zh: `符合申报条件（${clausesZh}）。`, en: `Eligible (${clausesEn}).` }
    case 'needs-evidence':
      return {
        zh: `所述情况符合${clausesZh}，可以申报，审核时须提交或出示证明材料。`,
        en: `Eligible as stated (${clausesEn}): you may apply, and must hand in or show the evidence at the review.`,
      }
    case 'not-met':
      if (opensOn === null)
        return { zh: '不符合申报条件，按目前情况不会随时间符合。', en: 'Not eligible, and as things stand not by the passing of time.' }
      return {
        zh: `暂不符合申报条件，按目前情况最早${dateZh(opensOn)}符合。`,
        en: `Not yet eligible; as things stand on ${dateEn(opensOn)} at the earliest.`,
      }
  }
}

function told(finding: ClauseFinding, words: FindingWords, level: LevelName): string {
  switch (finding.verdict) {
    case 'met':
      return finding.predicates.map(p => say(p, words, level)).join(words.between)
    case 'needs-evidence': {
      const claimed = finding.predicates.filter(p => p.verdict === 'needs-evidence')
      const facts = new Map(claimed.flatMap(p => p.unproven).map(f => [f.fact + f.on, f]))
      const bases = claimed.map(p => words.basis(p.basis, p.predicate, level))
      return [...bases, words.unproven([...facts.values()])].join(words.between)
    }
    case 'not-met':
      return missing(finding)
        .map(p => say(p, words, level))
        .join(words.between)
  }
}

/** The predicates that fail; not the work that waits only for a certificate or title which is itself named as missing. */
function missing(finding: ClauseFinding): PredicateFinding[] {
  const failing = finding.predicates.filter(p => p.verdict === 'not-met')
  const named = failing.some(p => p.predicate.p === 'certificate' || p.predicate.p === 'title')
  return failing.filter(p => !(named && p.gap.lacks === 'since'))
}

function say(finding: PredicateFinding, words: FindingWords, level: LevelName): string {
  switch (finding.verdict) {
    case 'met':
      return words.basis(finding.basis, finding.predicate, level)
    case 'needs-evidence':
      return `${words.basis(finding.basis, finding.predicate, level)}${words.but}${words.unproven(finding.unproven)}`
    case 'not-met':
      return `${words.gap(finding.gap, finding.predicate, level)}${words.becomes(finding.gap, finding.becomesTrueOn)}`
  }
}

function openingZh(finding: ClauseFinding): string {
  if (finding.verdict !== 'not-met' || finding.metOn === null) return ''
  const when = toldAlready(finding) ? '' : `；本款各项最早${dateZh(finding.metOn)}同时满足`
  return `${when}${finding.verdictThen === 'needs-evidence' ? '（届时须提交或出示证明材料）' : ''}`
}

function openingEn(finding: ClauseFinding): string {
  if (finding.verdict !== 'not-met' || finding.metOn === null) return ''
  const when = toldAlready(finding) ? '' : `; the whole clause on ${dateEn(finding.metOn)} at the earliest`
  return `${when}${finding.verdictThen === 'needs-evidence' ? ' (evidence needed by then)' : ''}`
}

/** A single missing predicate has named the day of the whole clause. */
function toldAlready(finding: ClauseFinding): boolean {
  const [only, ...more] = missing(finding)
  return more.length === 0 && only?.verdict === 'not-met' && finding.verdict === 'not-met' && only.becomesTrueOn === finding.metOn
}
