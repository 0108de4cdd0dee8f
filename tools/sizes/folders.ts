import { entriesOf } from '../read/files.ts'
import type { House } from '../house/house.ts'

/** Folders that are shelves of equal things or a growing record, not rooms somebody has to overlook. */
export function isShelf(house: House, folder: string): boolean {
  const [, area, module, room, ...rest] = folder.split('/')
  if (folder === 'src/modules') return true
  return area === 'modules' && module !== undefined && rest.length === 0 && (room === 'migrations' || room === house.plugins[module])
}

/** Every folder below `top` with the number of its entries; folders holding data only and shelves are left out. */
export function folderSizes(root: string, house: House, top: string): { readonly folder: string; readonly entries: number }[] {
  const entries = entriesOf(root, top)
  const below = entries.filter(e => e.endsWith('/')).flatMap(e => folderSizes(root, house, `${top}/${e.slice(0, -1)}`))
  const dataOnly = entries.every(e => /\.(json|csv|md|svg|png|woff2)$/.test(e))
  return isShelf(house, top) || dataOnly ? below : [{ folder: top, entries: entries.length }, ...below]
}
