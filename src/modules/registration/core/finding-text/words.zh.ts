import { type LocalDate, plusDays, plusYears } from '../../../../kernel/local-date.ts'
import type { EducationPredicate, TitleRank, WorkPredicate } from '../../../standard/contract.ts'
import type { Basis, DiplomaPart, Gap, Uncounted, UnprovenFact } from '../predicates/finding.ts'
import { dateZh, elapsed, elapsedZh } from './elapsed.ts'
import { type FindingWords, type LevelName, namesItsDay, same } from './words.ts'

const DEGREE = { secondary: '中等职业教育', associate: '大专', bachelor: '本科', master: '硕士研究生' } as const
const MAJOR = { own: '本专业', related: '相关专业', other: '其他专业' } as const
const RANK: Record<TitleRank, string> = { junior: '初级职称', intermediate: '中级职称', senior: '高级职称' }
const SCOPE = { occupation: '本职业', related: '本职业或相关职业' } as const
const UNCOUNTED: Record<Exclude<Uncounted, 'before-since'>, string> = {
  related: '相关职业工作',
  other: '其他职业工作',
  probation: '见习期',
}
const FACT: Record<UnprovenFact['fact'], (on: string) => string> = {
  birth: on => `${on}出生`,
  employment: on => `${on}起的工作经历`,
  certificate: on => `${on}取得的证书`,
  training: on => `${on}结业的培训`,
  diploma: on => `${on}毕业（预计毕业）的学历`,
  graduation: on => `${on}（预计）毕业`,
  apprenticeship: on => `${on}期满的学徒经历`,
  title: on => `${on}取得的职称`,
}

/** The findings in Chinese. */
export const wordsZh: FindingWords = {
  between: '；',
  but: '，但',
  basis: (basis, predicate, level) => {
    if (basis.p !== 'work')
      return otherBasis(basis, predicate.p === 'certificate' || predicate.p === 'training' ? level(predicate.level) : '')
    const work = same(predicate, 'work')
    if (work.minYears === 0) return `自${dateZh(basis.countedFrom)}起从事${SCOPE[work.scope]}工作`
    return `${doing(work)}${workedZh(basis)}`
  },
  gap: (gap, predicate, level) => {
    switch (gap.p) {
      case 'work':
        return workGapZh(gap, same(predicate, 'work'), level)
      case 'certificate':
        return certificateGapZh(gap, level(same(predicate, 'certificate').level))
      case 'training':
        return trainingGapZh(gap, level(same(predicate, 'training').level))
      case 'education':
        return educationGapZh(gap, same(predicate, 'education'))
      case 'apprenticeship':
        return { apprenticeship: '无学徒经历', 'own-occupation': '学徒经历属相关职业，须为本职业', completion: '学徒期未满' }[gap.lacks]
      case 'title':
        return titleGapZh(gap, same(predicate, 'title').rank)
      case 'age':
        return `现年${gap.have}周岁，须年满${gap.need}周岁`
    }
  },
  becomes: (gap, on) => {
    if (namesItsDay(gap)) return ''
    if (on !== null) return `，最早${dateZh(on)}满足`
    return gap.p === 'work' && gap.lacks === 'time' ? '，按目前情况不会随时间满足' : ''
  },
  unproven: facts => `${facts.map(f => FACT[f.fact](dateZh(f.on))).join('、')}尚无证明材料`,
}

function doing(work: WorkPredicate): string {
  const how = work.continuous ? '连续' : '累计'
  const verb = work.mode === 'probation' ? '见习' : '工作'
  if (work.since !== null) return `${work.since.startsWith('cert:') ? '取证' : '取得职称'}后${how}${verb}`
  return work.mode === 'probation' ? `${SCOPE[work.scope]}${how}见习` : `${how}从事${SCOPE[work.scope]}工作`
}

function workedZh({ countedFrom, countedDays }: { readonly countedFrom: LocalDate; readonly countedDays: number }): string {
  return elapsedZh(elapsed(countedFrom, plusDays(countedFrom, countedDays)))
}

function otherBasis(basis: Exclude<Basis, { p: 'work' }>, levelName: string): string {
  switch (basis.p) {
    case 'certificate':
      return `持有${basis.occupation === 'related' ? '相关职业' : ''}${levelName}证书（编号${basis.number}，${dateZh(basis.issuedOn)}取得）`
    case 'training':
      return `${levelName}培训${basis.hours}学时，${dateZh(basis.completedOn)}结业（结业证书编号${basis.proofNumber}）`
    case 'education':
      return `${MAJOR[basis.major]}${DEGREE[basis.degree]}，${basis.institution}，${dateZh(basis.completesOn)}${basis.completed ? '毕业' : '预计毕业'}`
    case 'apprenticeship':
      return `${basis.occupation === 'own' ? '本职业' : '相关职业'}学徒期于${dateZh(basis.completedOn)}届满`
    case 'title':
      return `${dateZh(basis.obtainedOn)}取得${RANK[basis.rank]}`
    case 'age':
      return `已满${basis.age}周岁`
  }
}

