import type { FormRows } from '../../core/model/form-rows.ts'

const TOLERANCE = 1e-9

/** Rows of each column of a form: row places and values, side by side. Link rows are left out: stimuli are counted directly. */
export type ColumnRows = readonly { readonly rows: readonly number[]; readonly values: readonly number[] }[]

export function columnRows(form: FormRows): ColumnRows {
  const columns = Array.from({ length: form.items + form.stimuli }, () => ({ rows: [] as number[], values: [] as number[] }))
  for (const [at, row] of form.rows.entries()) {
    if (row.source < 0) continue
    for (const [n, column] of row.columns.entries()) {
      columns[column]?.rows.push(at)
      columns[column]?.values.push(row.values[n] ?? 0)
    }
  }
  return columns
}

/** A form that can be changed item by item, with the activity of each of its rows. */
export class FormState {
  readonly has: Uint8Array
  readonly chosen: number[]
  private readonly places: Int32Array
  private readonly activity: Float64Array
  private readonly counts: Int32Array
  private readonly delta: Float64Array
  private readonly marked: Uint8Array
  private touched: number[] = []
  private readonly form: FormRows
  private readonly columns: ColumnRows
  private readonly stimulusOf: Int32Array

  constructor(form: FormRows, columns: ColumnRows, stimulusOf: Int32Array, chosen: readonly number[]) {
    this.form = form
    this.columns = columns
    this.stimulusOf = stimulusOf
    this.has = new Uint8Array(form.items)
    this.places = new Int32Array(form.items)
    this.chosen = []
    this.activity = new Float64Array(form.rows.length)
    this.delta = new Float64Array(form.rows.length)
    this.marked = new Uint8Array(form.rows.length)
    this.counts = new Int32Array(form.stimuli)
    this.apply([], chosen)
  }

  /** Would the rows still hold with some items out and others in? */
  allows(out: readonly number[], into: readonly number[]): boolean {
    this.measure(out, into)
    const allowed = this.touched.every(row => {
      const [before, after] = [this.activity[row] ?? 0, (this.activity[row] ?? 0) + (this.delta[row] ?? 0)]
      const { lower, upper } = this.form.rows[row] ?? { lower: -Infinity, upper: Infinity }
      return (after >= lower - TOLERANCE || after >= before) && (after <= upper + TOLERANCE || after <= before)
    })
    this.forget()
    return allowed
  }

  apply(out: readonly number[], into: readonly number[]): void {
    this.measure(out, into)
    for (const row of this.touched) this.activity[row] = (this.activity[row] ?? 0) + (this.delta[row] ?? 0)
    this.forget()
    for (const item of out) this.remove(item)
    for (const item of into) this.add(item)
  }

  /** The chosen items of a stimulus. */
  itemsOf(stimulus: number): number[] {
    return this.chosen.filter(item => this.stimulusOf[item] === stimulus)
  }

  private measure(out: readonly number[], into: readonly number[]): void {
    const moved = new Map<number, number>()
    const count = (item: number, by: number) => {
      this.touch(item, by)
      const stimulus = this.form.stimuli === 0 ? -1 : (this.stimulusOf[item] ?? -1)
      if (stimulus >= 0) moved.set(stimulus, (moved.get(stimulus) ?? 0) + by)
    }
    for (const item of out) count(item, -1)
    for (const item of into) count(item, 1)
    for (const [stimulus, by] of moved) {
      const before = this.counts[stimulus] ?? 0
      const turns = Number(before + by > 0) - Number(before > 0)
      if (turns !== 0) this.touch(this.form.items + stimulus, turns)
    }
  }

  private touch(column: number, by: number): void {
    const { rows = [], values = [] } = this.columns[column] ?? {}
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n] ?? 0
      if (this.marked[row] === 0) this.touched.push(row)
      this.marked[row] = 1
      this.delta[row] = (this.delta[row] ?? 0) + by * (values[n] ?? 0)
    }
  }

  private forget(): void {
    for (const row of this.touched) {
      this.delta[row] = 0
      this.marked[row] = 0
    }
    this.touched = []
  }

  private remove(item: number): void {
    const place = this.places[item] ?? 0
    const last = this.chosen.pop() ?? item
    if (last !== item) {
      this.chosen[place] = last
      this.places[last] = place
    }
    this.has[item] = 0
    this.countStimulus(item, -1)
  }

  private add(item: number): void {
    this.places[item] = this.chosen.push(item) - 1
    this.has[item] = 1
    this.countStimulus(item, 1)
  }

  private countStimulus(item: number, by: number): void {
    const stimulus = this.form.stimuli === 0 ? -1 : (this.stimulusOf[item] ?? -1)
    if (stimulus >= 0) this.counts[stimulus] = (this.counts[stimulus] ?? 0) + by
  }
}
