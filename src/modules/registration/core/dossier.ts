import { z } from 'zod'
import type { Brand } from '../../../kernel/brand.ts'
import { type LocalDate, isLocalDate } from '../../../kernel/local-date.ts'

/** A document that was handed in, or a fact another part of the platform vouches for (register, completion proof, identity check). */
export type EvidenceId = Brand<string, 'EvidenceId'>

/** A day that exists, from 1900 to 2099; anything outside is a slip of the keyboard. */
const day = z
  .string()
  .refine(text => isLocalDate(text) && text >= '1900-01-01' && text <= '2099-12-31', {
    abort: true,
    error: '日期不存在或不在1900年至2099年之间',
  })
  .transform(text => text as LocalDate)
const evidenceId = z
  .string()
  .min(1)
  .max(200)
  .transform(text => text as EvidenceId)
/** null: claimed by the applicant, nothing shown yet. */
const evidence = evidenceId.nullable()
const gradedLevel = z.enum(['L5', 'L4', 'L3', 'L2', 'L1'])

const employment = z
  .strictObject({
    from: day,
    /** last day at work, inclusive; null while it goes on */
    until: day.nullable(),
    occupation: z.enum(['own', 'related', 'other']),
    mode: z.enum(['regular', 'probation']),
    evidenceId: evidence,
  })
  .refine(e => e.until === null || e.until >= e.from, { path: ['until'], message: '结束日期不能早于开始日期' })
  .readonly()

const certificate = z
  .strictObject({
    occupation: z.enum(['own', 'related']),
    level: gradedLevel,
    issuedOn: day,
    /** last day of validity, inclusive; null: without limit */
    validUntil: day.nullable(),
    /** first day on which it no longer stands */
    revokedOn: day.nullable(),
    number: z.string().min(1).max(64),
    evidenceId: evidence,
  })
  .refine(c => c.validUntil === null || c.validUntil >= c.issuedOn, { path: ['validUntil'], message: '有效期不能早于发证日期' })
  .refine(c => c.revokedOn === null || c.revokedOn >= c.issuedOn, { path: ['revokedOn'], message: '撤销日期不能早于发证日期' })
  .readonly()

const training = z
  .strictObject({
    level: gradedLevel,
    /** the edition of the standard by which the class was taught */
    editionId: z.string().min(1).max(64),
    /** standard hours attended */
    hours: z.int().min(0).max(10_000),
    completedOn: day,
    /** null: no completion proof was given */
    completionProofNumber: z.string().min(1).max(64).nullable(),
    evidenceId: evidence,
  })
  .readonly()

const diploma = z
  .strictObject({
    /** an advanced class of a technician school counts as associate, a doctorate as master */
    degree: z.enum(['secondary', 'associate', 'bachelor', 'master']),
    major: z.enum(['own', 'related', 'other']),
    /** which skill the programme aims at; null: none, or not stated */
    aim: z.enum(['intermediate', 'advanced']).nullable(),
    /** the kind of school in the words of the clauses, e.g. 技师学院 */
    institution: z.string().min(1).max(40),
    recognisedBy: z.enum(['labourAuthority', 'evaluation']).nullable(),
    status: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('graduated'), on: day }).readonly(),
      z.strictObject({ kind: z.literal('studying'), expectedOn: day }).readonly(),
    ]),
    /** of a graduate: the diploma; of a student: proof of enrolment */
    evidenceId: evidence,
  })
  .readonly()

const apprenticeship = z
  .strictObject({
    occupation: z.enum(['own', 'related']),
    /** null while it goes on */
    completedOn: day.nullable(),
    evidenceId: evidence,
  })
  .readonly()

const title = z
  .strictObject({
    rank: z.enum(['junior', 'intermediate', 'senior']),
    /** does the title correspond to the occupation? */
    match: z.boolean(),
    obtainedOn: day,
    evidenceId: evidence,
  })
  .readonly()

const several = <S extends z.ZodType>(schema: S) => z.array(schema).max(60).readonly()

/**
 * All facts about one person that eligibility clauses ask for. Dates are days; a fact dated after the
 * reference date counts from its date on. `evidenceId: null` means claimed but not proven.
 */
export const dossierSchema = z
  .strictObject({
    birth: z.strictObject({ on: day, evidenceId: evidence }).readonly(),
    employments: several(employment),
    certificates: several(certificate),
    trainings: several(training),
    diplomas: several(diploma),
    apprenticeships: several(apprenticeship),
    titles: several(title),
  })
  .superRefine((dossier, context) => {
    for (const [path, on] of beginnings(dossier)) {
      if (on < dossier.birth.on) context.addIssue({ code: 'custom', path, message: '日期不能早于出生日期' })
    }
  })
  .readonly()

type DossierParts = { readonly birth: { readonly on: LocalDate } } & Pick<
  z.output<typeof dossierSchema>,
  'employments' | 'certificates' | 'trainings' | 'titles'
>

function beginnings(dossier: DossierParts): [path: (string | number)[], on: LocalDate][] {
  return [
    ...dossier.employments.map((e, i): [(string | number)[], LocalDate] => [['employments', i, 'from'], e.from]),
    ...dossier.certificates.map((c, i): [(string | number)[], LocalDate] => [['certificates', i, 'issuedOn'], c.issuedOn]),
    ...dossier.trainings.map((t, i): [(string | number)[], LocalDate] => [['trainings', i, 'completedOn'], t.completedOn]),
    ...dossier.titles.map((t, i): [(string | number)[], LocalDate] => [['titles', i, 'obtainedOn'], t.obtainedOn]),
  ]
}

export type Employment = z.output<typeof employment>
export type HeldCertificate = z.output<typeof certificate>
export type Training = z.output<typeof training>
export type Diploma = z.output<typeof diploma>
export type Apprenticeship = z.output<typeof apprenticeship>
export type Title = z.output<typeof title>
export type Dossier = {
  readonly birth: { readonly on: LocalDate; readonly evidenceId: EvidenceId | null }
  readonly employments: readonly Employment[]
  readonly certificates: readonly HeldCertificate[]
  readonly trainings: readonly Training[]
  readonly diplomas: readonly Diploma[]
  readonly apprenticeships: readonly Apprenticeship[]
  readonly titles: readonly Title[]
}
