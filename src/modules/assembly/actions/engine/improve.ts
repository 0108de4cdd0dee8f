import { freedProgram, freedStart, isPairSmall } from '../../core/model/pair-program.ts'
import { chosenIn } from '../../core/model/programs.ts'
import { type Candidate, type Limit, type Work, candidateOf, formGaps, isBetter, isGoodEnough, isSound } from './work.ts'

/**
 * Solves single forms anew beside the others, the worst first, then two forms together, until the candidate is good enough or
 * nothing gets better. Every program starts from the forms that stand, so it never ends with worse ones.
 */
export async function improve(work: Work, start: Candidate, { bound }: Pick<Limit, 'bound'>): Promise<Candidate> {
  const { desk } = work
  let best = start
  let moves = movesOf(work, best)
  for (let next = 0; next < moves.length && desk.left > 0.2 && !isGoodEnough(work, best, bound); next++) {
    const candidate = await freed(work, best, moves[next] ?? [])
    if (candidate === null || !isBetter(candidate, best) || !isSound(work, candidate)) continue
    best = candidate
    moves = movesOf(work, best)
    next = -1
  }
  return best
}

/** A candidate with some of its forms solved anew; null when the solver found nothing in its time. */
async function freed(work: Work, best: Candidate, move: readonly number[]): Promise<Candidate | null> {
  const { parts, desk } = work
  const others = best.forms.filter((_, f) => !move.includes(f))
  const program = freedProgram(parts, move.length === 1 ? 1 : 2, others, parts.stimulusOf)
  const standing = move.map(f => best.forms[f] ?? [])
  const solved = await desk.solve(program, 'improve', {
    ...(move.length === 1 && { form: (move[0] ?? 0) + 1 }),
    seconds: Math.max(0.5, desk.left / 4),
    start: parts.measure.shape === 'none' ? null : freedStart(parts, standing, parts.stimulusOf),
    ...formGaps(work, 0.05),
  })
  const { values } = solved
  if (values === null) return null
  const width = parts.form.items + parts.form.stimuli
  const forms = [...best.forms]
  for (const [n, f] of move.entries()) forms[f] = chosenIn(values, parts.form.items, n * width)
  return candidateOf(work, forms, best.way)
}

/** Forms that are solved anew, those that hold the objective back most first; then pairs of them, the worst with the best first. */
function movesOf({ parts }: Work, candidate: Candidate): readonly (readonly number[])[] {
  const order = worstFirst(candidate)
  const singles = order.map(f => [f])
  if (!isPairSmall(parts)) return singles
  return [
    ...singles,
    ...order.flatMap((f, n) =>
      order
        .slice(n + 1)
        .toReversed()
        .map(g => [f, g]),
    ),
  ]
}

function worstFirst({ objective, forms }: Candidate): readonly number[] {
  if (objective.shape === 'total') return [...forms.keys()]
  const badness = objective.terms.map(terms =>
    objective.shape === 'least' ? -Math.min(...terms) : Math.max(...terms.map((term, n) => Math.abs(term - (objective.targets[n] ?? 0)))),
  )
  return [...badness.keys()].toSorted((a, b) => (badness[b] ?? 0) - (badness[a] ?? 0))
}
