/** A stretch of text that stands in both texts, or only in the one shown. */
export type Stretch = { readonly text: string; readonly own: boolean }
export type Sides = { readonly from: readonly Stretch[]; readonly to: readonly Stretch[] }

/** Longer texts are shown whole, because the table below grows with the square of their length. */
const LONGEST = 600
/** Texts that share less than this part of the longer one are simply different. */
const LEAST_SHARED = 0.4

/** Where two texts differ, character by character (numbers and Latin words as a whole), so that a changed number or word stands out. */
export function textDiff(from: string, to: string): Sides {
  const [a, b] = [unitsOf(from), unitsOf(to)]
  if (a.length > LONGEST || b.length > LONGEST) return apart(from, to)
  const common = commonLengths(a, b)
  if ((common[0]?.[0] ?? 0) < LEAST_SHARED * Math.max(a.length, b.length)) return apart(from, to)
  const flags = { from: a.map(() => true), to: b.map(() => true) }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      flags.from[i++] = false
      flags.to[j++] = false
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) i += 1
    else j += 1
  }
  return { from: stretches(a, flags.from), to: stretches(b, flags.to) }
}

/** 90 against 120 is another number, not a changed digit. */
function unitsOf(text: string): readonly string[] {
  return text.match(/[\p{Script=Latin}\d.:]+|[^]/gu) ?? []
}

function apart(from: string, to: string): Sides {
  const whole = (text: string) => (text === '' ? [] : [{ text, own: true }])
  return { from: whole(from), to: whole(to) }
}

/** `table[i][j]`: length of the longest common subsequence of `a` from i and `b` from j. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [table[i] ?? [], table[i + 1] ?? []]
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return table
}

function stretches(characters: readonly string[], own: readonly boolean[]): readonly Stretch[] {
  const all: { text: string; own: boolean }[] = []
  for (const [at, character] of characters.entries()) {
    const last = all.at(-1)
    if (last && last.own === own[at]) last.text += character
    else all.push({ text: character, own: own[at] ?? true })
  }
  return all
}
