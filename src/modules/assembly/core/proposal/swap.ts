import type { BankItem } from '../../../item-bank/contract.ts'
import { type Finding, type Verdict, checkAssembly } from '../check/check-assembly.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import type { Translated } from '../translate/problem-of.ts'
import type { Said } from '../words/say-condition.ts'

/** The forms of a run by the codes of their items, and the place in question: form and place from 0. */
export type SwapPlace = { readonly forms: readonly (readonly string[])[]; readonly form: number; readonly place: number }
/** An item that could stand there instead. `gain`: change of the objective in millionths, positive is better. */
export type Candidate = { readonly item: BankItem; readonly breaks: readonly Said[]; readonly gain: number }

/** How many candidates are proved; the likeliest ones first. */
const MOST_PROVED = 120

/**
 * Items of the pool that could stand at a place, each proved by the checker against the whole run: those that break nothing
 * first, then by what the objective gains. What was broken before counts for nobody.
 */
export function swapCandidates(translated: Translated, at: SwapPlace): readonly Candidate[] {
  const before = verdictOf(translated.problem, at.forms)
  const current = translated.items.get(at.forms[at.form]?.[at.place] ?? '')
  return likeliest(translated, at, current)
    .map(item => candidateOf(translated, at, before, item))
    .toSorted((a, b) => a.breaks.length - b.breaks.length || b.gain - a.gain || (a.item.code < b.item.code ? -1 : 1))
}

/** What putting an item at a place would break anew, in sentences, and what it would gain. */
export function swapOutcome(translated: Translated, at: SwapPlace, item: BankItem): Candidate {
  return candidateOf(translated, at, verdictOf(translated.problem, at.forms), item)
}

function candidateOf({ problem, said }: Translated, at: SwapPlace, before: Verdict, item: BankItem): Candidate {
  const after = verdictOf(problem, swapped(at, item.code))
  const better = after.objective.value - before.objective.value
  return { item, breaks: newBreaks(before, after, said), gain: after.objective.sense === 'max' ? better : -better }
}

function verdictOf(problem: AssemblyProblem, forms: SwapPlace['forms']): Verdict {
  return checkAssembly({ ...problem, forms: forms.length }, forms)
}

export function swapped({ forms, form, place }: SwapPlace, code: string): readonly (readonly string[])[] {
  return forms.map((codes, n) => (n === form ? codes.with(place, code) : codes))
}

/** Sentences of the findings that fail after and did not before; the order of places is no matter of a swap. */
export function newBreaks(before: Verdict, after: Verdict, said: ReadonlyMap<string, Said>): readonly Said[] {
  const known = new Set(before.findings.filter(each => !each.holds).map(keyOf))
  const broken = after.findings.filter(each => !each.holds && !known.has(keyOf(each)))
  return broken.map(each => {
    const { zh, en } = said.get(each.constraintId) ?? { zh: each.constraintId, en: each.constraintId }
    const amount = Math.round(each.amount * 1000) / 1000
    const part = each.part === '' ? '' : `${each.part} `
    return { zh: `${zh}（${part}将为${shown(each, amount)}）`, en: `${en} (${part}would be ${shown(each, amount)})` }
  })
}

/** Amounts of marks are kept in hundredths. */
function shown({ constraintId }: Finding, amount: number): string {
  const inMarks = /^(?:area|type-marks|importance|lower-levels)/.test(constraintId)
  return String(inMarks || constraintId === 'difficulty' ? amount / 100 : amount)
}

function keyOf({ constraintId, form, part }: Finding): string {
  return `${constraintId} ${form ?? ''} ${part}`
}

/** Items not in the form yet: of the same area, marks and type first, then those nearest in difficulty, then the least used. */
function likeliest({ items }: Translated, { forms, form, place }: SwapPlace, current: BankItem | undefined): readonly BankItem[] {
  const present = new Set(forms[form]?.toSpliced(place, 1))
  const far = (item: BankItem): number =>
    current === undefined
      ? 0
      : 100 * Number(item.area.join('/') !== current.area.join('/')) +
        40 * Number(item.marks !== current.marks) +
        20 * Number(item.type !== current.type) +
        Math.abs(item.difficulty - current.difficulty)
  return [...items.values()]
    .filter(item => !present.has(item.code) && item.code !== current?.code)
    .toSorted((a, b) => far(a) - far(b) || a.exposure - b.exposure || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_PROVED)
}
