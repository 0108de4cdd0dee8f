import type { Program } from '../../../../kernel/program.ts'
import { MILLION, type Measure, measureOf } from '../problem/goal.ts'
import type { AssemblyProblem } from '../problem/problem.ts'
import { type AcrossRows, acrossRows } from './across-rows.ts'
import { type FormRows, formRows } from './form-rows.ts'
import { addBoundColumn, addBoundRows, addGoal } from './goal-rows.ts'
import { MipDraft, type Row } from './mip.ts'

/** What all programs of a problem are built from. */
export type Parts = { readonly form: FormRows; readonly across: AcrossRows; readonly measure: Measure; readonly forms: number }

/** One form, with further rows over its columns: what earlier forms leave to it. */
export function formProgram({ form, measure }: Parts, further: readonly Row[] = []): Program {
  const draft = new MipDraft()
  const columns = unitColumns(draft, form, 1)
  addGoal(
    draft,
    measure,
    columns.slice(0, form.items).map(one => [one]),
    1,
  )
  for (const row of [...form.rows, ...further]) draft.row(row)
  return draft.finish(measure.sense)
}

const MOST_UNITS = 60_000

/** How the plan counts uses: an item has `widths.length` columns, and the kth use more costs `k` shared pairs. */
export type PlanShape = { readonly widths: readonly number[] }
/** `sources`: for each row the constraint it stands for, -1 for the model's own. */
export type Plan = { readonly mip: Program; readonly shape: PlanShape; readonly sources: readonly number[] }

/**
 * All forms as one: in how many forms each item stands. Sums over all forms keep `forms` times the bounds of one form, and
 * shared pairs, Σ u(u−1)/2 over the items, keep the bound of the pairs of forms together. Every set of forms gives such a plan,
 * so the optimum of the plan bounds every set of forms.
 */
export function planProgram(parts: Parts): Plan {
  const { form, across, measure, forms } = parts
  const draft = new MipDraft()
  const widths = widthsOf(parts)
  const columns: number[][] = Array.from({ length: form.items + form.stimuli }, () => [])
  for (const width of widths) for (let item = 0; item < form.items; item++) columns[item]?.push(draft.column(0, width, true))
  for (let at = form.items; at < columns.length; at++) columns[at]?.push(draft.column(0, forms, true))
  addGoal(draft, measure, columns.slice(0, form.items), forms)
  for (const row of form.rows) draft.row(spread({ ...row, lower: row.lower * forms, upper: row.upper * forms }, columns))
  for (const row of across.rows) draft.row(spread(row, columns))
  if (across.overlap !== null) {
    const used = columns.slice(0, form.items).flatMap(list => list.flatMap((column, k) => (k === 0 ? [] : [{ column, k }])))
    const upper = (across.overlap.most * forms * (forms - 1)) / 2
    draft.row({
      lower: -Infinity,
      upper,
      columns: used.map(one => one.column),
      values: used.map(one => one.k),
      source: across.overlap.source,
    })
  }
  return { mip: draft.finish(measure.sense), shape: { widths }, sources: draft.sources }
}

function widthsOf({ form, across, forms }: Parts): number[] {
  if (across.overlap === null) return [forms]
  const units = Math.max(2, Math.min(forms, Math.floor(MOST_UNITS / form.items)))
  return [...Array.from({ length: units - 1 }, () => 1), forms - units + 1]
}

/** Uses of each item, and of each stimulus, in a solution of the plan. */
export function planUses(
  { form }: Parts,
  { widths }: PlanShape,
  values: Float64Array,
): { readonly items: Int32Array; readonly stimuli: Int32Array } {
  const items = Int32Array.from({ length: form.items }, (_, item) =>
    Math.round(widths.reduce((sum, _width, k) => sum + (values[k * form.items + item] ?? 0), 0)),
  )
  const start = widths.length * form.items
  return { items, stimuli: Int32Array.from({ length: form.stimuli }, (_, at) => Math.round(values[start + at] ?? 0)) }
}

/** Most columns of a program of all forms at once that is still worth trying. */
const MOST_JOINT = 1_500

