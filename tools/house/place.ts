import { isCode } from '../read/files.ts'
import type { House } from './house.ts'

/** Where a file lives in the house. */
export type Place =
  | { readonly kind: 'outside' }
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'app'; readonly app: string }
  | { readonly kind: 'room'; readonly module: string; readonly room: string; readonly plugin: string | null }

/**
 * Place of a path relative to the project's root. In a plug-in's folder loose files and folders of data are core;
 * its pages/ and store/ are rooms as usual. Any other folder with code in it is a room of its own name.
 */
export function placeOf(house: House, file: string): Place {
  const [top, area, name, ...rest] = file.split('/')
  if (top !== 'src' || area === undefined || name === undefined) return { kind: 'outside' }
  if (area === 'apps') return { kind: 'app', app: stem(name) }
  if (area !== 'modules') return { kind: 'area', area }
  const [first = '', second, ...deeper] = rest
  if (second === undefined || deeper.length === 0 || first !== house.plugins[name]) {
    return { kind: 'room', module: name, room: stem(first), plugin: null }
  }
  const folder = deeper.length > 1 ? (deeper[0] ?? '') : ''
  const isRoom = folder !== '' && (house.rooms[folder] !== undefined || isCode(file))
  return { kind: 'room', module: name, room: isRoom ? folder : 'core', plugin: second }
}

/** Is this a room in which only pure code may stand? */
export function isPure(house: House, place: Place): boolean {
  return (place.kind === 'room' && house.pure.includes(place.room)) || (place.kind === 'area' && house.pure.includes(place.area))
}

function stem(name: string): string {
  return name.replace(/(\.test)?\.tsx?$/, '')
}
