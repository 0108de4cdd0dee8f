import { type Dice, diceOf, pick, roll, shuffled } from '../../../../kernel/dice.ts'
import { type IdNumber, idNumberOf } from '../../../../kernel/id-number.ts'
import { type LocalDate, daysBetween, plusDays, plusYears } from '../../../../kernel/local-date.ts'
import { type ApplicationDraft, emptyDraft } from '../../../../modules/registration/contract.ts'
import { CLAUSE_PLANS, type ClausePlan } from './clause-facts.ts'
import { fictionalName } from './names.ts'
import { PLAN_KINDS, type Plan, type PlanKind, planCounts } from './plan.ts'
import { type StatedFacts, earliestDay } from './stated-facts.ts'

/** What a person does a second time although it may be done once only. */
export type Twice = 'application' | 'account'

/** A person who exists only in tests and demonstrations, with everything the season needs to know of them. */
export type SyntheticPerson = {
  readonly index: number
  readonly name: string
  readonly idNumber: IdNumber
  readonly birth: LocalDate
  readonly mobile: string
  readonly password: string
  /** planted ability, standard normal */
  readonly ability: number
  readonly level: 'L4' | 'L3'
  readonly plan: Plan
  readonly twice: Twice | null
  /** the finished form, the site still blank */
  readonly draft: ApplicationDraft
}

/** What people are made for: so many, by a seed, judged on a reference date. */
export type PeopleOrder = { readonly count: number; readonly seed: string; readonly on: LocalDate; readonly levels: readonly string[] }

const NOWHERE = '110199' // an area code that was never given out: the numbers belong to nobody
const FIRST_SERIAL = 100 // lower serials are those of the seed country's staff
const SERIALS = 900
/** One in so many approved people tries something twice. */
const TWICE_EVERY = 12

/**
 * Synthetic people: equal orders give equal people, every clause of the levels comes up in turn. No ID number or mobile is used
 * twice, nor any of those `taken` before; the new ones are added there.
 */
export function peopleOf(order: PeopleOrder, taken: Set<string> = new Set()): SyntheticPerson[] {
  const dice = diceOf(`season|${order.seed}`)
  const clauses = CLAUSE_PLANS.filter(clause => order.levels.includes(clause.level))
  if (clauses.length === 0) throw new RangeError(`no clause is known for ${order.levels.join()}`)
  return plansOf(order, clauses, dice).map(({ kind, clause }, index) => personOf({ index, kind, clause, on: order.on, dice, taken }))
}

type Planned = { readonly kind: PlanKind; readonly clause: ClausePlan }

/** Plans in a random order; within each kind the clauses take turns from a random start. */
function plansOf(order: PeopleOrder, clauses: readonly ClausePlan[], dice: Dice): Planned[] {
  const counts = planCounts(order.count)
  const plans = PLAN_KINDS.flatMap(kind => {
    const turn = shuffled(clauses, dice)
    return Array.from({ length: counts[kind] }, (_, i): Planned => ({ kind, clause: turn[i % turn.length] as ClausePlan }))
  })
  return shuffled(plans, dice)
}

type Making = Planned & { readonly index: number; readonly on: LocalDate; readonly dice: Dice; readonly taken: Set<string> }

function personOf({ index, kind, clause, on, dice, taken }: Making): SyntheticPerson {
  const { level, clauseId } = clause
  const missed = kind === 'short' ? clause.misses(on, dice) : null
  const facts = missed?.facts ?? clause.meets(on, dice)
  const plan: Plan = kind === 'short' ? { kind, clauseId, metOn: missed?.metOn ?? null } : { kind, clauseId }
  const birth = birthBefore(earliestDay(facts, on), dice)
  const sorted = kind === 'eligible' ? roll(dice, TWICE_EVERY) : TWICE_EVERY
  return {
    index,
    name: fictionalName(dice),
    ...freshIdNumber(birth, dice, taken),
    mobile: fresh(taken, () => `1${3 + roll(dice, 7)}9${String(roll(dice, 1e8)).padStart(8, '0')}`),
    password: `Kc-${String(roll(dice, 1e9)).padStart(9, '0')}`,
    ability: normal(dice),
    level,
    plan,
    twice: sorted === 0 ? 'application' : sorted === 1 ? 'account' : null,
    draft: draftOf({ level, clauseId, facts, on }, dice),
  }
}

/** Old enough for everything stated: 19 to 34 years before it. */
function birthBefore(first: LocalDate, dice: Dice): LocalDate {
  return plusDays(plusYears(first, -19 - roll(dice, 15)), -roll(dice, 365))
}

function freshIdNumber(birth: LocalDate, dice: Dice, taken: Set<string>): { readonly idNumber: IdNumber; readonly birth: LocalDate } {
  const idNumber = fresh(taken, () => idNumberOf({ area: NOWHERE, birth, serial: FIRST_SERIAL + roll(dice, SERIALS) }))
  return { idNumber: idNumber as IdNumber, birth }
}

function fresh(taken: Set<string>, make: () => string): string {
  for (let tries = 0; tries < 10_000; tries++) {
    const made = make()
    if (!taken.has(made)) {
      taken.add(made)
      return made
    }
  }
  throw new Error('no number is left')
}

/** Box–Muller; the dice never show 1, so the logarithm exists. */
function normal(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
}

const EDUCATIONS: Readonly<Record<string, string>> = { secondary: 'secondary-vocational', associate: 'associate', bachelor: 'bachelor' }
const NATIONS = ['汉族', '汉族', '汉族', '汉族', '回族', '满族', '维吾尔族', '苗族', '藏族', '蒙古族']

type Stated = { readonly level: string; readonly clauseId: string; readonly facts: StatedFacts; readonly on: LocalDate }

function draftOf({ level, clauseId, facts, on }: Stated, dice: Dice): ApplicationDraft {
  const first = facts.employments[0]
  const degree = facts.diplomas[0]?.degree
  return {
    ...emptyDraft(level),
    ...facts,
    clauseId,
    nation: pick(NATIONS, dice),
    education: EDUCATIONS[degree ?? ''] ?? 'senior-secondary',
    source: first ? 'enterprise' : 'society',
    employer: first?.employer ?? '',
    address: `云江省云江市学府路${1 + roll(dice, 300)}号${1 + roll(dice, 20)}栋${101 + roll(dice, 900)}室`,
    yearsInOccupation: first ? Math.max(0, Math.floor(daysBetween(first.from as LocalDate, on) / 366)) : 0,
  }
}
