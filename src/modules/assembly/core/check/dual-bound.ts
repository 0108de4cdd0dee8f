/** The program a bound is proved for: rows over columns, all columns with finite limits or a cost that needs none. */
export type BoundedProgram = {
  readonly sense: 'min' | 'max'
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/**
 * The bound that multipliers of the rows prove, by weak duality in own arithmetic: whatever multipliers a solver returns, the
 * bound holds; bad multipliers only make it weak. Infinite when they prove nothing. Rounding is paid for by a billionth.
 */
export function dualBound(program: BoundedProgram, multipliers: ArrayLike<number>): number {
  const sign = program.sense === 'min' ? 1 : -1
  const proved = [1, -1].map(direction => lowerBound(program, multipliers, direction, sign))
  return sign * Math.max(...proved)
}

/** Lower bound of `sign` times the objective. */
function lowerBound(program: BoundedProgram, multipliers: ArrayLike<number>, direction: number, sign: number): number {
  const reduced = program.cost.map(cost => sign * cost)
  let bound = 0
  let size = 0
  for (let row = 0; row < program.rowLower.length; row++) {
    const multiplier = direction * (multipliers[row] ?? 0)
    const side = (multiplier > 0 ? program.rowLower[row] : program.rowUpper[row]) ?? 0
    if (multiplier === 0 || !Number.isFinite(side)) continue
    bound += multiplier * side
    size += Math.abs(multiplier * side)
    for (let at = program.starts[row] ?? 0; at < (program.starts[row + 1] ?? 0); at++) {
      const column = program.indices[at] ?? 0
      reduced[column] = (reduced[column] ?? 0) - multiplier * (program.values[at] ?? 0)
    }
  }
  for (const [column, cost] of reduced.entries()) {
    if (cost === 0) continue
    const least = cost * ((cost > 0 ? program.lower[column] : program.upper[column]) ?? 0)
    bound += least
    size += Math.abs(least)
  }
  return Number.isFinite(bound) ? bound - size * 1e-9 : -Infinity
}
