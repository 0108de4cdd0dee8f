import { attributeOf } from '../../../../../../kernel/xml.ts'
import type { Variable } from '../../declarations/variable.ts'
import { type QtiRefused, qtiFault } from '../../fault.ts'
import { spend } from '../../limits.ts'
import { sameValue } from '../../values/compare.ts'
import { BASE_TYPES, NULL, type QtiValue, atomsOf, container, integer, numberOf, sizeOf } from '../../values/value.ts'
import { listAttribute, neededAttribute, wordAttribute } from '../../vocabulary/attributes.ts'
import { ANY, type Call, type Operator } from '../operator.ts'
import { type ItemFacts, itemVariable } from '../scope.ts'

/** An expression over the items of an assessment that `sectionIdentifier` and the categories select. */
function over(run: (items: readonly ItemFacts[], call: Call) => QtiValue | QtiRefused): Operator {
  return {
    count: [0, 0],
    takes: [ANY],
    nulls: 'own',
    run: (_, call) => {
      const { element, scope } = call
      if (scope.items === null) return qtiFault('element-unsupported', element.name, { why: 'outcomeProcessing only' })
      const section = attributeOf(element, 'sectionIdentifier')
      const wanted = listAttribute(element, 'includeCategory')
      const unwanted = listAttribute(element, 'excludeCategory')
      const items = scope.items
        .filter(item => section === undefined || item.sections.includes(section))
        .filter(item => wanted.length === 0 || item.categories.some(category => wanted.includes(category)))
        .filter(item => !item.categories.some(category => unwanted.includes(category)))
      const cost = items.reduce(
        (sum, item) => sum + 1 + responsesOf(item).reduce((size, { value }) => size + sizeOf(value), 0),
        scope.items.length,
      )
      return spend(scope.work, cost) ? run(items, call) : qtiFault('too-much-work', element.name)
    },
  }
}

function counting(holds: (item: ItemFacts) => boolean): Operator {
  return over(items => integer(items.filter(holds).length))
}

function responsesOf(item: ItemFacts): readonly Variable[] {
  return [...item.variables.values()].filter(variable => variable.role === 'response')
}

/** Attempted, with a correct response declared for every response variable: only such an item is right or wrong. */
function isJudged(item: ItemFacts): boolean {
  const responses = responsesOf(item)
  return item.attempted && responses.length > 0 && responses.every(({ correct }) => correct.kind !== 'null')
}

function isRight(item: ItemFacts): boolean {
  return responsesOf(item).every(({ value, correct }) => sameValue(value, correct))
}

function isResponded(item: ItemFacts): boolean {
  return item.attempted && responsesOf(item).some(({ value, defaultValue }) => !sameValue(value, defaultValue))
}

/** The values of one variable over the items, weighted if a weight is named. */
const assessmentVariables = over((items, { element }) => {
  const identifier = neededAttribute(element, 'variableIdentifier')
  if (!identifier.ok) return identifier
  const asked = attributeOf(element, 'baseType') === undefined ? null : wordAttribute(element, 'baseType', BASE_TYPES)
  if (asked !== null && !asked.ok) return asked
  const weight = attributeOf(element, 'weightIdentifier')
  const found = items.flatMap(item => {
    const variable = itemVariable(item, identifier.value)
    const type = variable?.baseType
    if (variable?.cardinality !== 'single' || variable.value.kind === 'null') return []
    const fits = asked === null ? type === 'integer' || type === 'float' : type === asked.value
    return fits ? [{ variable, factor: weight === undefined ? 1 : (item.weights.get(weight) ?? 1) }] : []
  })
  const areIntegers = found.every(({ variable }) => variable.baseType === 'integer')
  const isNumeric = found.every(({ variable }) => variable.baseType === 'integer' || variable.baseType === 'float')
  if (!isNumeric)
    return container(
      'multiple',
      asked?.value ?? 'string',
      found.flatMap(({ variable }) => atomsOf(variable.value)),
    )
  const numbers = found.map(({ variable, factor }) => numberOf(variable.value) * factor)
  return container('multiple', areIntegers && weight === undefined ? 'integer' : 'float', numbers)
})

/** The declared bounds of an outcome over the items. */
function bounds(of: (variable: Variable) => number | null, allNeeded: boolean): Operator {
  return over((items, { element }) => {
    const identifier = neededAttribute(element, 'outcomeIdentifier')
    if (!identifier.ok) return identifier
    const weight = attributeOf(element, 'weightIdentifier')
    const values = items.map(item => {
      const variable = itemVariable(item, identifier.value)
      const bound = variable?.cardinality === 'single' ? of(variable) : null
      return bound === null ? null : bound * (weight === undefined ? 1 : (item.weights.get(weight) ?? 1))
    })
    const known = values.filter(value => value !== null)
    return allNeeded && known.length < values.length ? NULL : container('multiple', 'float', known)
  })
}

export const AGGREGATES: Readonly<Record<string, Operator>> = {
  numberSelected: counting(() => true),
  numberPresented: counting(item => item.attempted),
  numberResponded: counting(isResponded),
  numberCorrect: counting(item => isJudged(item) && isRight(item)),
  numberIncorrect: counting(item => isJudged(item) && !isRight(item)),
  testVariables: assessmentVariables,
  outcomeMinimum: bounds(variable => variable.normalMinimum, false),
  outcomeMaximum: bounds(variable => variable.normalMaximum, true),
}
