import { type Dice, roll } from '../../../../kernel/dice.ts'
import { MILLION } from '../../core/problem/goal.ts'
import type { Parts } from '../../core/model/programs.ts'
import { FormState, columnRows } from './form-state.ts'

/** What is wanted of the forms together while items change places between them. */
export type ExchangeAim = {
  /** Items two forms may share; Infinity when nothing bounds it. */
  readonly overlap: number
  /** What each term of the objective should be in every form, in millionths. */
  readonly targets: readonly number[]
}

/** A swap of items between two forms: `out` leaves f for g, `into` comes from g to f. */
type Swap = { readonly f: number; readonly g: number; readonly out: readonly number[]; readonly into: readonly number[] }

const START_HEAT = 2
const COOLING = 7

/**
 * Items change places between forms, two at a time, until no two forms share too much and all forms are worth the same. How
 * often each item is used stays as it is, and so does every total over the forms; a swap that would break a row of a form is
 * not made. Worse swaps are taken now and then, ever more rarely (simulated annealing); same dice, same outcome.
 */
export class Exchange {
  private readonly states: readonly FormState[]
  private readonly shared: readonly Int32Array[]
  private readonly terms: readonly Float64Array[]
  private readonly classes: Int32Array
  private readonly scales: readonly number[]
  private readonly parts: Parts
  private readonly aim: ExchangeAim
  private readonly dice: Dice
  private readonly stimulusOf: Int32Array

  constructor(parts: Parts & { readonly stimulusOf: Int32Array }, forms: readonly (readonly number[])[], aim: ExchangeAim, dice: Dice) {
    const columns = columnRows(parts.form)
    this.parts = parts
    this.aim = aim
    this.dice = dice
    const { stimulusOf } = parts
    this.stimulusOf = stimulusOf
    this.states = forms.map(chosen => new FormState(parts.form, columns, stimulusOf, chosen))
    this.shared = this.states.map(one => Int32Array.from(this.states, other => one.chosen.filter(item => other.has[item] === 1).length))
    this.terms = this.states.map(state =>
      Float64Array.from(parts.measure.worths, worths => state.chosen.reduce((sum, item) => sum + (worths[item] ?? 0), 0)),
    )
    this.scales = aim.targets.map(target => Math.max(Math.abs(target) * 0.01, MILLION * 0.001))
    const names = new Map<string, number>()
    this.classes = Int32Array.from({ length: parts.form.items }, (_, item) => {
      const name = JSON.stringify([columns[item], parts.form.stimuli > 0 ? stimulusOf[item] : -1])
      return names.get(name) ?? (names.set(name, names.size).get(name) as number)
    })
  }

  /** Items of each form, by their places in the pool. */
  get forms(): readonly (readonly number[])[] {
    return this.states.map(state => [...state.chosen])
  }

  /** How many shared items there are too many, over all pairs of forms. */
  get excess(): number {
    return this.shared.reduce(
      (sum, row, f) => sum + row.reduce((part, shared, g) => part + (g < f ? Math.max(0, shared - this.aim.overlap) : 0), 0),
      0,
    )
  }

  /** Tries `moves` swaps; `from` and `to` are the shares of the whole cooling that they cover. */
  run(moves: number, from: number, to: number): void {
    for (let n = 0; n < moves; n++) {
      const heat = START_HEAT * Math.exp(-COOLING * (from + ((to - from) * n) / moves))
      const swap = this.propose()
      if (swap === null) continue
      const worse = this.worse(swap)
      if ((worse <= 0 || this.dice() < Math.exp(-worse / heat)) && this.allowed(swap)) this.make(swap)
    }
  }

  private propose(): Swap | null {
    const f = roll(this.dice, this.states.length)
    const g = (f + 1 + roll(this.dice, this.states.length - 1)) % this.states.length
    const [one, other] = [this.states[f], this.states[g]]
    if (one === undefined || other === undefined || one.chosen.length === 0 || other.chosen.length === 0) return null
    const item = one.chosen[roll(this.dice, one.chosen.length)] ?? 0
    if (this.parts.form.stimuli > 0 && (this.stimulusOf[item] ?? -1) >= 0 && this.dice() < 0.5) return this.proposeStimulus(f, g, item)
    if (other.has[item] === 1) return null
    const partner = this.partner(item, one, other)
    return partner === null ? null : { f, g, out: [item], into: [partner] }
  }

