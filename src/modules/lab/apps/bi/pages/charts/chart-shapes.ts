/** An axis of values: its ends and the marks between them. */
export type Scale = { readonly low: number; readonly high: number; readonly ticks: readonly number[] }

/** The smallest of 1, 2, 5, 10, 20, … that is not less; at least 1. */
function round(step: number): number {
  for (let power = 1; ; power *= 10) for (const digit of [1, 2, 5]) if (digit * power >= step) return digit * power
}

/** An axis for these values with about four marks: from zero, or, cut, from just below the least. */
export function scaleOf(values: readonly number[], fromZero: boolean): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const [from, to] = fromZero ? [Math.min(0, least), Math.max(0, most)] : [least, most]
  const step = round((to - from || Math.abs(to)) / 4)
  const low = Math.floor(from / step) * step
  const high = Math.max(Math.ceil(to / step) * step, low + step)
  return { low, high, ticks: Array.from({ length: (high - low) / step + 1 }, (_mark, i) => low + i * step) }
}

/** The share of a value between the ends of its axis, 0 to 1. */
export function along({ low, high }: Scale, value: number): number {
  return (value - low) / (high - low)
}

export type Slice = { readonly path: string; readonly share: number; readonly middle: { readonly x: number; readonly y: number } }

/** Slices of a pie around (0, 0) with this radius, from the top, clockwise; `middle` is a point just outside of each. */
export function slices(values: readonly number[], radius: number): Slice[] {
  const whole = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  const at = (share: number, far: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2
    return { x: Math.round(Math.cos(angle) * far * 100) / 100, y: Math.round(Math.sin(angle) * far * 100) / 100 }
  }
  let done = 0
  return values.map(value => {
    const share = whole === 0 ? 0 : Math.max(0, value) / whole
    const [begin, end] = [at(done, radius), at(done + share, radius)]
    const middle = at(done + share / 2, radius + 18)
    done += share
    const arc = `A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1`
    // a full circle has no end of its own: it goes by way of the bottom
    const full = `M0 ${-radius}${arc} 0 ${radius}${arc} 0 ${-radius}Z`
    return { share, middle, path: share > 0.9999 ? full : `M0 0L${begin.x} ${begin.y}${arc} ${end.x} ${end.y}Z` }
  })
}
