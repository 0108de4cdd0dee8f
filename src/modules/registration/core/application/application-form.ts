import { z } from 'zod'
import { type LocalDate, isLocalDate, plusMonths } from '../../../../kernel/local-date.ts'
import type { FieldFault } from '../../../../kernel/result.ts'
import { isLevelCode } from '../../../standard/contract.ts'
import { INSTITUTION_KINDS } from '../predicates/institution-kinds.ts'
import type { ApplicationDraft } from './application-draft.ts'
import { EDUCATIONS, NATIONS, PAPERS, SITTING_KINDS, SOURCES } from './personal-lists.ts'

/** Texts are `中文|English`, the form in which faults reach the field. */
const DATE = '请填写存在的日期（1900年至2099年）。|A date that exists, 1900 to 2099.'
const day = z
  .string()
  .refine(text => isLocalDate(text) && text >= '1900-01-01' && text <= '2099-12-31', DATE)
  .transform(text => text as LocalDate)
/** blank: still going on, or without limit */
const openDay = z.union([z.literal('').transform((): null => null), day], DATE)
const needed = (zh: string, en: string, max = 100) => z.string().trim().min(1, `${zh}|${en}`).max(max)
const chosen = <const T extends readonly [string, ...string[]] | readonly string[]>(of: T, zh: string, en: string) =>
  z.enum(of, `${zh}|${en}`)
const orNull = <const T extends readonly string[]>(of: T) =>
  z.union([z.literal('').transform((): null => null), z.enum(of)], '请从给出的选项中选择。|Choose one of the given values.')

const level = z
  .string()
  .refine(text => isLevelCode(text) && text !== 'S', '请选择等级。|Choose the level.')
  .transform(text => text as 'L5' | 'L4' | 'L3' | 'L2' | 'L1')
const ownOrRelated = chosen(['own', 'related'], '请选择本职业或相关职业。', 'This or a related occupation?')
const factId = z.string()

/** One stated fact of each kind, complete. */
export const factSchemas = {
  employments: z
    .strictObject({
      factId,
      employer: needed('请填写工作单位。', 'The employer is missing.'),
      post: z.string().trim().max(60),
      from: day,
      until: openDay,
      occupation: chosen(['own', 'related', 'other'], '请选择岗位与本职业的关系。', 'Is the post in this occupation?'),
      mode: chosen(['regular', 'probation'], '请选择正式工作或见习。', 'Regular work or probation?'),
    })
    .refine(e => e.until === null || e.until >= e.from, {
      path: ['until'],
      message: '结束日期不能早于开始日期。|It ends before it begins.',
    }),
  diplomas: z.strictObject({
    factId,
    name: needed('请填写毕业（就读）院校名称。', 'The name of the school is missing.'),
    degree: chosen(['secondary', 'associate', 'bachelor', 'master'], '请选择学历。', 'Choose the degree.'),
    major: chosen(['own', 'related', 'other'], '请选择专业与本职业的关系。', 'Is the major in this field?'),
    aim: orNull(['intermediate', 'advanced']),
    institution: chosen(INSTITUTION_KINDS, '请选择院校类别。', 'Choose the kind of school.'),
    recognisedBy: orNull(['labourAuthority', 'evaluation']),
    studying: z.boolean(),
    on: day,
  }),
  certificates: z
    .strictObject({
      factId,
      occupation: ownOrRelated,
      level,
      number: needed('请填写证书编号。', 'The number is missing.', 64),
      issuedOn: day,
      validUntil: openDay,
      issuer: z.string().trim().max(100),
    })
    .refine(c => c.validUntil === null || c.validUntil >= c.issuedOn, {
      path: ['validUntil'],
      message: '有效期不能早于发证日期。|It expires before it was issued.',
    }),
  trainings: z.strictObject({
    factId,
    level,
    hours: z.int('请填写学时数。|State the standard hours.').min(1, '请填写学时数。|State the standard hours.').max(10_000),
    completedOn: day,
    proofNumber: needed('请填写结业证书编号。', 'The number of the completion proof is missing.', 64),
    provider: z.string().trim().max(100),
  }),
  apprenticeships: z.strictObject({
    factId,
    employer: needed('请填写学徒单位。', 'The employer is missing.'),
    occupation: ownOrRelated,
    completedOn: openDay,
  }),
  titles: z.strictObject({
    factId,
    name: z.string().trim().max(60),
    rank: chosen(['junior', 'intermediate', 'senior'], '请选择职称级别。', 'Choose the rank.'),
    match: z.boolean(),
    obtainedOn: day,
  }),
} as const

const paper = z
  .strictObject({ sitting: z.enum(SITTING_KINDS), passedOn: openDay, ticketNumber: z.string().trim().max(40) })
  .superRefine((p, ctx) => {
    if (p.sitting !== 'exempt') return
    if (p.passedOn === null)
      ctx.addIssue({ code: 'custom', path: ['passedOn'], message: '请填写该科目合格的考试日期。|When was this paper passed?' })
    if (p.ticketNumber === '')
      ctx.addIssue({
        code: 'custom',
        path: ['ticketNumber'],
        message: '请填写当次准考证号。|The ticket number of that session is missing.',
      })
  })

