import { type XmlElement, attributeOf } from '../../../../../../kernel/xml.ts'
import { type QtiRefused, type QtiResult, eachSound } from '../../fault.ts'
import { sameValue } from '../../values/compare.ts'
import { roundToFigures, roundToPlaces } from '../../values/round-decimal.ts'
import { NULL, type QtiValue, float, numberOf, truth } from '../../values/value.ts'
import { flagAttribute, listAttribute, malformed } from '../../vocabulary/attributes.ts'
import { plainWord } from '../../vocabulary/normal-tree.ts'
import { ANY, type Call, DURATION, NUMBER, type Operator, differing } from '../operator.ts'
import { integerByReference, resolveNumber } from '../reference.ts'

/** An operator on two numbers of a kind; a pair with NULL is NULL. */
function comparing(takes: Operator['takes'], holds: (x: number, y: number) => boolean): Operator {
  return { count: [2, 2], takes, nulls: 'spread', run: ([x = NULL, y = NULL]) => truth(holds(numberOf(x), numberOf(y))) }
}

const match: Operator['run'] = (operands, { element }) => {
  const [a = NULL, b = NULL] = operands
  return differing(operands, element) ?? truth(sameValue(a, b))
}

/** The second value must lie around the first: exactly, within absolute distances, or within percentages of it. */
const equal: Operator['run'] = (operands, { element, scope }) => {
  const [x = Number.NaN, y = Number.NaN] = operands.map(numberOf)
  const mode = plainWord(attributeOf(element, 'toleranceMode') ?? 'exact')
  if (mode === 'exact') return truth(x === y)
  if (mode !== 'absolute' && mode !== 'relative') return malformed(element, 'toleranceMode', mode)
  const tolerances = readTolerances({ element, scope })
  if (!tolerances.ok) return tolerances
  const includesLower = flagAttribute(element, 'includeLowerBound', true)
  if (!includesLower.ok) return includesLower
  const includesUpper = flagAttribute(element, 'includeUpperBound', true)
  if (!includesUpper.ok) return includesUpper
  const [below, above] = tolerances.value
  if (below === null || above === null) return NULL
  const lower = mode === 'absolute' ? x - below : x - (Math.abs(x) * below) / 100
  const upper = mode === 'absolute' ? x + above : x + (Math.abs(x) * above) / 100
  return truth((includesLower.value ? y >= lower : y > lower) && (includesUpper.value ? y <= upper : y < upper))
}

/** One or two numbers, each perhaps named by a variable; one stands for both sides. */
function readTolerances({ element, scope }: Call): QtiResult<readonly [number | null, number | null]> {
  const texts = listAttribute(element, 'tolerance')
  if (texts.length < 1 || texts.length > 2) return malformed(element, 'tolerance', texts.join(' '))
  const numbers = eachSound(texts, text => resolveNumber({ element, attribute: 'tolerance', text, scope }))
  if (!numbers.ok) return numbers
  if (numbers.value.some(number => number !== null && number < 0)) return malformed(element, 'tolerance', texts.join(' '))
  const [below = null, above = below] = numbers.value
  return { ok: true, value: [below, above] }
}

type Rounding = (x: number) => number

/** How `roundTo` and `equalRounded` round; NULL when the figures are in a variable that is NULL. */
function readRounding(element: XmlElement, scope: Call['scope']): QtiResult<Rounding | null> {
  const mode = plainWord(attributeOf(element, 'roundingMode') ?? 'significantFigures')
  const byFigures = mode === 'significantfigures'
  if (!byFigures && mode !== 'decimalplaces') return malformed(element, 'roundingMode', mode)
  const figures = integerByReference(element, 'figures', { scope })
  if (!figures.ok) return figures
  const { value } = figures
  if (value === null) return { ok: true, value: null }
  if (value < (byFigures ? 1 : 0) || value > 400) return malformed(element, 'figures', String(value))
  return { ok: true, value: x => (byFigures ? roundToFigures(x, value) : roundToPlaces(x, value)) }
}

function rounding(use: (round: Rounding, operands: readonly QtiValue[]) => QtiValue): Operator['run'] {
  return (operands, { element, scope }): QtiValue | QtiRefused => {
    const round = readRounding(element, scope)
    if (!round.ok) return round
    return round.value === null ? NULL : use(round.value, operands)
  }
}

const roundTo = rounding((round, [x = NULL]) => float(round(numberOf(x))))
const equalRounded = rounding((round, [x = NULL, y = NULL]) => truth(round(numberOf(x)) === round(numberOf(y))))

export const COMPARISON: Readonly<Record<string, Operator>> = {
  match: { count: [2, 2], takes: [ANY], nulls: 'spread', run: match },
  equal: { count: [2, 2], takes: [NUMBER], nulls: 'spread', run: equal },
  equalRounded: { count: [2, 2], takes: [NUMBER], nulls: 'spread', run: equalRounded },
  roundTo: { count: [1, 1], takes: [NUMBER], nulls: 'spread', run: roundTo },
  lt: comparing([NUMBER], (x, y) => x < y),
  gt: comparing([NUMBER], (x, y) => x > y),
  lte: comparing([NUMBER], (x, y) => x <= y),
  gte: comparing([NUMBER], (x, y) => x >= y),
  durationLt: comparing([DURATION], (x, y) => x < y),
  durationGte: comparing([DURATION], (x, y) => x >= y),
}
