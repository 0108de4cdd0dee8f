/** What a scrolling box shows: how far it is scrolled, and its height, in pixels. */
type Shown = { readonly top: number; readonly height: number }

/**
 * How far a box must be scrolled to show a cell of it: as it is while the cell stands wholly inside, else with the cell in the middle.
 * The cell's top is measured from the beginning of what the box holds.
 */
export function scrollPlace(box: Shown, cell: Shown): number {
  const isInside = cell.top >= box.top && cell.top + cell.height <= box.top + box.height
  return isInside ? box.top : Math.max(0, cell.top - (box.height - cell.height) / 2)
}