function workGapZh(gap: Extract<Gap, { p: 'work' }>, work: WorkPredicate, level: LevelName): string {
  const before = work.since?.startsWith('cert:') ? '取证前的工作' : '取得职称前的工作'
  const left =
    gap.uncounted.length === 0 ? '' : `（${gap.uncounted.map(u => (u === 'before-since' ? before : UNCOUNTED[u])).join('、')}不计入）`
  if (gap.lacks === 'since') return `${sinceZh(work, level)}，工作年限无从起算${left}`
  const verb = work.mode === 'probation' ? '见习' : '工作'
  if (gap.lacks === 'work') {
    const after = work.since === null ? '' : work.since.startsWith('cert:') ? '取证后的' : '取得职称后的'
    return `无${after}${SCOPE[work.scope]}${verb}经历${left}`
  }
  const short = elapsed(plusDays(gap.countedFrom, gap.countedDays), plusYears(gap.countedFrom, work.minYears))
  return `${doing(work)}${workedZh(gap)}${left}，还差${elapsedZh(short)}`
}

function sinceZh(work: WorkPredicate, level: LevelName): string {
  const [kind, what] = (work.since ?? '').split(':')
  return kind === 'cert' ? `未持有有效的${level(what as Parameters<LevelName>[0])}证书` : `未取得${RANK[what as TitleRank]}`
}

function certificateGapZh(gap: Extract<Gap, { p: 'certificate' }>, levelName: string): string {
  switch (gap.lacks) {
    case 'certificate':
      return `未持有${levelName}证书`
    case 'own-occupation':
      return `所持${levelName}证书属相关职业，须为本职业`
    case 'issue':
      return `${levelName}证书（编号${gap.number}）${dateZh(gap.on)}方取得`
    case 'validity':
      return `${levelName}证书（编号${gap.number}）有效期至${dateZh(gap.on)}，已过期`
    case 'standing':
      return `${levelName}证书（编号${gap.number}）已于${dateZh(gap.on)}撤销`
  }
}

function trainingGapZh(gap: Extract<Gap, { p: 'training' }>, levelName: string): string {
  switch (gap.lacks) {
    case 'training':
      return `未参加${levelName}培训`
    case 'edition':
      return `${levelName}培训所依据的不是本版标准`
    case 'proof':
      return `${levelName}培训未取得结业证书`
    case 'hours':
      return `${levelName}培训已完成${gap.have}学时，标准学时为${gap.need}学时，还差${gap.need - gap.have}学时`
    case 'completion':
      return `${levelName}培训${dateZh(gap.on)}方结业`
  }
}

function titleGapZh(gap: Extract<Gap, { p: 'title' }>, rank: TitleRank): string {
  switch (gap.lacks) {
    case 'title':
      return `未取得${RANK[rank]}`
    case 'match':
      return '所持职称与本职业不对应'
    case 'rank':
      return `现有${RANK[gap.have]}，须${RANK[rank]}及以上`
    case 'award':
      return `${RANK[gap.have]}${dateZh(gap.on)}方取得`
  }
}

function educationGapZh(gap: Extract<Gap, { p: 'education' }>, predicate: EducationPredicate): string {
  if (gap.lacks === 'diploma') return `无${DEGREE[predicate.min]}及以上学历`
  const said: Record<DiplomaPart, string> = {
    degree: `学历为${DEGREE[gap.degree]}（须${DEGREE[predicate.min]}及以上）`,
    major: `所学为${MAJOR[gap.major]}（须${{ own: '本专业', other: '非本专业', ownOrRelated: '本专业或相关专业', any: '任一专业' }[predicate.major]}）`,
    aim: `培养目标不符（须以${predicate.aim === 'advanced' ? '高级' : '中级'}技能为目标）`,
    institution: `学校类别为${gap.institution}（须为${predicate.institutions?.join('、') ?? '任一学校'}）`,
    approval: predicate.approvedBy === 'evaluation' ? '所学专业未经评估论证' : '所学专业未经劳动保障部门认定',
    status: statusZh(gap, predicate),
  }
  return gap.parts.map(part => said[part]).join('、')
}

function statusZh(gap: { readonly completed: boolean; readonly completesOn: LocalDate }, predicate: EducationPredicate): string {
  if (gap.completed) return `已于${dateZh(gap.completesOn)}毕业，仅限毕业班在校学生`
  if (predicate.status === 'graduate') return '尚未毕业'
  return `${dateZh(gap.completesOn)}毕业，尚未进入毕业${predicate.status === 'graduateOrFinalTerm' ? '学期' : '学年'}`
}
