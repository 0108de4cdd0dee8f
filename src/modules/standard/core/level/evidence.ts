import type { Clause, LevelCode, Predicate } from '../clause.ts'
import type { ResolvedEdition } from '../resolve.ts'

/** A kind of proof that the registration forms and the system's own records can produce. */
export type EvidenceKind =
  | 'identity-document'
  | 'employment-statement'
  | 'completion-proof'
  | 'certificate-record'
  | 'diploma'
  | 'enrolment-proof'
  | 'apprenticeship-proof'
  | 'title-certificate'

/** What a person reads beside each kind of proof. */
export const EVIDENCE_WORDS: { readonly [Kind in EvidenceKind]: { readonly zh: string; readonly en: string } } = {
  'identity-document': { zh: '身份证件', en: 'identity document' },
  'employment-statement': { zh: '工作年限证明', en: "employer's statement of years of work" },
  'completion-proof': { zh: '结业证书', en: 'completion proof' },
  'certificate-record': { zh: '已有证书', en: 'certificate held' },
  diploma: { zh: '毕业证书', en: 'diploma' },
  'enrolment-proof': { zh: '在读证明', en: 'proof of enrolment at a school' },
  'apprenticeship-proof': { zh: '学徒期满证明', en: 'proof of a finished apprenticeship' },
  'title-certificate': { zh: '专业技术职称证书', en: 'certificate of a professional title' },
}

/** Ways to prove a predicate: any one inner list suffices, and all kinds within it are needed. */
export function evidenceFor(predicate: Predicate): readonly (readonly EvidenceKind[])[] {
  switch (predicate.p) {
    case 'work':
      if (predicate.since === null) return [['employment-statement']]
      return predicate.since.startsWith('cert:')
        ? [['employment-statement', 'certificate-record']]
        : [['employment-statement', 'title-certificate']]
    case 'certificate':
      return [['certificate-record']]
    case 'training':
      return [['completion-proof']]
    case 'education':
      return educationEvidence(predicate.status)
    case 'apprenticeship':
      return [['apprenticeship-proof']]
    case 'title':
      return [['title-certificate']]
    case 'age':
      return [['identity-document']]
  }
}

function educationEvidence(status: Extract<Predicate, { p: 'education' }>['status']): readonly (readonly EvidenceKind[])[] {
  if (status === 'graduate') return [['diploma']]
  return status === 'finalYear' ? [['enrolment-proof']] : [['diploma'], ['enrolment-proof']]
}

/** The levels of the edition that a clause builds on: certificates it asks for, and certificates after which work counts. */
export function levelsNeeded(clause: Clause): readonly LevelCode[] {
  const needed = clause.all.flatMap((predicate): LevelCode[] => {
    if (predicate.p === 'certificate') return [predicate.level]
    if (predicate.p !== 'work' || predicate.since === null || !predicate.since.startsWith('cert:')) return []
    return [predicate.since.slice('cert:'.length) as LevelCode]
  })
  return [...new Set(needed)]
}

/**
 * The levels a person can reach who starts with no certificate at all.
 * A sound edition with clauses lets every level be reached.
 */
export function reachableLevels(edition: ResolvedEdition): readonly LevelCode[] {
  const climb = (reached: readonly LevelCode[]): readonly LevelCode[] => {
    const next = edition.levels
      .filter(level => level.eligibility.some(clause => levelsNeeded(clause).every(needed => reached.includes(needed))))
      .map(level => level.code.value)
    return next.length === reached.length ? reached : climb(next)
  }
  return climb([])
}
