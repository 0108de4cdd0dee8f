import { cpus } from 'node:os'
import { type Dice, diceOf, pick, roll } from '../src/kernel/dice.ts'
import { localDate, plusDays } from '../src/kernel/local-date.ts'
import { type Dossier, dossierSchema } from '../src/modules/registration/core/dossier.ts'
import { type EligibilityInput, judgeEligibility, levelTerms } from '../src/modules/registration/core/eligibility.ts'
import { allEditions } from '../src/modules/standard/contract.ts'

/** Judgements a second on one core; one judgement is all clauses of one level over one dossier, with every first day. */
const LIMIT = 50_000
const RUNS = 5
const RUN_MS = 700

const questions = questionsOf(2_000)
run(RUN_MS)
const rates = Array.from({ length: RUNS }, () => run(RUN_MS)).toSorted((a, b) => a - b)
const judgementsPerSecond = Math.round(rates[Math.floor(RUNS / 2)] ?? 0)
const [cpu] = cpus()
console.log(
  JSON.stringify({
    name: 'eligibility',
    judgementsPerSecond,
    limit: LIMIT,
    ratio: Math.round((judgementsPerSecond / LIMIT) * 100) / 100,
    node: process.version,
    cpu: cpu?.model.trim() ?? 'unknown',
  }),
)

/** Judges the questions round and round for so many milliseconds; returns judgements a second. */
function run(ms: number): number {
  const start = performance.now()
  let judged = 0
  let open = 0
  while (performance.now() - start < ms) {
    for (const question of questions) if (judgeEligibility(question).verdict === 'met') open += 1
    judged += questions.length
  }
  if (open === 0 || open === judged) throw new Error('the generated dossiers are all alike')
  return judged / ((performance.now() - start) / 1000)
}

function questionsOf(count: number): EligibilityInput[] {
  const levels = allEditions().flatMap(edition => edition.levels.map(l => ({ id: edition.id, terms: levelTerms(edition, l.code.value) })))
  const dice = diceOf('eligibility')
  return Array.from({ length: count }, () => {
    const { id, terms } = pick(levels, dice)
    return { ...terms, dossier: dossierOf(dice, id), on: localDate('2026-03-31') }
  })
}

/** Three employments, two certificates, a class and a diploma; now and then something else or something unproven. */
function dossierOf(dice: Dice, editionId: string): Dossier {
  let paper = 0
  const facts = factsOf(dice, () => (roll(dice, 10) === 0 ? null : `e${paper++}`))
  return dossierSchema.parse({
    birth: { on: plusDays(localDate('1980-01-01'), roll(dice, 10_000)), evidenceId: 'id-card' },
    employments: [facts.employment(3_000, false), facts.employment(4_500, false), facts.employment(5_500, true)],
    certificates: [facts.certificate('A1'), facts.certificate('A2')],
    trainings: [facts.training(editionId)],
    diplomas: [facts.diploma()],
    apprenticeships: [],
    titles: roll(dice, 4) === 0 ? [facts.title()] : [],
  })
}

/** Generators of single facts as a form would send them. */
function factsOf(dice: Dice, evidence: () => string | null) {
  const day = (from: number, span: number) => plusDays(localDate('2006-01-01'), from + roll(dice, span))
  const level = () => pick(['L5', 'L4', 'L3', 'L2'], dice)
  return {
    employment: (at: number, last: boolean) => {
      const from = day(at, 300)
      const until = last && roll(dice, 3) > 0 ? null : plusDays(from, 200 + roll(dice, 2_000))
      const [occupation, mode] = [pick(['own', 'own', 'related', 'other'], dice), pick(['regular', 'regular', 'probation'], dice)]
      return { from, until, occupation, mode, evidenceId: evidence() }
    },
    certificate: (number: string) => {
      const occupation = pick(['own', 'own', 'related'], dice)
      return { occupation, level: level(), issuedOn: day(4_000, 3_000), validUntil: null, revokedOn: null, number, evidenceId: evidence() }
    },
    training: (editionId: string) => {
      const hours = 40 + roll(dice, 220)
      return { level: level(), editionId, hours, completedOn: day(6_000, 1_000), completionProofNumber: 'J1', evidenceId: evidence() }
    },
    diploma: () => ({
      degree: pick(['secondary', 'associate', 'bachelor', 'master'], dice),
      major: pick(['own', 'related', 'other'], dice),
      aim: pick([null, 'intermediate', 'advanced'], dice),
      institution: pick(['中等职业学校', '技师学院', '高等职业学校', '普通高等学校'], dice),
      recognisedBy: pick([null, 'evaluation'], dice),
      status: roll(dice, 2) === 0 ? { kind: 'graduated', on: day(5_000, 1_000) } : { kind: 'studying', expectedOn: '2026-06-30' },
      evidenceId: evidence(),
    }),
    title: () => ({ rank: 'junior', match: true, obtainedOn: day(6_000, 500), evidenceId: evidence() }),
  }
}
