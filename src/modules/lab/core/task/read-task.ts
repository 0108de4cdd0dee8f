import type { z } from 'zod'
import type { LabApp } from '../app/define-app.ts'
import { CHECK_KINDS, type Part } from './check-schema.ts'
import { ScenarioDocument, TaskDocument } from './document-schema.ts'
import { type Names, nameFaults } from './expression/names.ts'
import { parseExpression } from './expression/parse.ts'

/** A fault of a document: where in it, how far into that text, and what the writer reads. */
export type DocumentFault = { readonly path: readonly PropertyKey[]; readonly offset: number; readonly zh: string }
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly DocumentFault[] }

type Apps = Readonly<Record<string, LabApp>>

/** A scenario document by its schema and by the apps of this build. */
export function readScenario(value: unknown): Read<ScenarioDocument> {
  const parsed = ScenarioDocument.safeParse(value, { reportInput: true })
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, faults: faultsOf(parsed.error.issues) }
}

/** A task document: its schema, then every expression in it by the facts of the apps and its own parameters. */
export function readTask(value: unknown, apps: Apps): Read<TaskDocument> {
  const parsed = TaskDocument.safeParse(value, { reportInput: true })
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error.issues) }
  const faults = [...expressionFaults(parsed.data, apps), ...stepFaults(parsed.data, apps), ...paramFaults(parsed.data, apps)]
  return faults.length === 0 ? { ok: true, value: parsed.data } : { ok: false, faults }
}

type Issue = z.core.$ZodIssue
const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是否',
  array: '列表',
  object: '一组栏目',
  record: '一组栏目',
  tuple: '列表',
}

function faultsOf(issues: readonly Issue[]): DocumentFault[] {
  return issues.map(issue => ({ path: issue.path, offset: 0, zh: tellIssue(issue) }))
}

function tellIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '缺少必填的内容' : `应为${KINDS[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys':
      return `不认识的栏目“${issue.keys.join('”“')}”`
    case 'too_small':
      return `过小或过少，至少 ${issue.minimum}`
    case 'too_big':
      return `过大或过多，至多 ${issue.maximum}`
    case 'invalid_value':
      return `应为其中之一：${issue.values.map(String).join('、')}`
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数`
    case 'invalid_format':
      return '格式不正确'
    case 'custom':
      return issue.message
    default:
      return '内容不符合要求'
  }
}

type Place = { readonly text: string; readonly path: readonly PropertyKey[]; readonly skip: number }

function namesOf(task: TaskDocument, apps: Apps, own: readonly string[], saved: readonly string[] = []): Names {
  const facts = Object.entries(apps).flatMap(([id, app]) =>
    Object.entries(app.facts).map(([name, fact]) => [`${id}.${name}`, new Set(Object.keys(fact.fields))] as const),
  )
  const events = Object.entries(apps).flatMap(([id, app]) => Object.keys(app.events).map(name => `${id}.${name}`))
  return { params: new Set([...Object.keys(task.params), ...saved]), facts: new Map(facts), events: new Set(events), own: new Set(own) }
}

function faultsAt({ text, path, skip }: Place, names: Names): DocumentFault[] {
  const parsed = parseExpression(text.slice(skip))
  const faults = parsed.ok ? nameFaults(parsed.expression, names) : [parsed.fault]
  return faults.map(({ at, zh }) => ({ path, offset: at + skip, zh }))
}

/** The expressions of a rubric: whole ones in their slots, those of values behind `$` or `=`, those of texts between braces. */
function expressionFaults(task: TaskDocument, apps: Apps): DocumentFault[] {
  const names = namesOf(task, apps, ['from'])
  const places = task.checks.flatMap((check, i) => [
    ...placesOf(check, ['checks', i]),
    ...(check.of ?? []).flatMap((part, j) => placesOf(part, ['checks', i, 'of', j])),
    ...[check.say, ...Object.values(check.hints)].flatMap(text => braces(text, ['checks', i])),
  ])
  return [...places, ...braces(task.brief, ['brief'])].flatMap(place => faultsAt(place, names))
}

