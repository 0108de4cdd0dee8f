/** How many items each two forms have in common; forms are counted from 1. */
export function overlapsOf(
  forms: readonly (readonly string[])[],
): readonly { readonly one: number; readonly other: number; readonly common: number }[] {
  const sets = forms.map(ids => new Set(ids))
  return forms.flatMap((ids, other) =>
    sets.slice(0, other).map((set, one) => ({ one: one + 1, other: other + 1, common: ids.filter(id => set.has(id)).length })),
  )
}
