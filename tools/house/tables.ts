import { filesUnder, textOf } from '../read/files.ts'
import { statementsIn } from '../sql/statements.ts'
import { created, pointed, read, written } from '../sql/touches.ts'
import type { House } from './house.ts'

/** The one module that may read others, through their published views `v_<module>_*`. */
const READER = 'statistics'

type Sheet = { readonly file: string; readonly owner: string; readonly migrates: boolean; readonly texts: readonly string[] }

/** Law 6: a module writes and reads only its own tables. A table belongs to whoever's migrations create it. */
export function tableFaults(root: string, house: House): string[] {
  const sheets = filesUnder(root, 'src').flatMap(file => sheetOf(root, house, file))
  const owners = new Map<string, string>()
  const faults: string[] = []
  for (const sheet of sheets.filter(s => s.migrates)) {
    for (const name of sheet.texts.flatMap(created)) {
      const other = owners.get(name)
      if (other !== undefined && other !== sheet.owner) faults.push(`${sheet.file}: table ${name} already belongs to ${other}`)
      owners.set(name, sheet.owner)
      if (name.startsWith('v_') && !name.startsWith(viewPrefix(sheet.owner)))
        faults.push(`${sheet.file}: a view of ${sheet.owner} is called ${viewPrefix(sheet.owner)}*, not ${name}`)
    }
  }
  for (const sheet of sheets.filter(s => s.owner in house.modules)) faults.push(...sheetFaults(house, owners, sheet))
  return faults
}

function sheetOf(root: string, house: House, file: string): Sheet[] {
  if (!file.endsWith('.sql')) return []
  const owner = /^src\/modules\/([^/]+)\//.exec(file)?.[1] ?? /^src\/([^/]+)\//.exec(file)?.[1] ?? ''
  const migrates = file.includes('/migrations/') || !(owner in house.modules)
  return [{ file, owner, migrates, texts: statementsIn(textOf(root, file)).map(s => s.text) }]
}

function sheetFaults(house: House, owners: ReadonlyMap<string, string>, { file, owner, migrates, texts }: Sheet): string[] {
  const foreign = (names: readonly string[]): string[] => names.filter(name => (owners.get(name) ?? owner) !== owner)
  const points = migrates ? foreign(texts.flatMap(pointed)).filter(name => !knows(house, owner, owners.get(name))) : []
  return [
    ...foreign(texts.flatMap(written)).map(name => `${file}: ${owner} writes table ${name} of ${owners.get(name)}`),
    ...foreign(texts.flatMap(read))
      .filter(name => !mayRead(house, owner, name, owners.get(name)))
      .map(name => `${file}: ${owner} reads table ${name} of ${owners.get(name)}`),
    ...points.map(name => `${file}: ${owner} points to table ${name}, but may not know ${owners.get(name)}`),
  ]
}

function mayRead(house: House, reader: string, name: string, owner: string | undefined): boolean {
  return reader === READER && owner !== undefined && name.startsWith(viewPrefix(owner)) && knows(house, reader, owner)
}

function knows(house: House, from: string, to: string | undefined): boolean {
  return to !== undefined && (house.modules[from] ?? []).includes(to)
}

function viewPrefix(module: string): string {
  return `v_${module.replaceAll('-', '_')}_`
}
