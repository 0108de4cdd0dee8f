/**
 * Item response models, logistic without the factor 1.7. Parameters: `1PL` b · `2PL` a, b · `3PL` a, b, c ·
 * `PC` thresholds · `GPC` a, thresholds · `GR` a, rising thresholds.
 */
export const IRT_MODELS = ['1PL', '2PL', '3PL', 'PC', 'GPC', 'GR'] as const
export type IrtModel = (typeof IRT_MODELS)[number]
export type Irt = { readonly model: IrtModel; readonly parameters: readonly number[] }

/** How many parameters a model takes, at least and at most. */
export const PARAMETER_COUNTS: Readonly<Record<IrtModel, readonly [number, number]>> = {
  '1PL': [1, 1],
  '2PL': [2, 2],
  '3PL': [3, 3],
  PC: [1, 20],
  GPC: [2, 20],
  GR: [2, 20],
}

/** A difficulty judged from 1 to 5 as a 1PL item: 3 stands at ability 0, each step is 1 logit. Our reconstruction until items are calibrated. */
export function irtOfDifficulty(difficulty: number): Irt {
  return { model: '1PL', parameters: [difficulty - 3] }
}

/** Why parameters make no item, as a pair of texts; null when they do. */
export function irtFault({ model, parameters }: Irt): { readonly zh: string; readonly en: string } | null {
  const [least, most] = PARAMETER_COUNTS[model]
  if (parameters.length < least || parameters.length > most)
    return {
      zh: `${model}需${least}个参数，现有${parameters.length}个`,
      en: `${model} takes ${least} parameters, not ${parameters.length}`,
    }
  if (parameters.some(each => !(Math.abs(each) <= 50))) return { zh: '参数超出±50', en: 'a parameter is beyond ±50' }
  const slope = model === '1PL' || model === 'PC' ? 1 : (parameters[0] ?? 0)
  if (!(slope > 0)) return { zh: '区分度应大于0', en: 'the discrimination is not positive' }
  const guess = model === '3PL' ? (parameters[2] ?? 0) : 0
  if (!(guess >= 0 && guess < 1)) return { zh: '猜测参数应在0与1之间', en: 'the guessing parameter is not between 0 and 1' }
  if (model === 'GR' && parameters.slice(2).some((each, at) => each <= (parameters[at + 1] ?? 0)))
    return { zh: 'GR的阈值应逐个升高', en: 'the thresholds of GR do not rise' }
  return null
}

/** Fisher information of an item at an ability. */
export function informationAt({ model, parameters }: Irt, theta: number): number {
  const [p1 = 0, p2 = 0, p3 = 0] = parameters
  switch (model) {
    case '1PL':
      return dichotomous(1, p1, 0, theta)
    case '2PL':
      return dichotomous(p1, p2, 0, theta)
    case '3PL':
      return dichotomous(p1, p2, p3, theta)
    case 'PC':
      return partialCredit(1, parameters, theta)
    case 'GPC':
      return partialCredit(p1, parameters.slice(1), theta)
    default:
      return graded(p1, parameters.slice(1), theta)
  }
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
}

/** a² · (1 − c) · L² · (1 − L) ÷ (c + (1 − c) · L), with L the logistic without guessing. */
function dichotomous(a: number, b: number, c: number, theta: number): number {
  const plain = logistic(a * (theta - b))
  const right = c + (1 - c) * plain
  return right === 0 ? 0 : (a * a * (1 - c) * plain * plain * (1 - plain)) / right
}

/** a² times the variance of the category. */
function partialCredit(a: number, thresholds: readonly number[], theta: number): number {
  const exponents = [0]
  for (const b of thresholds) exponents.push((exponents.at(-1) ?? 0) + a * (theta - b))
  const top = Math.max(...exponents)
  const weights = exponents.map(each => Math.exp(each - top))
  const total = weights.reduce((sum, each) => sum + each, 0)
  const mean = weights.reduce((sum, each, k) => sum + k * each, 0) / total
  return (a * a * weights.reduce((sum, each, k) => sum + (k - mean) ** 2 * each, 0)) / total
}

/** Sum over the categories of (slope of the category)² ÷ (its probability). */
function graded(a: number, thresholds: readonly number[], theta: number): number {
  const above = [1, ...thresholds.map(b => logistic(a * (theta - b))), 0]
  let information = 0
  for (let k = 0; k + 1 < above.length; k++) {
    const [upper = 0, lower = 0] = [above[k], above[k + 1]]
    const slope = a * (upper * (1 - upper) - lower * (1 - lower))
    if (upper > lower) information += slope ** 2 / (upper - lower)
  }
  return information
}
