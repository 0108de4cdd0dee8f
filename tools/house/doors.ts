import { Visitor } from 'oxc-parser'
import type { Program } from 'oxc-parser'

const DOORS = new Set(['contract', 'index'])

/** Faults in what a module's file passes on: store leaving by another room, doors that list no names, barrels inside. */
export function passingFaults(program: Program, room: string, isStore: (specifier: string) => boolean): string[] {
  const faults = new Set<string>()
  const passesStore = room === 'index' ? 'index.ts must not re-export store' : `${room} must not re-export store`
  const fromStore = importedNames(program, isStore)
  if (room !== 'store' && exportedNames(program).some(name => fromStore.has(name))) faults.add(passesStore)
  new Visitor({
    ExportAllDeclaration: node => {
      faults.add(DOORS.has(room) ? 'a door lists its names, it does not export *' : 'a module has no barrels inside (export *)')
      if (room !== 'store' && isStore(node.source.value)) faults.add(passesStore)
    },
    ExportNamedDeclaration: node => {
      if (node.source && room !== 'store' && isStore(node.source.value)) faults.add(passesStore)
    },
  }).visit(program)
  if (!DOORS.has(room) && isBarrel(program)) faults.add('a module has no barrels inside')
  return [...faults]
}

function isBarrel(program: Program): boolean {
  const passes = program.body.filter(
    node => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source),
  )
  return passes.length > 0 && passes.length === program.body.length
}

function importedNames(program: Program, wanted: (specifier: string) => boolean): Set<string> {
  const imports = program.body.filter(node => node.type === 'ImportDeclaration').filter(node => wanted(node.source.value))
  return new Set(imports.flatMap(node => node.specifiers.map(s => s.local.name)))
}

/** Names a file exports by list or by plain renaming: `export { x }`, `export const y = x`. */
function exportedNames(program: Program): string[] {
  return program.body.flatMap(node => {
    if (node.type !== 'ExportNamedDeclaration' || node.source) return []
    const listed = node.specifiers.flatMap(s => (s.local.type === 'Identifier' ? [s.local.name] : []))
    const declared = node.declaration?.type === 'VariableDeclaration' ? node.declaration.declarations : []
    return [...listed, ...declared.flatMap(d => (d.init?.type === 'Identifier' ? [d.init.name] : []))]
  })
}
