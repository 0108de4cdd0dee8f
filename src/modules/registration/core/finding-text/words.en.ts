import { type LocalDate, plusDays, plusYears } from '../../../../kernel/local-date.ts'
import type { EducationPredicate, TitleRank, WorkPredicate } from '../../../standard/contract.ts'
import type { Basis, DiplomaPart, Gap, Uncounted, UnprovenFact } from '../predicates/finding.ts'
import { dateEn, elapsed, elapsedEn } from './elapsed.ts'
import { type FindingWords, type LevelName, namesItsDay, same } from './words.ts'

const DEGREE = { secondary: 'secondary vocational', associate: 'associate', bachelor: 'bachelor', master: 'master' } as const
const MAJOR = { own: 'this field', related: 'a related field', other: 'another field' } as const
const RANK: Record<TitleRank, string> = { junior: 'junior title', intermediate: 'intermediate title', senior: 'senior title' }
const SCOPE = { occupation: 'this occupation', related: 'this or a related occupation' } as const
const UNCOUNTED: Record<Exclude<Uncounted, 'before-since'>, string> = {
  related: 'work in a related occupation',
  other: 'work in another occupation',
  probation: 'probation',
}
const FACT: Record<UnprovenFact['fact'], string> = {
  birth: 'the birth on',
  employment: 'the employment from',
  certificate: 'the certificate of',
  training: 'the training completed on',
  diploma: 'the diploma of',
  graduation: 'the graduation (expected) on',
  apprenticeship: 'the apprenticeship finished on',
  title: 'the title of',
}

/** The findings in English. */
export const wordsEn: FindingWords = {
  between: '; ',
  but: ', but ',
  basis: (basis, predicate, level) => {
    if (basis.p !== 'work')
      return otherBasis(basis, predicate.p === 'certificate' || predicate.p === 'training' ? level(predicate.level) : '')
    const work = same(predicate, 'work')
    if (work.minYears === 0) return `at work in ${SCOPE[work.scope]} from ${dateEn(basis.countedFrom)}`
    return `${workedEn(basis)} of ${doing(work)}`
  },
  gap: (gap, predicate, level) => {
    switch (gap.p) {
      case 'work':
        return workGapEn(gap, same(predicate, 'work'), level)
      case 'certificate':
        return certificateGapEn(gap, level(same(predicate, 'certificate').level))
      case 'training':
        return trainingGapEn(gap, level(same(predicate, 'training').level))
      case 'education':
        return educationGapEn(gap, same(predicate, 'education'))
      case 'apprenticeship':
        return {
          apprenticeship: 'no apprenticeship',
          'own-occupation': 'the apprenticeship is of a related occupation, this one is needed',
          completion: 'the apprenticeship is not finished',
        }[gap.lacks]
      case 'title':
        return titleGapEn(gap, same(predicate, 'title').rank)
      case 'age':
        return `${gap.have} years old, ${gap.need} needed`
    }
  },
  becomes: (gap, on) => {
    if (namesItsDay(gap)) return ''
    if (on !== null) return `, true on ${dateEn(on)} at the earliest`
    return gap.p === 'work' && gap.lacks === 'time' ? ', as things stand not by the passing of time' : ''
  },
  unproven: facts => `no evidence yet for ${facts.map(f => `${FACT[f.fact]} ${dateEn(f.on)}`).join(', ')}`,
}

function doing(work: WorkPredicate): string {
  const what = `${work.continuous ? 'continuous' : 'cumulative'} ${work.mode === 'probation' ? 'probation' : 'work'}`
  if (work.since === null) return `${what} in ${SCOPE[work.scope]}`
  return `${what} since the ${work.since.startsWith('cert:') ? 'certificate' : 'title'}`
}

function workedEn({ countedFrom, countedDays }: { readonly countedFrom: LocalDate; readonly countedDays: number }): string {
  return elapsedEn(elapsed(countedFrom, plusDays(countedFrom, countedDays)))
}

function otherBasis(basis: Exclude<Basis, { p: 'work' }>, levelName: string): string {
  switch (basis.p) {
    case 'certificate':
      return `holds the ${levelName} certificate${basis.occupation === 'related' ? ' of a related occupation' : ''} (no. ${basis.number}, ${dateEn(basis.issuedOn)})`
    case 'training':
      return `${levelName} training of ${basis.hours} standard hours completed on ${dateEn(basis.completedOn)} (completion proof no. ${basis.proofNumber})`
    case 'education':
      return `${DEGREE[basis.degree]} diploma in ${MAJOR[basis.major]}, ${basis.institution}, ${basis.completed ? 'graduated' : 'graduation expected'} on ${dateEn(basis.completesOn)}`
    case 'apprenticeship':
      return `apprenticeship in ${basis.occupation === 'own' ? 'this' : 'a related'} occupation finished on ${dateEn(basis.completedOn)}`
    case 'title':
      return `${RANK[basis.rank]} obtained on ${dateEn(basis.obtainedOn)}`
    case 'age':
      return `${basis.age} years old`
  }
}

