/** A value of an attribute; null is missing. */
export type AttributeValue = number | string | null

export const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='] as const
export type Comparison = (typeof COMPARISONS)[number]

/** One side of a comparison: an attribute by its name, or a value that stands in the text. */
export type Operand =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'value'; readonly value: number | string | null }

/** Which items or stimuli a constraint speaks of: an expression over their attributes. */
export type Condition =
  | { readonly op: 'or' | 'and'; readonly parts: readonly Condition[] }
  | { readonly op: 'not'; readonly part: Condition }
  | { readonly op: 'compare'; readonly sign: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly op: 'in'; readonly left: Operand; readonly list: readonly (number | string | null)[] }
  | { readonly op: 'missing'; readonly operand: Operand }
  | { readonly op: 'constant'; readonly value: boolean | null }

/** Attribute names are the same whatever their case. */
export function attributeKey(name: string): string {
  return name.trim().toUpperCase()
}

/** The names of the attributes that a condition reads, as keys, each once. */
export function attributesOf(condition: Condition): readonly string[] {
  const found = new Set<string>()
  const read = (operand: Operand) => void (operand.kind === 'attribute' && found.add(attributeKey(operand.name)))
  const walk = (each: Condition): void => {
    if (each.op === 'or' || each.op === 'and') each.parts.forEach(walk)
    else if (each.op === 'not') walk(each.part)
    else if (each.op === 'missing') read(each.operand)
    else if (each.op === 'in') read(each.left)
    else if (each.op === 'compare') [each.left, each.right].forEach(read)
  }
  walk(condition)
  return [...found]
}

/**
 * Does the condition hold for something with these attributes? Null when a missing value leaves it open; what is left open
 * is not chosen.
 */
export function holdsFor(condition: Condition, attribute: (key: string) => AttributeValue): boolean | null {
  switch (condition.op) {
    case 'or':
      return anyOf(condition.parts, part => holdsFor(part, attribute))
    case 'and':
      return negated(anyOf(condition.parts, part => negated(holdsFor(part, attribute))))
    case 'not':
      return negated(holdsFor(condition.part, attribute))
    case 'constant':
      return condition.value
    case 'missing':
      return valueOf(condition.operand, attribute) === null
    case 'in': {
      const left = valueOf(condition.left, attribute)
      return condition.list.some(each => (each === null ? left === null : left !== null && orderOf(left, each) === 0))
    }
    default:
      return compared(condition.sign, valueOf(condition.left, attribute), valueOf(condition.right, attribute))
  }
}

function anyOf<T>(parts: readonly T[], verdict: (part: T) => boolean | null): boolean | null {
  let open = false
  for (const part of parts) {
    const holds = verdict(part)
    if (holds === true) return true
    if (holds === null) open = true
  }
  return open ? null : false
}

function negated(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds
}

function valueOf(operand: Operand, attribute: (key: string) => AttributeValue): AttributeValue {
  return operand.kind === 'value' ? operand.value : attribute(attributeKey(operand.name))
}

function compared(sign: Comparison, left: AttributeValue, right: AttributeValue): boolean | null {
  if (left === null || right === null) return null
  const order = orderOf(left, right)
  switch (sign) {
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    default:
      return order >= 0
  }
}

/** Numbers by size; a text that looks like a number is one when it meets a number; otherwise by characters. */
function orderOf(left: number | string, right: number | string): number {
  if (typeof left === 'string' && typeof right === 'string') return left === right ? 0 : left < right ? -1 : 1
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a !== null && b !== null) return Math.sign(a - b)
  return orderOf(String(left), String(right))
}

function numberOf(value: number | string): number | null {
  if (typeof value === 'number') return value
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim()) ? Number(value) : null
}