/** Is the problem small enough to be solved with all its forms at once? */
export function isJointSmall({ form, across, forms }: Parts): boolean {
  const pairs = across.overlap === null ? 0 : (form.items * forms * (forms - 1)) / 2
  return (form.items + form.stimuli) * forms + pairs <= MOST_JOINT
}

/** All forms at once, exactly, with further rows. Form f has columns f·(items + stimuli) and on. */
export function jointProgram({ form, across, measure, forms }: Parts, further: readonly Row[] = []): Program {
  const draft = new MipDraft()
  const width = form.items + form.stimuli
  const blocks = Array.from({ length: forms }, () => unitColumns(draft, form, 1))
  const all = Array.from({ length: width }, (_, at) => blocks.map(block => block[at] ?? 0))
  if (measure.shape === 'total') addGoal(draft, measure, all.slice(0, form.items), forms)
  else if (measure.shape !== 'none') {
    const bound = addBoundColumn(draft, measure, 1)
    for (const block of blocks)
      addBoundRows(
        draft,
        measure,
        block.slice(0, form.items).map(one => [one]),
        { bound, forms: 1 },
      )
  }
  for (const block of blocks) for (const row of form.rows) draft.row({ ...row, columns: row.columns.map(at => block[at] ?? 0) })
  for (const row of across.rows) draft.row(spread(row, all))
  for (const row of further) draft.row(row)
  if (across.overlap !== null) addOverlap(draft, blocks, form.items, across.overlap)
  return draft.finish(measure.sense)
}

/** A column for each item and pair of forms that is 1 where both have the item. */
function addOverlap(
  draft: MipDraft,
  blocks: readonly (readonly number[])[],
  items: number,
  overlap: { most: number; source: number },
): void {
  for (const [f, one] of blocks.entries())
    for (const other of blocks.slice(0, f)) {
      const shared = Array.from({ length: items }, (_, item) => {
        const both = draft.column(0, 1, false)
        draft.row({ lower: -Infinity, upper: 1, columns: [one[item] ?? 0, other[item] ?? 0, both], values: [1, 1, -1], source: -1 })
        return both
      })
      draft.row({ lower: -Infinity, upper: overlap.most, columns: shared, values: shared.map(() => 1), source: overlap.source })
    }
}

function unitColumns(draft: MipDraft, form: FormRows, upper: number): number[] {
  return Array.from({ length: form.items + form.stimuli }, () => draft.column(0, upper, true))
}

/** A row over items and stimuli as a row over all the columns that each of them has. */
function spread(row: Row, columns: readonly (readonly number[])[]): Row {
  return {
    ...row,
    columns: row.columns.flatMap(at => columns[at] ?? []),
    values: row.columns.flatMap((at, n) => (columns[at] ?? []).map(() => row.values[n] ?? 0)),
  }
}

/** Everything the programs of a problem are built from, and the stimulus of each item (its place, or -1). */
export function partsOf(problem: AssemblyProblem): Parts & { readonly stimulusOf: Int32Array } {
  const places = new Map(problem.pool.stimuli.map((stimulus, at) => [stimulus.id, at]))
  return {
    form: formRows(problem),
    across: acrossRows(problem),
    measure: measureOf(problem.pool, problem.goal),
    forms: problem.forms,
    stimulusOf: Int32Array.from(problem.pool.items, item => places.get(item.stimulusId ?? '') ?? -1),
  }
}

/** The best objective any set of forms can have, in millionths, when `bound` bounds the plan of all forms together. */
export function boundOfForms({ measure, forms }: Parts, bound: number): number {
  return wholeBound(measure, (measure.shape === 'total' ? bound : bound / forms) * MILLION)
}

/** Objectives are whole millionths, so a bound may be rounded towards them; a millionth is left for rounding before. */
export function wholeBound(measure: Measure, bound: number): number {
  const rounded = measure.sense === 'max' ? Math.floor(bound + 1) : Math.ceil(bound - 1)
  return measure.shape === 'distance' ? Math.max(0, rounded) : rounded
}

/** The items chosen in a solution, by their places. `from` is the first column of the form. */
export function chosenIn(values: Float64Array, items: number, from = 0): readonly number[] {
  return Array.from({ length: items }, (_, item) => item).filter(item => (values[from + item] ?? 0) > 0.5)
}
