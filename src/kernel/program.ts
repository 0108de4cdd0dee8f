/**
 * A mixed-integer linear program in row form, as assembly writes it and the solver takes it. Infinite bounds are ±Infinity.
 * `cost`, `lower`, `upper` and `integer` have an entry a column, `rowLower` and `rowUpper` one a row.
 */
export type Program = {
  readonly sense: 'min' | 'max'
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 for a column that takes whole values only, else 0. */
  readonly integer: Uint8Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Row n has the entries from `starts[n]` up to `starts[n + 1]` of `indices` and `values`. */
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}
