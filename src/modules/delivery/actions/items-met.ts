import type { Tx } from '../../../platform/db/database.ts'
import { itemsOf } from '../core/paper/package.ts'
import { packagesBegunBy } from '../store/attempts.ts'
import { findPackage } from '../store/packages.ts'

/** What some candidates have met: how many of them have begun an attempt at all, and the items of those papers. */
export type ItemsMet = { readonly candidates: number; readonly itemIds: readonly string[] }

/**
 * Items that candidates have met in any attempt they began, final exam or module quiz, whichever version it was. A paper counts
 * whole: nobody knows which of its items were read.
 */
export async function itemsMet(tx: Tx, candidateRefs: readonly string[]): Promise<ItemsMet> {
  const begun = await packagesBegunBy(tx, candidateRefs)
  const itemIds = new Set<string>()
  for (const packageId of new Set(begun.map(each => each.packageId))) {
    const paper = await findPackage(tx, packageId)
    if (paper === undefined) throw new Error(`attempts at a package that is not installed: ${packageId}`)
    for (const { itemId } of itemsOf(paper)) itemIds.add(itemId)
  }
  return { candidates: new Set(begun.map(each => each.candidateRef)).size, itemIds: [...itemIds].toSorted() }
}
