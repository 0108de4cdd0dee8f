import { type Hundredths, hundredths, marks, showMarks } from '../../../kernel/marks.ts'
import { type LocalDate, plusMonths } from '../../../kernel/local-date.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'

/** 理论知识, 操作技能, 综合评审. */
export type Paper = 'theory' | 'skill' | 'review'
const NAMES: Readonly<Record<Paper, { readonly zh: string; readonly en: string }>> = {
  theory: { zh: '理论知识', en: 'theory' },
  skill: { zh: '操作技能', en: 'practical' },
  review: { zh: '综合评审', en: 'review' },
}

/** The papers a level requires, each with the least mark (0–10000 hundredths). All must be passed. */
export type PassRule = { readonly required: readonly { readonly paper: Paper; readonly minimum: Hundredths }[] }

/** The rule as an edition states it: whole marks out of `scale`, which must be 100 here. */
export type StatedPass = { readonly scale: number; readonly theoryMin: number; readonly skillMin: number; readonly reviewMin?: number }

/**
 * What came of one paper. `carried`: passed in an earlier session; `referenceOn` is the registration deadline of that session,
 * from which the validity runs. `withheld`: the result is not confirmed yet.
 */
export type PaperOutcome =
  | { readonly kind: 'marked'; readonly mark: Hundredths }
  | { readonly kind: 'absent' }
  | { readonly kind: 'voided'; readonly reason: string }
  | { readonly kind: 'carried'; readonly mark: Hundredths; readonly referenceOn: LocalDate }
  | { readonly kind: 'withheld' }

/** Why the decision is what it is, one line a paper, to be shown to the candidate. */
export type AwardReason = {
  readonly paper: Paper
  readonly code: 'paper-passed' | 'paper-carried' | 'paper-failed' | 'paper-absent' | 'paper-voided' | 'carry-expired'
  readonly zh: string
  readonly en: string
}

export type AwardState = 'passed' | 'failed' | 'absent' | 'voided'
/** `carries`: papers that need not be sat again, and the last day on which a registration deadline may fall to use them. */
export type AwardDecision = {
  readonly state: AwardState
  readonly reasons: readonly AwardReason[]
  readonly carries: readonly {
    readonly paper: Paper
    readonly mark: Hundredths
    readonly referenceOn: LocalDate
    readonly until: LocalDate
  }[]
}

export const CARRY_MONTHS = 12 // no e-commerce source; the practice of a neighbouring occupation
const FULL_MARKS = marks(100)

/** The edition's pass rule, with the review where the level requires one (60 unless the edition says otherwise). */
export function passRuleOf(stated: StatedPass, reviewRequired: boolean): PassRule {
  if (stated.scale !== 100) throw new RangeError(`scale of ${stated.scale} instead of 100`)
  const required: PassRule['required'][number][] = [
    { paper: 'theory', minimum: marks(stated.theoryMin) },
    { paper: 'skill', minimum: marks(stated.skillMin) },
  ]
  if (reviewRequired) required.push({ paper: 'review', minimum: marks(stated.reviewMin ?? 60) })
  return { required }
}

/**
 * Decides on a candidate of one session. A voided paper voids the whole session; absent from every paper sat for is absent;
 * otherwise every required paper must reach its minimum, at equality passed.
 * Refuses `result-not-confirmed` while a required paper is withheld or has no outcome.
 */
export function decideAward(facts: {
  readonly rule: PassRule
  readonly outcomes: Partial<Readonly<Record<Paper, PaperOutcome>>>
  /** registration deadline of this session */
  readonly referenceOn: LocalDate
  readonly carryMonths: number
}): Result<AwardDecision> {
  const judged: Judged[] = []
  for (const { paper, minimum } of facts.rule.required) {
    const outcome = facts.outcomes[paper]
    if (!outcome || outcome.kind === 'withheld') return refuse('result-not-confirmed', { paper: NAMES[paper].zh, paperEn: NAMES[paper].en })
    judged.push(judge({ paper, minimum, outcome }, facts))
  }
  if (judged.length === 0) throw new RangeError('a pass rule without papers')
  const state = stateOf(judged)
  return ok({ state, reasons: judged.map(j => j.reason), carries: state === 'failed' ? judged.flatMap(j => j.carry ?? []) : [] })
}

