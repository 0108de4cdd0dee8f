import type { Irt } from './irt.ts'

/** Mean share of the full marks that an ability earns on an item, and its variance, as shares. */
export function expectedShare({ model, parameters }: Irt, theta: number): { readonly mean: number; readonly variance: number } {
  const [p1 = 0, p2 = 0, p3 = 0] = parameters
  switch (model) {
    case '1PL':
      return rightOrWrong(logistic(theta - p1))
    case '2PL':
      return rightOrWrong(logistic(p1 * (theta - p2)))
    case '3PL':
      return rightOrWrong(p3 + (1 - p3) * logistic(p1 * (theta - p2)))
    default:
      return inSteps(stepChances(model, parameters, theta))
  }
}

function rightOrWrong(chance: number) {
  return { mean: chance, variance: chance * (1 - chance) }
}

/** Chance of each number of steps, from none to all. */
function stepChances(model: Irt['model'], parameters: readonly number[], theta: number): readonly number[] {
  const [slope, thresholds] = model === 'PC' ? [1, parameters] : [parameters[0] ?? 1, parameters.slice(1)]
  if (model === 'GR') {
    const above = [1, ...thresholds.map(b => logistic(slope * (theta - b))), 0]
    return above.slice(0, -1).map((chance, k) => chance - (above[k + 1] ?? 0))
  }
  const exponents = thresholds.reduce<number[]>((all, b) => [...all, (all.at(-1) ?? 0) + slope * (theta - b)], [0])
  const top = Math.max(...exponents)
  const weights = exponents.map(each => Math.exp(each - top))
  const total = weights.reduce((sum, each) => sum + each, 0)
  return weights.map(each => each / total)
}

function inSteps(chances: readonly number[]) {
  const steps = chances.length - 1
  const mean = chances.reduce((sum, chance, k) => sum + (chance * k) / steps, 0)
  return { mean, variance: chances.reduce((sum, chance, k) => sum + chance * (k / steps - mean) ** 2, 0) }
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
}
