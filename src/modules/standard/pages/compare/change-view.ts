import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { Language } from '../../../../ui/words.ts'
import { allEditions, type Change, type EditionDiff } from '../../contract.ts'
import { namePath } from '../saying/name-path.ts'
import { sayValue } from '../saying/say-value.ts'
import { type Stretch, textDiff } from './text-diff.ts'

export type Counts = { readonly added: number; readonly removed: number; readonly changed: number }

export function countsOf(changes: readonly Change[]): Counts {
  const of = (kind: Change['kind']) => changes.filter(change => change.kind === kind).length
  return { added: of('added'), removed: of('removed'), changed: of('changed') }
}

export function allChanges(diff: EditionDiff): readonly Change[] {
  return diff.sections.flatMap(section => section.changes)
}

/** Changes under the name they share: a level, a level and function, or the field itself. */
export type ChangeGroup = { readonly name: string; readonly changes: readonly Change[] }

export function groupsOf(changes: readonly Change[], language: Language): readonly ChangeGroup[] {
  const groups = Map.groupBy(changes, change => groupName(change.path, language))
  return [...groups].map(([name, members]) => ({ name, changes: members }))
}

function groupName(path: readonly string[], language: Language): string {
  const names = namePath(path, language)
  const [head] = path
  if (head === 'levels') return names.slice(0, path[2] === 'eligibility' ? 2 : 1).join(language === 'zh' ? '' : ', ')
  if (head === 'functions') return names.slice(0, functionDepth(path)).join(' · ')
  if (head === 'weights') return names.slice(0, weightDepth(path)).join(' · ')
  return head === 'basics' || head === 'teachers' ? (names[0] ?? '') : ''
}

/** What is left of the name under its group. */
export function nameInGroup(path: readonly string[], language: Language): string {
  const names = namePath(path, language)
  const [head] = path
  const dash = language === 'zh' ? '：' : ': '
  if (head === 'levels') return names.slice(path[2] === 'eligibility' ? 2 : 1).join(dash)
  if (head === 'functions') return names.slice(functionDepth(path)).join(dash) || (language === 'zh' ? '职业功能' : 'Function')
  if (head === 'weights') return names.slice(weightDepth(path)).join(dash)
  return (head === 'basics' || head === 'teachers') && names.length > 1 ? names.slice(1).join(dash) : names.join(dash)
}

/** Level and work type stand before the function's name; a path that ends there is the function itself. */
function functionDepth(path: readonly string[]): number {
  return Math.min(path.length - 1, WORK_TYPES.has(path[2] ?? '') ? 3 : 2)
}

function weightDepth(path: readonly string[]): number {
  const part = path.findIndex(one => one === 'theory' || one === 'skill')
  return part === -1 ? 0 : part
}

const WORK_TYPES: ReadonlySet<string> = new Set(allEditions().flatMap(edition => edition.functions.flatMap(one => one.workType ?? [])))

/** The lines of either side, with what only this side says marked; null where a side says nothing. */
export type SideLines = { readonly from: readonly (readonly Stretch[])[] | null; readonly to: readonly (readonly Stretch[])[] | null }

export function sideLines(change: Change, language: Language): SideLines {
  const lines = (value: unknown) => sayValue(change.path, value, language)
  const whole = (value: unknown) => lines(value).map(text => [{ text, own: false }])
  if (change.kind === 'added') return { from: null, to: whole(change.to.value) }
  if (change.kind === 'removed') return { from: whole(change.from.value), to: null }
  const [from, to] = [lines(change.from.value), lines(change.to.value)]
  const pairs = Array.from({ length: Math.max(from.length, to.length) }, (_, at) => textDiff(from[at] ?? '', to[at] ?? ''))
  return { from: pairs.slice(0, from.length).map(pair => pair.from), to: pairs.slice(0, to.length).map(pair => pair.to) }
}

/** A clause can keep its wording and yet be judged by other conditions. */
export function onlyConditionsDiffer(change: Change, language: Language): boolean {
  if (change.kind !== 'changed') return false
  const said = (value: unknown) => canonicalJson(sayValue(change.path, value, language))
  return said(change.from.value) === said(change.to.value)
}
