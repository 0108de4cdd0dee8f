/** A run of text that both versions have, only the older one, or only the newer one. */
export type TextPiece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** Chinese is compared sign by sign, Latin words and numbers as wholes. */
const TOKENS = /[A-Za-z0-9]+(?:[.'-][A-Za-z0-9]+)*|./gsu
/** Texts that differ in more places than this share nothing worth showing. */
const MOST_EDITS = 800
/** A single sign between two changes is chance: it is read as part of the change. */
const ISLAND = 1

/** What changed from one text to the other, in reading order; where something was replaced, what is gone comes first. */
export function differenceOf(older: string, newer: string): readonly TextPiece[] {
  const [a, b] = [tokensOf(older), tokensOf(newer)]
  const head = commonHead(a, b)
  const tail = commonHead(a.slice(head).toReversed(), b.slice(head).toReversed())
  const middle = runsOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const runs = [sameRun(a.slice(0, head)), ...middle, sameRun(a.slice(a.length - tail))]
  return piecesOf(withoutIslands(joined(runs)))
}

function tokensOf(text: string): readonly string[] {
  return text.match(TOKENS) ?? []
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at < length && a[at] === b[at]) at += 1
  return at
}

/** A stretch of both texts: `same` when neither side differs. */
type Run = { readonly same: boolean; readonly older: readonly string[]; readonly newer: readonly string[] }

function sameRun(tokens: readonly string[]): Run {
  return { same: true, older: tokens, newer: tokens }
}

/** The shortest edit after Myers, as runs of single tokens; one whole replacement where it would be too long. */
function runsOf(a: readonly string[], b: readonly string[]): Run[] {
  const trace = traceOf(a, b)
  if (trace === undefined) return [{ same: false, older: a, newer: b }]
  const runs: Run[] = []
  let [x, y] = [a.length, b.length]
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = trace[d] ?? new Map<number, number>()
    const k = x - y
    const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1))
    const before = d === 0 ? 0 : (reached.get(down ? k + 1 : k - 1) ?? 0)
    const from = d === 0 ? 0 : before - (down ? k + 1 : k - 1)
    while (x > before && y > from && x > 0 && y > 0) {
      x -= 1
      y -= 1
      runs.push(sameRun(a.slice(x, x + 1)))
    }
    if (d === 0) break
    runs.push(down ? { same: false, older: [], newer: b.slice(y - 1, y) } : { same: false, older: a.slice(x - 1, x), newer: [] })
    ;[x, y] = [before, from]
  }
  return runs.toReversed()
}

/** For each number of edits, how far each diagonal was reached before it; undefined beyond `MOST_EDITS`. */
function traceOf(a: readonly string[], b: readonly string[]): readonly ReadonlyMap<number, number>[] | undefined {
  const trace: ReadonlyMap<number, number>[] = []
  const reached = new Map<number, number>([[1, 0]])
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_EDITS); d++) {
    trace.push(new Map(reached))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1))
      let x = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reached.set(k, x)
      if (x >= a.length && x - k >= b.length) return trace
    }
  }
  return undefined
}

function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.older.length === 0 && run.newer.length === 0) continue
    if (last === undefined || last.same !== run.same) out.push(run)
    else out[out.length - 1] = { same: run.same, older: [...last.older, ...run.older], newer: [...last.newer, ...run.newer] }
  }
  return out
}

function withoutIslands(runs: readonly Run[]): readonly Run[] {
  const isIsland = (run: Run, at: number) => run.same && run.older.length <= ISLAND && at > 0 && at < runs.length - 1
  return joined(runs.map((run, at) => (isIsland(run, at) ? { ...run, same: false } : run)))
}

function piecesOf(runs: readonly Run[]): readonly TextPiece[] {
  const pieces = runs.flatMap((run): TextPiece[] =>
    run.same
      ? [{ kind: 'same', text: run.older.join('') }]
      : [
          { kind: 'gone', text: run.older.join('') },
          { kind: 'new', text: run.newer.join('') },
        ],
  )
  return pieces.filter(piece => piece.text !== '')
}