function placesOf(part: Part, path: readonly PropertyKey[]): Place[] {
  const kind = CHECK_KINDS.find(k => part[k] !== undefined)
  const when = part.when === undefined ? [] : [{ text: part.when, path: [...path, 'when'], skip: 0 }]
  return kind === undefined ? when : [...when, ...slotsIn(part[kind], [...path, kind], kind === 'never' || kind === 'seq', CHECK_SLOTS)]
}

/** Which fields of a check hold an expression as it is, and which hold names. Elsewhere a field called `to` is just a value. */
type Slots = { readonly whole: ReadonlySet<string>; readonly names: ReadonlySet<string> }
const CHECK_SLOTS: Slots = {
  whole: new Set(['fact', 'of', 'before', 'value', 'own', 'none', 'best', 'from', 'to']),
  names: new Set(['field', 'validator', 'allow', 'anchors']),
}
const VALUES: Slots = { whole: new Set(), names: new Set() }

function slotsIn(value: unknown, path: readonly PropertyKey[], whole: boolean, slots: Slots): Place[] {
  if (typeof value === 'string') {
    if (whole || value.startsWith('$')) return [{ text: value, path, skip: 0 }]
    return value.startsWith('=') ? [{ text: value, path, skip: 1 }] : []
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => slotsIn(item, [...path, i], whole, slots))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (slots.names.has(key)) return []
    return slotsIn(inner, [...path, key], whole || slots.whole.has(key), key === 'expect' ? VALUES : slots)
  })
}

/** `{{name}}` is a parameter, `{{actual.x}}` what was found, anything else an expression. */
function braces(text: string, path: readonly PropertyKey[]): Place[] {
  return [...text.matchAll(/\{\{([^{}]+)\}\}/g)].flatMap(match => {
    const inner = (match[1] ?? '').trim()
    if (inner.startsWith('actual.')) return []
    return [{ text: /^[A-Za-z_]\w*(\.\w+)*$/.test(inner) ? `$${inner}` : inner, path, skip: 0 }]
  })
}

/** Commands of the reference and of mistakes must exist, and their expressions must mean something. */
function stepFaults(task: TaskDocument, apps: Apps): DocumentFault[] {
  const mistakes = task.mistakes.flatMap((m, i) => [
    ...m.append.map((step, j) => ({ step, path: ['mistakes', i, 'append', j] as PropertyKey[] })),
    ...Object.entries(m.replace).map(([j, step]) => ({ step, path: ['mistakes', i, 'replace', j] as PropertyKey[] })),
  ])
  const steps = [...task.reference.map((step, i) => ({ step, path: ['reference', i] as PropertyKey[] })), ...mistakes]
  const saved = steps.flatMap(({ step }) => (typeof step['save'] === 'string' ? [step['save']] : []))
  const names = namesOf(task, apps, [], saved)
  return steps.flatMap(({ step, path }) => {
    const [type = '', data] = Object.entries(step).find(([key]) => key !== 'when' && key !== 'save') ?? []
    const at = type.indexOf('.')
    const known = apps[type.slice(0, at)]?.commands[type.slice(at + 1)]
    return [
      ...(known !== undefined && known.who !== 'agent' ? [] : [{ path, offset: 0, zh: `没有操作“${type}”` }]),
      ...(typeof step['when'] === 'string' ? faultsAt({ text: step['when'], path: [...path, 'when'], skip: 0 }, names) : []),
      ...slotsIn(data, [...path, type], false, VALUES).flatMap(place => faultsAt(place, names)),
    ]
  })
}

/** A parameter may use only those above it. */
function paramFaults(task: TaskDocument, apps: Apps): DocumentFault[] {
  const order = Object.keys(task.params)
  const faults = Object.entries(task.params).flatMap(([name, param], i) => {
    const text = 'expr' in param ? param.expr : 'pick' in param && typeof param.pick === 'string' ? param.pick : undefined
    const names = { ...namesOf(task, apps, []), params: new Set(order.slice(0, i)) }
    return text === undefined ? [] : faultsAt({ text, path: ['params', name, 'expr' in param ? 'expr' : 'pick'], skip: 0 }, names)
  })
  const require = task.require === undefined ? [] : faultsAt({ text: task.require, path: ['require'], skip: 0 }, namesOf(task, apps, []))
  return [...faults, ...require]
}
