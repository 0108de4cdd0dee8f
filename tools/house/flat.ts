import { entriesOf, textOf } from '../read/files.ts'
import type { House } from './house.ts'

/** What belongs to the shape of a module without being a room with code. */
const FURNITURE = new Set(['README.md', 'migrations/'])
const FILES = new Set(['contract', 'index', 'fixtures'])
const PLATE_LINES = 40

/** Faults in the shape of the house: unknown areas, modules and rooms, missing or long name plates. */
export function shapeFaults(root: string, house: House): string[] {
  const areas = entriesOf(root, 'src').filter(e => !(e.slice(0, -1) in house.areas) && e !== 'modules/' && e !== 'apps/')
  return [
    ...areas.map(e => `src/${e}: no such area '${e.replace(/\/$/, '')}'`),
    ...entriesOf(root, 'src/apps')
      .map(e => e.replace(/(\/|\.tsx?)$/, ''))
      .filter(app => !house.apps[app])
      .map(app => `src/apps/${app}: app ${app} is not in the table`),
    ...entriesOf(root, 'src/modules').flatMap(entry => moduleFaults(root, house, entry.replace(/\/$/, ''))),
  ]
}

function moduleFaults(root: string, house: House, name: string): string[] {
  const folder = `src/modules/${name}`
  if (!house.modules[name]) return [`${folder}: module ${name} is not in the table`]
  const entries = entriesOf(root, folder)
  const strangers = entries.filter(e => !FURNITURE.has(e) && e !== `${house.plugins[name]}/` && !isRoom(house, e))
  return [
    ...strangers.map(e => `${folder}/${e}: no such room '${e.replace(/(\/|(\.test)?\.tsx?)$/, '')}'`),
    ...plateFaults(root, folder, entries),
  ]
}

/** Doors and fixtures are files, the other rooms are folders. */
function isRoom(house: House, entry: string): boolean {
  const name = entry.replace(/(\/|(\.test)?\.ts)$/, '')
  return name !== entry && house.rooms[name] !== undefined && FILES.has(name) !== entry.endsWith('/')
}

function plateFaults(root: string, folder: string, entries: readonly string[]): string[] {
  if (!entries.includes('README.md')) return [`${folder}: the name plate README.md is missing`]
  const lines = textOf(root, `${folder}/README.md`).trimEnd().split('\n').length
  return lines > PLATE_LINES ? [`${folder}/README.md: the name plate has ${lines} lines, at most ${PLATE_LINES}`] : []
}
