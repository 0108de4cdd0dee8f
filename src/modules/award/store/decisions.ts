import { z } from 'zod'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { type Hundredths, hundredths } from '../../../kernel/marks.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { sqlFile } from '../../../platform/db/sql.ts'
import type { AwardDecision, AwardReason, PaperOutcome } from '../core/award-decision.ts'
import type { AreaMark, DecidedCandidate, SkillMark } from '../core/session-results.ts'

const sql = sqlFile(import.meta.url, './decisions.sql')
const KIND = z.enum(['marked', 'absent', 'voided', 'carried', 'withheld', 'none'])
const STATE = z.enum(['pending', 'passed', 'failed', 'absent', 'voided'])
const PAPER = z.enum(['theory', 'skill', 'review'])
const mark = z.number().int().transform(hundredths)
const MarksRow = z.object({
  level: z.string(),
  state: STATE,
  theory_kind: KIND,
  theory_mark: mark.nullable(),
  practical_kind: KIND,
  practical_mark: mark.nullable(),
})
const DecisionRow = MarksRow.extend({
  person_id: z.string(),
  session_id: z.string(),
  application_id: z.string(),
  scheme: z.string(),
  edition_id: z.string(),
  session_code: z.string(),
  ticket_number: z.string(),
  site_code: z.string(),
  province: z.string(),
  reasons: z.array(
    z.object({ paper: PAPER, code: z.string().transform(code => code as AwardReason['code']), zh: z.string(), en: z.string() }),
  ),
  carries: z.array(z.object({ paper: PAPER, mark, referenceOn: z.string().transform(localDate), until: z.string().transform(localDate) })),
  areas: z.array(z.object({ paper: PAPER, area: z.string(), mark, maximum: mark })),
  skills: z.array(z.object({ code: z.string(), name: z.string(), mark, maximum: mark })),
  decided_at: z.number(),
  certificate_number: z.string().nullable(),
})
const CountRow = MarksRow.extend({ certified: z.boolean() })

/** How a paper went, as it is kept: its kind, and the mark where there is one. */
export type KeptPaper = { readonly kind: z.output<typeof KIND>; readonly mark: Hundredths | null }
/** A decision as it is kept. */
export type KeptDecision = {
  readonly personId: string
  readonly sessionId: string
  readonly level: string
  readonly applicationId: string
  readonly scheme: string
  readonly editionId: string
  readonly sessionCode: string
  readonly ticketNumber: string
  readonly siteCode: string
  readonly state: DecidedCandidate['state']
  readonly theory: KeptPaper
  readonly practical: KeptPaper
  readonly reasons: AwardDecision['reasons']
  readonly carries: AwardDecision['carries']
  readonly areas: readonly AreaMark[]
  readonly skills: readonly SkillMark[]
  readonly decidedAt: Instant
  readonly certificateNumber: string | null
}

function decisionOf(row: z.output<typeof DecisionRow>): KeptDecision {
  return {
    personId: row.person_id,
    sessionId: row.session_id,
    level: row.level,
    applicationId: row.application_id,
    scheme: row.scheme,
    editionId: row.edition_id,
    sessionCode: row.session_code,
    ticketNumber: row.ticket_number,
    siteCode: row.site_code,
    state: row.state,
    theory: { kind: row.theory_kind, mark: row.theory_mark },
    practical: { kind: row.practical_kind, mark: row.practical_mark },
    reasons: row.reasons,
    carries: row.carries,
    areas: row.areas,
    skills: row.skills,
    decidedAt: instant(row.decided_at),
    certificateNumber: row.certificate_number,
  }
}

type SessionOf = { readonly sessionId: string; readonly scheme: string; readonly editionId: string; readonly sessionCode: string }

export async function saveDecision(tx: Tx, session: SessionOf, candidate: DecidedCandidate, decidedAt: Instant): Promise<void> {
  const { outcomes, reasons, carries, areas, skills, ...who } = candidate
  const [theory, practical] = [keptPaper(outcomes.theory), keptPaper(outcomes.skill)]
  await sql.run(tx, 'save-decision', {
    ...session,
    ...who,
    province: who.siteCode.slice(0, 2),
    theoryKind: theory.kind,
    theoryMark: theory.mark,
    practicalKind: practical.kind,
    practicalMark: practical.mark,
    reasons: JSON.stringify(reasons),
    carries: JSON.stringify(carries),
    areas: JSON.stringify(areas),
    skills: JSON.stringify(skills),
    decidedAt,
  })
}

function keptPaper(outcome: PaperOutcome | undefined): KeptPaper {
  if (!outcome) return { kind: 'none', mark: null }
  return { kind: outcome.kind, mark: 'mark' in outcome ? outcome.mark : null }
}

export function listOfPerson(tx: Tx, personId: string): Promise<KeptDecision[]> {
  return many(tx, 'list-of-person', { personId })
}

/** The decisions of these people in other sessions: where carried papers come from. */
export function listOfPeople(tx: Tx, personIds: readonly string[], sessionId: string): Promise<KeptDecision[]> {
  return many(tx, 'list-of-people', { personIds, sessionId })
}

/** `provinces: null` is the whole nation. */
export type ResultsQuery = {
  readonly sessionId: string
  readonly provinces: readonly string[] | null
  readonly level: string
  readonly state: string
  readonly search: string
  readonly most: number
  readonly skip: number
}
export function listOfSession(tx: Tx, query: ResultsQuery): Promise<KeptDecision[]> {
  return many(tx, 'list-of-session', scoped(query))
}

/** Passed and not certified yet, site by site, so that numbers of a series are taken together. */
export function listUncertified(tx: Tx, sessionId: string, most: number): Promise<KeptDecision[]> {
  return many(tx, 'list-uncertified', { sessionId, most })
}

export type CountedDecision = Pick<KeptDecision, 'level' | 'state' | 'theory' | 'practical'> & { readonly certified: boolean }
export async function listMarks(tx: Tx, query: Pick<ResultsQuery, 'sessionId' | 'provinces' | 'level'>): Promise<CountedDecision[]> {
  return (await sql.many(tx, 'list-marks', scoped(query), CountRow)).map(row => ({
    level: row.level,
    state: row.state,
    theory: { kind: row.theory_kind, mark: row.theory_mark },
    practical: { kind: row.practical_kind, mark: row.practical_mark },
    certified: row.certified,
  }))
}

export async function nameCertificate(
  tx: Tx,
  decision: Pick<KeptDecision, 'personId' | 'sessionId' | 'level'>,
  number: string,
): Promise<void> {
  const { personId, sessionId, level } = decision
  await sql.run(tx, 'name-certificate', { personId, sessionId, level, number })
}

function scoped<Q extends { readonly provinces: readonly string[] | null }>(query: Q) {
  return { ...query, everywhere: query.provinces === null, provinces: query.provinces ?? [] }
}

async function many(tx: Tx, name: string, values: Readonly<Record<string, unknown>>): Promise<KeptDecision[]> {
  return (await sql.many(tx, name, values, DecisionRow)).map(decisionOf)
}
