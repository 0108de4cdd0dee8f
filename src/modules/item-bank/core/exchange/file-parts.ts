/** Most items in one file of an export. */
export const MOST_IN_FILE = 500

/** Items in the files they leave in: all of them, in their order, at most `MOST_IN_FILE` in each. */
export function fileParts<Item>(items: readonly Item[], most: number = MOST_IN_FILE): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most))
}

/** The name of a file that is one of several: `items.zip` → `items-2of3.zip`; a single one keeps its name. */
export function partName(name: string, { number, of }: { readonly number: number; readonly of: number }): string {
  if (of === 1) return name
  const dot = name.lastIndexOf('.')
  const [stem, end] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  return `${stem}-${number}of${of}${end}`
}