type Judged = {
  readonly verdict: 'passed' | 'failed' | 'absent' | 'voided' | 'carried'
  readonly reason: AwardReason
  readonly carry?: AwardDecision['carries'][number]
}

function stateOf(judged: readonly Judged[]): AwardState {
  if (judged.some(j => j.verdict === 'voided')) return 'voided'
  const sat = judged.filter(j => j.verdict !== 'carried')
  if (sat.length > 0 && sat.every(j => j.verdict === 'absent')) return 'absent'
  return sat.every(j => j.verdict === 'passed') ? 'passed' : 'failed'
}

function judge(
  due: { readonly paper: Paper; readonly minimum: Hundredths; readonly outcome: PaperOutcome },
  facts: { readonly referenceOn: LocalDate; readonly carryMonths: number },
): Judged {
  const { paper, minimum, outcome } = due
  const { zh, en } = NAMES[paper]
  const reason = (code: AwardReason['code'], zhText: string, enText: string): AwardReason => ({
    paper,
    code,
    zh: `${zh}：${zhText}`,
    en: `${en}: ${enText}`,
  })
  switch (outcome.kind) {
    case 'absent':
      return { verdict: 'absent', reason: reason('paper-absent', '缺考', 'absent') }
    case 'voided':
      return { verdict: 'voided', reason: reason('paper-voided', `成绩无效（${outcome.reason}）`, `void (${outcome.reason})`) }
    case 'carried':
      return judgeCarried({ paper, minimum, outcome }, facts, reason)
    case 'marked': {
      const [got, least] = [showMarks(within(outcome.mark)), showMarks(minimum)]
      if (outcome.mark < minimum)
        return { verdict: 'failed', reason: reason('paper-failed', `${got}分，未达到${least}分`, `${got}, below ${least}`) }
      return {
        verdict: 'passed',
        reason: reason('paper-passed', `${got}分，合格`, `${got}, passed`),
        carry: carryOf(paper, outcome.mark, facts.referenceOn, facts.carryMonths),
      }
    }
    case 'withheld':
      throw new Error(`withheld result of ${paper} judged`)
  }
}

function judgeCarried(
  due: { readonly paper: Paper; readonly minimum: Hundredths; readonly outcome: Extract<PaperOutcome, { kind: 'carried' }> },
  facts: { readonly referenceOn: LocalDate; readonly carryMonths: number },
  reason: (code: AwardReason['code'], zh: string, en: string) => AwardReason,
): Judged {
  const { mark, referenceOn } = due.outcome
  const carry = carryOf(due.paper, within(mark), referenceOn, facts.carryMonths)
  const got = showMarks(mark)
  if (mark < due.minimum)
    return {
      verdict: 'failed',
      reason: reason('paper-failed', `${got}分，未达到${showMarks(due.minimum)}分`, `${got}, below ${showMarks(due.minimum)}`),
    }
  if (facts.referenceOn > carry.until) {
    return {
      verdict: 'failed',
      reason: reason('carry-expired', `原合格成绩${got}分已于${carry.until}过期`, `earlier pass of ${got} expired on ${carry.until}`),
    }
  }
  return {
    verdict: 'carried',
    reason: reason('paper-carried', `免考，沿用${got}分（有效期至${carry.until}）`, `exempt, ${got} carried (valid until ${carry.until})`),
    carry,
  }
}

function carryOf(paper: Paper, mark: Hundredths, referenceOn: LocalDate, months: number): AwardDecision['carries'][number] {
  return { paper, mark, referenceOn, until: plusMonths(referenceOn, months) }
}

function within(mark: Hundredths): Hundredths {
  if (mark < 0 || mark > FULL_MARKS) throw new RangeError(`mark outside 0 to 100: ${mark}`)
  return hundredths(mark)
}
