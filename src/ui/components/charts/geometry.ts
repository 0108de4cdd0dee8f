/** Shapes of the charts, in user units of their view boxes; pure, so that they can be proved without a browser. */
export type Point = { readonly x: number; readonly y: number }

/** The point at `share` (0 … 1) of the way from the centre along spoke `i` of `n`; the first spoke points up, then clockwise. */
export function spoke(i: number, n: number, share: number, { centre, radius }: { readonly centre: Point; readonly radius: number }): Point {
  const angle = (i / n) * 2 * Math.PI - Math.PI / 2
  return { x: round(centre.x + Math.cos(angle) * radius * share), y: round(centre.y + Math.sin(angle) * radius * share) }
}

/** A closed path over values between 0 and `top`, one spoke each; values outside are held at the rim. */
export function radarPath(values: readonly number[], top: number, frame: { readonly centre: Point; readonly radius: number }): string {
  const points = values.map((value, i) => spoke(i, values.length, share(value, top), frame))
  return points.length === 0 ? '' : `M${points.map(p => `${p.x} ${p.y}`).join('L')}Z`
}

/** Where the label of a spoke hangs so that it never runs over the chart. */
export function anchorOf(i: number, n: number): 'start' | 'middle' | 'end' {
  const x = Math.cos((i / n) * 2 * Math.PI - Math.PI / 2)
  return Math.abs(x) < 0.05 ? 'middle' : x > 0 ? 'start' : 'end'
}

/** A part of a whole between 0 and 1; 0 when there is no whole. */
export function share(value: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, value / whole))
}

/** Breaks a label into at most two lines of nearly equal length once it passes `limit` characters; Latin text breaks at a space. */
export function twoLines(label: string, limit = 6): readonly string[] {
  if ([...label].length <= limit) return [label]
  const middle = label.length / 2
  const gaps = [...label.matchAll(/ /g)].map(gap => gap.index)
  const gap = gaps.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  if (gap !== undefined) return [label.slice(0, gap), label.slice(gap + 1)]
  const chars = [...label]
  const cut = Math.ceil(chars.length / 2)
  return [chars.slice(0, cut).join(''), chars.slice(cut).join('')]
}

const round = (n: number) => Math.round(n * 100) / 100
