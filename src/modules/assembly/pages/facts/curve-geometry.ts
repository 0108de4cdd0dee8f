/** Shapes of the line charts in pixels, so that text in them has its true size; pure, so that they can be proved without a browser. */
export type Spot = { readonly x: number; readonly y: number | null }

export const BOX = { height: 232, left: 44, right: 56, top: 12, bottom: 32 } as const
const INNER_HEIGHT = BOX.height - BOX.top - BOX.bottom

/** What a chart shows: the span of x, and the top of y, which begins at 0; and how wide it is drawn. */
export type Span = { readonly from: number; readonly to: number; readonly top: number; readonly width: number }

export function across(x: number, { from, to, width }: Span): number {
  return round(BOX.left + ((width - BOX.left - BOX.right) * (x - from)) / (to - from || 1))
}

/** Values above the top are held at it. */
export function up(y: number, { top }: Span): number {
  return round(BOX.top + INNER_HEIGHT * (1 - Math.min(1, Math.max(0, y / (top || 1)))))
}

/** A line through the spots; it breaks where there is no value. */
export function linePath(spots: readonly Spot[], span: Span): string {
  let isDown = false
  const steps = spots.map(({ x, y }) => {
    if (y === null) {
      isDown = false
      return ''
    }
    const step = `${isDown ? 'L' : 'M'}${across(x, span)} ${up(y, span)}`
    isDown = true
    return step
  })
  return steps.join('')
}

/** The ground between two lines over the same places. */
export function bandPath(band: readonly { readonly x: number; readonly low: number; readonly high: number }[], span: Span): string {
  if (band.length === 0) return ''
  const upper = band.map(({ x, high }) => `${across(x, span)} ${up(high, span)}`)
  const lower = band.toReversed().map(({ x, low }) => `${across(x, span)} ${up(low, span)}`)
  return `M${[...upper, ...lower].join('L')}Z`
}

const STEPS = [1, 2, 2.5, 5, 10] as const

/** Even ticks from 0 that end at or just above the largest value; three to six of them. */
export function ticksTo(largest: number): readonly number[] {
  if (!(largest > 0)) return [0, 1]
  const rough = largest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * (STEPS.find(each => each * power >= rough - 1e-12) ?? 10)
  return Array.from({ length: Math.ceil(largest / step - 1e-9) + 1 }, (_, at) => trimmed(at * step))
}

/** Heights for labels that want to stand at `wanted`, moved apart so that none covers another; in the order given. */
export function apart(wanted: readonly number[], distance: number, bottom: number): readonly number[] {
  const order = wanted.map((_, at) => at).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const placed = new Map<number, number>()
  let above = -Infinity
  for (const at of order) {
    above = Math.max(wanted[at] ?? 0, above + distance)
    placed.set(at, above)
  }
  let below = bottom
  for (const at of order.toReversed()) {
    const height = Math.min(placed.get(at) ?? 0, below)
    placed.set(at, height)
    below = height - distance
  }
  return wanted.map((_, at) => placed.get(at) ?? 0)
}

const round = (n: number) => Math.round(n * 100) / 100
const trimmed = (n: number) => Math.round(n * 1e9) / 1e9
