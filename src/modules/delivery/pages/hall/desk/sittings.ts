type Slot = { readonly sittingId: string; readonly opensAt: number; readonly entryFrom: number; readonly closedAt: number | null }

/** The sitting people mean when they say none: the one whose door opened last of those not closed, else the next, else the last of all. */
export function currentSitting<S extends Slot>(sittings: readonly S[], now: number): S | undefined {
  const inOrder = sittings.toSorted((a, b) => a.opensAt - b.opensAt)
  const open = inOrder.filter(one => one.closedAt === null)
  return open.findLast(one => one.entryFrom <= now) ?? open[0] ?? inOrder.at(-1)
}