  /** An item of the other form that the first one lacks, mostly one that no row can tell from the item. */
  private partner(item: number, one: FormState, other: FormState): number | null {
    const start = roll(this.dice, other.chosen.length)
    const any = other.chosen[start] ?? 0
    if (this.dice() < 0.2) return one.has[any] === 1 ? null : any
    for (let n = 0; n < other.chosen.length; n++) {
      const candidate = other.chosen[(start + n) % other.chosen.length] ?? 0
      if (this.classes[candidate] === this.classes[item] && one.has[candidate] === 0) return candidate
    }
    return one.has[any] === 1 ? null : any
  }

  /** Whole stimuli change places, each with the items chosen of it. */
  private proposeStimulus(f: number, g: number, item: number): Swap | null {
    const [one, other] = [this.states[f], this.states[g]]
    const stimulus = this.stimulusOf[item] ?? -1
    const partner = this.stimulusOf[other?.chosen[roll(this.dice, other.chosen.length)] ?? 0] ?? -1
    if (one === undefined || other === undefined || partner < 0 || partner === stimulus) return null
    if (other.itemsOf(stimulus).length > 0 || one.itemsOf(partner).length > 0) return null
    return { f, g, out: one.itemsOf(stimulus), into: other.itemsOf(partner) }
  }

  private allowed({ f, g, out, into }: Swap): boolean {
    return this.states[f]?.allows(out, into) === true && this.states[g]?.allows(into, out) === true
  }

  private worse(swap: Swap): number {
    let worse = 0
    for (let h = 0; h < this.states.length; h++) {
      const change = this.sharedChange(swap, h)
      if (change === 0) continue
      worse += this.tooMany((this.shared[swap.f]?.[h] ?? 0) + change) - this.tooMany(this.shared[swap.f]?.[h] ?? 0)
      worse += this.tooMany((this.shared[swap.g]?.[h] ?? 0) - change) - this.tooMany(this.shared[swap.g]?.[h] ?? 0)
    }
    for (let term = 0; term < this.aim.targets.length; term++) {
      const change = this.termChange(swap, term)
      worse += this.distance(swap.f, term, change) - this.distance(swap.f, term, 0)
      worse += this.distance(swap.g, term, -change) - this.distance(swap.g, term, 0)
    }
    return worse
  }

  /** By how much f shares more with h; g then shares as much less. What f and g share stays. */
  private sharedChange({ f, g, out, into }: Swap, h: number): number {
    if (h === f || h === g) return 0
    const has = this.states[h]?.has
    let change = 0
    for (const item of into) change += has?.[item] ?? 0
    for (const item of out) change -= has?.[item] ?? 0
    return change
  }

  private termChange({ out, into }: Swap, term: number): number {
    const worths = this.parts.measure.worths[term]
    let change = 0
    for (const item of into) change += worths?.[item] ?? 0
    for (const item of out) change -= worths?.[item] ?? 0
    return change
  }

  private tooMany(shared: number): number {
    const many = shared - this.aim.overlap
    return many > 0 ? many * many : 0
  }

  private distance(form: number, term: number, change: number): number {
    const away = ((this.terms[form]?.[term] ?? 0) + change - (this.aim.targets[term] ?? 0)) / (this.scales[term] ?? 1)
    return away * away * 0.1
  }

  private make(swap: Swap): void {
    const { f, g, out, into } = swap
    for (let h = 0; h < this.states.length; h++) {
      const change = this.sharedChange(swap, h)
      this.addShared(f, h, change)
      this.addShared(g, h, -change)
    }
    for (const [term] of this.aim.targets.entries()) {
      const change = this.termChange(swap, term)
      const [one, other] = [this.terms[f], this.terms[g]]
      if (one !== undefined) one[term] = (one[term] ?? 0) + change
      if (other !== undefined) other[term] = (other[term] ?? 0) - change
    }
    this.states[f]?.apply(out, into)
    this.states[g]?.apply(into, out)
  }

  private addShared(f: number, h: number, change: number): void {
    const [row, mirror] = [this.shared[f], this.shared[h]]
    if (change === 0 || row === undefined || mirror === undefined) return
    row[h] = (row[h] ?? 0) + change
    mirror[f] = (mirror[f] ?? 0) + change
  }
}
