import type { Program } from '../../../../kernel/program.ts'

/**
 * The program with every row of a constraint allowed to give way, at a price: the choice that breaks least. `slacks` names for
 * each added column the constraint whose row gives way.
 */
export function elasticProgram(mip: Program, sources: readonly number[]): { readonly mip: Program; readonly slacks: readonly number[] } {
  const columns = mip.cost.length
  const slacks: number[] = []
  const indices: number[] = []
  const values: number[] = []
  const starts = [0]
  for (const [row, source] of sources.entries()) {
    const [start, end] = [mip.starts[row] ?? 0, mip.starts[row + 1] ?? 0]
    indices.push(...mip.indices.subarray(start, end))
    values.push(...mip.values.subarray(start, end))
    if (source >= 0) {
      const size = Math.max(1, ...mip.values.subarray(start, end).map(Math.abs))
      indices.push(columns + slacks.length, columns + slacks.length + 1)
      values.push(size, -size)
      slacks.push(source, source)
    }
    starts.push(indices.length)
  }
  const grown = (old: Float64Array, added: number) => Float64Array.from([...old, ...slacks.map(() => added)])
  return {
    mip: {
      sense: 'min',
      cost: grown(new Float64Array(columns), 1),
      lower: grown(mip.lower, 0),
      upper: grown(mip.upper, Infinity),
      integer: Uint8Array.from([...mip.integer, ...slacks.map(() => 0)]),
      rowLower: mip.rowLower,
      rowUpper: mip.rowUpper,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    slacks,
  }
}

/** Constraints that give way in a solution of the elastic program, most first. */
export function givingWay(slacks: readonly number[], values: Float64Array): readonly number[] {
  const start = values.length - slacks.length
  const given = new Map<number, number>()
  for (const [n, source] of slacks.entries()) given.set(source, (given.get(source) ?? 0) + (values[start + n] ?? 0))
  return [...given]
    .filter(([, amount]) => amount > 1e-6)
    .toSorted((a, b) => b[1] - a[1])
    .map(([source]) => source)
}
