import { FUNCTIONS } from './functions.ts'
import type { Expression, ExpressionFault } from './syntax.ts'

/** What the names in an expression may mean at the place where it stands. */
export type Names = {
  readonly params: ReadonlySet<string>
  /** `mail.sent` → its fields. */
  readonly facts: ReadonlyMap<string, ReadonlySet<string>>
  /** `@mail.sent`: events, whose fields are not known beforehand. */
  readonly events: ReadonlySet<string>
  /** Functions of the place. */
  readonly own: ReadonlySet<string>
}

/** Names that mean nothing here, so that a writer reads of them before anybody sits the task. */
export function nameFaults(e: Expression, names: Names): ExpressionFault[] {
  switch (e.kind) {
    case 'literal':
      return []
    case 'param':
      return names.params.has(e.name) ? [] : [{ at: e.at, zh: `没有参数“$${e.name}”` }]
    case 'list':
      return e.items.flatMap(item => nameFaults(item, names))
    case 'field':
      return [...nameFaults(e.of, names), ...fieldFaults(e, names)]
    case 'not':
    case 'minus':
      return nameFaults(e.of, names)
    case 'binary':
      return [...nameFaults(e.left, names), ...nameFaults(e.right, names)]
    case 'call':
      return [...callFaults(e, names), ...e.given.flatMap(item => nameFaults(item, names))]
    case 'query':
      return [...sourceFaults(e, names), ...e.where.flatMap(where => nameFaults(where.value, names))]
  }
}

function fieldFaults(e: Extract<Expression, { kind: 'field' }>, { facts }: Names): ExpressionFault[] {
  const fields = e.of.kind === 'query' ? facts.get(e.of.source) : undefined
  return fields === undefined || fields.has(e.name) || e.name === 'seq'
    ? []
    : [{ at: e.at, zh: `没有字段“${e.name}”，可用：${[...fields].join('、')}` }]
}

function callFaults(e: Extract<Expression, { kind: 'call' }>, { own }: Names): ExpressionFault[] {
  if (own.has(e.name)) return []
  const known = Object.hasOwn(FUNCTIONS, e.name) ? FUNCTIONS[e.name] : undefined
  if (known === undefined) return [{ at: e.at, zh: `没有函数“${e.name}”` }]
  return e.given.length < known.least || e.given.length > known.most ? [{ at: e.at, zh: `“${e.name}”的参数个数不对` }] : []
}

function sourceFaults(e: Extract<Expression, { kind: 'query' }>, { facts, events }: Names): ExpressionFault[] {
  if (e.source.startsWith('@')) return events.has(e.source.slice(1)) ? [] : [{ at: e.at, zh: `没有事件“${e.source.slice(1)}”` }]
  const fields = facts.get(e.source)
  if (fields === undefined) return [{ at: e.at, zh: `没有事实“${e.source}”` }]
  return e.where
    .filter(({ field }) => !fields.has(field) && field !== 'seq')
    .map(({ at, field }) => ({ at, zh: `“${e.source}”没有字段“${field}”，可用：${[...fields].join('、')}` }))
}
