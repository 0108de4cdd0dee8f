import { type LocalDate, localDate } from '../../../../kernel/local-date.ts'
import type { EditionId, EducationDegree, GradedLevel, TitleRank } from '../../../standard/contract.ts'
import type { Diploma, Dossier, Employment, EvidenceId } from '../dossier.ts'

type School = { readonly aim?: 'intermediate' | 'advanced'; readonly at?: string; readonly by?: 'labourAuthority' | 'evaluation' }
type Validity = { readonly until?: string; readonly revoked?: string; readonly related?: true }
type Lists = { -readonly [K in keyof Omit<Dossier, 'birth'>]: Dossier[K][number][] }
type Fact = { evidenceId: EvidenceId | null }

/** A person in sentences: `person().works('2022-01-01').holds('L4', '2022-12-05')`. Every fact is proven unless `unproven()` follows it. */
export type Person = {
  readonly dossier: () => Dossier
  readonly born: (on: string) => Person
  /** works in the occupation to this day */
  readonly works: (from: string) => Person
  readonly worked: (from: string, until: string) => Person
  /** other work: related, probation, or both */
  readonly didWork: (from: string, until: string | null, as: Partial<Pick<Employment, 'occupation' | 'mode'>>) => Person
  readonly holds: (level: GradedLevel, issuedOn: string, validity?: Validity) => Person
  readonly trained: (level: GradedLevel, hours: number, completedOn: string, under: EditionId) => Person
  /** attended a class without a completion proof */
  readonly attended: (level: GradedLevel, hours: number, on: string, under: EditionId) => Person
  readonly graduated: (degree: EducationDegree, major: Diploma['major'], on: string, school?: School) => Person
  readonly studies: (degree: EducationDegree, major: Diploma['major'], expectedOn: string, school?: School) => Person
  readonly apprenticed: (completedOn: string | null, occupation?: 'own' | 'related') => Person
  readonly titled: (rank: TitleRank, on: string, match?: boolean) => Person
  readonly unproven: () => Person
}

export function person(): Person {
  const birth = { on: localDate('1985-01-01'), evidenceId: 'id-card' as EvidenceId | null }
  const lists: Lists = { employments: [], certificates: [], trainings: [], diplomas: [], apprenticeships: [], titles: [] }
  let last: Fact = birth
  const add = <K extends keyof Lists>(list: K, fact: Omit<Lists[K][number], 'evidenceId'>): Person => {
    const proven = { ...fact, evidenceId: `${list}-${lists[list].length}` as EvidenceId } as Lists[K][number]
    ;(lists[list] as Lists[K][number][]).push(proven)
    last = proven as Fact
    return self
  }
  const employ = (from: string, until: string | null, as: Partial<Employment> = {}) =>
    add('employments', {
      from: localDate(from),
      until: until === null ? null : localDate(until),
      occupation: 'own',
      mode: 'regular',
      ...as,
    })
  const study = (degree: EducationDegree, major: Diploma['major'], status: Diploma['status'], school: School = {}) =>
    add('diplomas', {
      degree,
      major,
      aim: school.aim ?? null,
      institution: school.at ?? '普通高等学校',
      recognisedBy: school.by ?? null,
      status,
    })
  const self: Person = {
    dossier: () => ({ birth, ...lists }),
    born: on => ((birth.on = localDate(on)), self),
    works: from => employ(from, null),
    worked: (from, until) => employ(from, until),
    didWork: employ,
    holds: (level, issuedOn, { until, revoked, related } = {}) =>
      add('certificates', {
        occupation: related ? 'related' : 'own',
        level,
        issuedOn: localDate(issuedOn),
        validUntil: dayOrNull(until),
        revokedOn: dayOrNull(revoked),
        number: `${level}-${issuedOn}`,
      }),
    trained: (level, hours, on, editionId) =>
      add('trainings', { level, editionId, hours, completedOn: localDate(on), completionProofNumber: `J-${on}` }),
    attended: (level, hours, on, editionId) =>
      add('trainings', { level, editionId, hours, completedOn: localDate(on), completionProofNumber: null }),
    graduated: (degree, major, on, school) => study(degree, major, { kind: 'graduated', on: localDate(on) }, school),
    studies: (degree, major, on, school) => study(degree, major, { kind: 'studying', expectedOn: localDate(on) }, school),
    apprenticed: (on, occupation = 'own') => add('apprenticeships', { occupation, completedOn: dayOrNull(on ?? undefined) }),
    titled: (rank, on, match = true) => add('titles', { rank, match, obtainedOn: localDate(on) }),
    unproven: () => ((last.evidenceId = null), self),
  }
  return self
}

function dayOrNull(text: string | undefined): LocalDate | null {
  return text === undefined ? null : localDate(text)
}