const EMPLOYED: readonly string[] = ['enterprise', 'government', 'campus', 'military']

/** A finished form: every field that the register asks for, with the text people read beside a wrong one. */
export const applicationFormSchema = z
  .strictObject({
    level: needed('请选择申报等级。', 'Choose the level.'),
    siteCode: needed('请选择考点。', 'Choose a site.'),
    clauseId: needed('请选择申报条件。', 'Choose the eligibility clause.'),
    nation: chosen(NATIONS, '请选择民族。', 'Choose the nation.'),
    education: chosen(EDUCATIONS, '请选择文化程度。', 'Choose the education.'),
    source: chosen(SOURCES, '请选择考生来源。', 'Choose the source.'),
    employer: z.string().trim().max(100),
    address: z.string().trim().min(5, '请填写详细通讯地址（至少5个字）。|The full address, at least 5 characters.').max(200),
    yearsInOccupation: z.int('请填写从事本职业年限，没有填0。|Years in the occupation; 0 if none.').min(0).max(70),
    email: z.union([z.literal(''), z.email()], '电子邮箱格式不正确。|Not an e-mail address.'),
    earlierCertificateNumber: z.string().trim().max(64),
    earlierCertificateOccupation: z.string().trim().max(60),
    papers: z.strictObject({ theory: paper, practical: paper }),
    employments: z.array(factSchemas.employments),
    diplomas: z.array(factSchemas.diplomas),
    certificates: z.array(factSchemas.certificates),
    trainings: z.array(factSchemas.trainings),
    apprenticeships: z.array(factSchemas.apprenticeships),
    titles: z.array(factSchemas.titles),
  })
  .superRefine((form, ctx) => {
    const add = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (EMPLOYED.includes(form.source) && form.employer === '')
      add(['employer'], '请填写工作单位或就读学校。|The employer or school is missing.')
    if ((form.earlierCertificateNumber === '') !== (form.earlierCertificateOccupation === ''))
      add(
        [form.earlierCertificateNumber === '' ? 'earlierCertificateNumber' : 'earlierCertificateOccupation'],
        '原证书编号和职业须同时填写。|Number and occupation of the earlier certificate belong together.',
      )
    if (PAPERS.every(p => form.papers[p].sitting === 'exempt'))
      add(['papers', 'practical', 'sitting'], '两科不能都免考。|Both papers cannot be exempt.')
  })
export type ApplicationForm = z.output<typeof applicationFormSchema>

/** What stands behind a form when it is judged as a whole. */
export type FormGround = { readonly birth: LocalDate; readonly on: LocalDate; readonly partValidityMonths: number }

/** Every fault of a form at its field; none means that it may be submitted as far as the fields go. */
export function formFaults(draft: ApplicationDraft, ground: FormGround): FieldFault[] {
  const parsed = applicationFormSchema.safeParse(draft)
  const faults = parsed.success ? [] : parsed.error.issues.map(issue => faultOf(issue.path.join('.'), issue.message))
  return [...faults, ...beforeBirth(draft, ground.birth), ...expiredPapers(draft, ground)]
}

function beforeBirth(draft: ApplicationDraft, birth: LocalDate): FieldFault[] {
  const beginnings = [
    ...draft.employments.map((e, i) => [`employments.${i}.from`, e.from] as const),
    ...draft.diplomas.map((d, i) => [`diplomas.${i}.on`, d.on] as const),
    ...draft.certificates.map((c, i) => [`certificates.${i}.issuedOn`, c.issuedOn] as const),
    ...draft.trainings.map((t, i) => [`trainings.${i}.completedOn`, t.completedOn] as const),
    ...draft.apprenticeships.map((a, i) => [`apprenticeships.${i}.completedOn`, a.completedOn] as const),
    ...draft.titles.map((t, i) => [`titles.${i}.obtainedOn`, t.obtainedOn] as const),
  ]
  return beginnings
    .filter(([, on]) => isLocalDate(on) && on < birth)
    .map(([path]) => faultOf(path, '日期不能早于出生日期。|The date is before the day of birth.'))
}

/** A passed paper is carried for the validity of the scheme, counted to the reference date. */
function expiredPapers(draft: ApplicationDraft, { on, partValidityMonths }: FormGround): FieldFault[] {
  return PAPERS.flatMap(name => {
    const { sitting, passedOn } = draft.papers[name]
    if (sitting !== 'exempt' || !isLocalDate(passedOn)) return []
    const stands = passedOn <= on && plusMonths(passedOn, partValidityMonths) >= on
    return stands
      ? []
      : [
          faultOf(
            `papers.${name}.passedOn`,
            `单科成绩有效期为${partValidityMonths}个月，此成绩不在有效期内。|A passed paper stands for ${partValidityMonths} months; this one does not.`,
          ),
        ]
  })
}

/** Messages in both languages are told as they are, the few general ones by a common text. */
function faultOf(path: string, message: string): FieldFault {
  const [zh, en] = message.includes('|') ? (message.split('|', 2) as [string, string]) : ['此项填写不正确。', 'Not in the right form.']
  return { path, zh, en }
}
