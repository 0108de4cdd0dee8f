import { type Hundredths, hundredths } from '../../../../../../kernel/marks.ts'
import type { XmlElement } from '../../../../../../kernel/xml.ts'
import { type GivenValues, type ItemDocument, interactionOf, itemRuns, qtiFaultText } from '../../../../../interactions/contract.ts'
import type { QtiMade } from '../read/qti-entry.ts'

/** How the item's own rules and ours agree over the compared responses. */
export type Comparison =
  | { readonly kind: 'not-compared' }
  | { readonly kind: 'fault'; readonly zh: string; readonly en: string }
  | { readonly kind: 'compared'; readonly rubric: ItemDocument; readonly compared: number; readonly different: number }

/** Full marks while comparing; a difference of up to one hundredth of them is rounding. */
const FULL = 10_000

/**
 * Runs the item's own response processing over sample responses and scores the same responses by each rubric that could mean the
 * same; the rubric with the fewest differences is taken. What the item gives for its correct responses counts as full marks.
 */
export function compareScoring(original: XmlElement, made: QtiMade): Comparison {
  if (made.rubrics.length === 0 || made.responses.length === 0) return { kind: 'not-compared' }
  const interaction = interactionOf(made.type)
  const content = interaction.parseContent(made.content)
  const key = content.ok ? interaction.parseKey(content.value, made.key) : content
  if (!content.ok || !key.ok) return { kind: 'not-compared' }
  const right = interaction.keyResponse(content.value, key.value)
  if (right === null) return { kind: 'not-compared' }
  const runs = itemRuns(original)
  if (!runs.ok) return { kind: 'fault', ...qtiFaultText(runs.refusal) }
  const full = scoreBy(runs.value, made.given(right))
  if (typeof full !== 'number') return full
  if (full <= 0)
    return { kind: 'fault', zh: '按试题自己的评分规则，正确作答得不到分', en: 'by the item’s own rules the right response earns nothing' }
  const theirs: number[] = []
  for (const response of made.responses) {
    const score = scoreBy(runs.value, made.given(response))
    if (typeof score !== 'number') return score
    theirs.push(Math.min(FULL, Math.max(0, (score / full) * FULL)))
  }
  return best(made, { content: content.value, key: key.value }, theirs)
}

function best(
  made: QtiMade,
  documents: { readonly content: ItemDocument; readonly key: ItemDocument },
  theirs: readonly number[],
): Comparison {
  let least: { readonly rubric: ItemDocument; readonly different: number } | null = null
  for (const rubric of made.rubrics) {
    const scorer = interactionOf(made.type).compile({ ...documents, rubric, max: hundredths(FULL) as Hundredths })
    const different = made.responses.filter((response, at) => Math.abs(scorer(response).earned - (theirs[at] ?? 0)) > 1).length
    if (least === null || different < least.different) least = { rubric, different }
    if (different === 0) break // no other can agree better, and the first of equals is taken
  }
  return least === null ? { kind: 'not-compared' } : { kind: 'compared', compared: made.responses.length, ...least }
}

type Runs = Extract<ReturnType<typeof itemRuns>, { readonly ok: true }>['value']

function scoreBy(runs: Runs, responses: GivenValues): number | Extract<Comparison, { readonly kind: 'fault' }> {
  const run = runs({ responses, seed: 'comparison' })
  if (!run.ok) return { kind: 'fault', ...qtiFaultText(run.refusal) }
  const score = run.value.outcomes['SCORE']
  return typeof score === 'number' ? score : 0
}
