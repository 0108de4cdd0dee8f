export type Feasibility = 'yes' | 'no' | 'unknown'

/** Constraints that cannot hold together. `minimal`: it is proved that they can as soon as any one of them is dropped. */
export type Conflict<T> = { readonly members: readonly T[]; readonly minimal: boolean }

/**
 * The smallest part, in the sense that nothing can be dropped from it, of constraints that cannot hold together; constraints that
 * stand first are kept with preference. Divides and conquers, so a few hard constraints among many are found with few
 * questions. Null when it is not even proved that all of them cannot hold together.
 */
export async function minimalConflict<T>(
  all: readonly T[],
  feasible: (some: readonly T[]) => Promise<Feasibility>,
): Promise<Conflict<T> | null> {
  if ((await feasible(all)) !== 'no') return null
  const members = await conflictIn([], false, all, feasible)
  if ((await feasible(members)) !== 'no') return { members: all, minimal: false }
  for (const [at] of members.entries()) {
    const verdict = await feasible(members.toSpliced(at, 1))
    if (verdict !== 'yes') return { members, minimal: false }
  }
  return { members, minimal: true }
}

/** What must be added from `some` to the background to make it impossible; `added`: the background grew since it was last tried. */
async function conflictIn<T>(
  background: readonly T[],
  added: boolean,
  some: readonly T[],
  feasible: (some: readonly T[]) => Promise<Feasibility>,
): Promise<readonly T[]> {
  if (added && (await feasible(background)) === 'no') return []
  if (some.length <= 1) return some
  const half = Math.ceil(some.length / 2)
  const [first, second] = [some.slice(0, half), some.slice(half)]
  const fromSecond = await conflictIn([...background, ...first], true, second, feasible)
  const fromFirst = await conflictIn([...background, ...fromSecond], fromSecond.length > 0, first, feasible)
  return [...fromFirst, ...fromSecond]
}
