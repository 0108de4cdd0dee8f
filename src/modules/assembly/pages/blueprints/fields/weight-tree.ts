/** A line of the weight tree: a branch with the sum below it, or an area with its place in the blueprint. */
export type WeightLine = { readonly name: string; readonly depth: number; readonly marks: number; readonly at: number | null }
type Area = { readonly path: readonly string[]; readonly marks: number }

/** Areas as a tree in reading order; a branch comes before its first area. */
export function weightTree(areas: readonly Area[]): readonly WeightLine[] {
  const shown = new Set<string>()
  return areas.flatMap(({ path, marks }, at) => {
    const branches = path.slice(0, -1).flatMap((name, depth): WeightLine[] => {
      const prefix = path.slice(0, depth + 1)
      const key = prefix.join('／')
      if (shown.has(key)) return []
      shown.add(key)
      return [{ name, depth, marks: sumBelow(areas, prefix), at: null }]
    })
    return [...branches, { name: path.at(-1) ?? '', depth: path.length - 1, marks, at }]
  })
}

function sumBelow(areas: readonly Area[], prefix: readonly string[]): number {
  return areas.filter(area => prefix.every((name, at) => area.path[at] === name)).reduce((sum, area) => sum + area.marks, 0)
}