function workGapEn(gap: Extract<Gap, { p: 'work' }>, work: WorkPredicate, level: LevelName): string {
  const before = `work before the ${work.since?.startsWith('cert:') ? 'certificate' : 'title'}`
  const reasons = gap.uncounted.map(u => (u === 'before-since' ? before : UNCOUNTED[u]))
  const left = reasons.length === 0 ? '' : ` (not counted: ${reasons.join(', ')})`
  if (gap.lacks === 'since') {
    const [kind, what] = (work.since ?? '').split(':')
    const missing = kind === 'cert' ? `valid ${level(what as Parameters<LevelName>[0])} certificate` : RANK[what as TitleRank]
    return `no ${missing} from which work could count${left}`
  }
  if (gap.lacks === 'work') return `no ${doing(work)}${left}`
  const short = elapsed(plusDays(gap.countedFrom, gap.countedDays), plusYears(gap.countedFrom, work.minYears))
  return `${workedEn(gap)} of ${doing(work)}${left}, ${elapsedEn(short)} short`
}

function certificateGapEn(gap: Extract<Gap, { p: 'certificate' }>, levelName: string): string {
  switch (gap.lacks) {
    case 'certificate':
      return `no ${levelName} certificate`
    case 'own-occupation':
      return `the ${levelName} certificate is of a related occupation, this one is needed`
    case 'issue':
      return `the ${levelName} certificate (no. ${gap.number}) is issued only on ${dateEn(gap.on)}`
    case 'validity':
      return `the ${levelName} certificate (no. ${gap.number}) was valid until ${dateEn(gap.on)}`
    case 'standing':
      return `the ${levelName} certificate (no. ${gap.number}) was revoked on ${dateEn(gap.on)}`
  }
}

function trainingGapEn(gap: Extract<Gap, { p: 'training' }>, levelName: string): string {
  switch (gap.lacks) {
    case 'training':
      return `no ${levelName} training`
    case 'edition':
      return `the ${levelName} training followed another edition of the standard`
    case 'proof':
      return `no completion proof of the ${levelName} training`
    case 'hours':
      return `${gap.have} of ${gap.need} standard hours of ${levelName} training, ${gap.need - gap.have} short`
    case 'completion':
      return `the ${levelName} training is completed only on ${dateEn(gap.on)}`
  }
}

function titleGapEn(gap: Extract<Gap, { p: 'title' }>, rank: TitleRank): string {
  switch (gap.lacks) {
    case 'title':
      return `no ${RANK[rank]}`
    case 'match':
      return 'the title does not correspond to the occupation'
    case 'rank':
      return `${RANK[gap.have]} held, ${RANK[rank]} or above needed`
    case 'award':
      return `the ${RANK[gap.have]} is obtained only on ${dateEn(gap.on)}`
  }
}

function educationGapEn(gap: Extract<Gap, { p: 'education' }>, predicate: EducationPredicate): string {
  if (gap.lacks === 'diploma') return `no ${DEGREE[predicate.min]} diploma or above`
  const said: Record<DiplomaPart, string> = {
    degree: `${DEGREE[gap.degree]} diploma (${DEGREE[predicate.min]} or above needed)`,
    major: `diploma in ${MAJOR[gap.major]} (${{ own: 'this field', other: 'another field', ownOrRelated: 'this or a related field', any: 'any field' }[predicate.major]} needed)`,
    aim: `programme not aimed at ${predicate.aim ?? 'any'} skill`,
    institution: `school of the kind ${gap.institution} (needed: ${predicate.institutions?.join(', ') ?? 'any'})`,
    approval: `programme not recognised ${predicate.approvedBy === 'evaluation' ? 'by evaluation' : 'by the labour authority'}`,
    status: statusEn(gap, predicate),
  }
  return gap.parts.map(part => said[part]).join(', ')
}

function statusEn(gap: { readonly completed: boolean; readonly completesOn: LocalDate }, predicate: EducationPredicate): string {
  if (gap.completed) return `graduated on ${dateEn(gap.completesOn)}, open to final-year students only`
  if (predicate.status === 'graduate') return 'not yet graduated'
  return `graduation on ${dateEn(gap.completesOn)}, not yet in the final ${predicate.status === 'graduateOrFinalTerm' ? 'term' : 'year'}`
}
