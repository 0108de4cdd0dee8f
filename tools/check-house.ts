/** The law of the house: who may know whom. Reads house.json and speaks its words. Usage: check-house.ts [root] */
import { posix } from 'node:path'
import { passingFaults } from './house/doors.ts'
import { shapeFaults } from './house/flat.ts'
import { readHouse } from './house/house.ts'
import type { House } from './house/house.ts'
import { judge } from './house/judge.ts'
import { isPure, placeOf } from './house/place.ts'
import type { Place } from './house/place.ts'
import { clocksAndDice } from './house/purity.ts'
import { ringsIn } from './house/rings.ts'
import { tableFaults } from './house/tables.ts'
import { filesUnder, isCode, isTest, textOf } from './read/files.ts'
import { parse, reachesOf } from './read/syntax.ts'
import type { Reach } from './read/syntax.ts'

type Reading = { readonly file: string; readonly place: Place; readonly faults: string[]; readonly targets: string[] }

/** Every fault as one line `where: what`; an empty list means the house is in order. */
export function checkHouse({ root, house }: { root: string; house: House }): string[] {
  const files = filesUnder(root, 'src')
  const known = new Set(files)
  const readings = files.filter(isCode).map(file => readFile({ root, house, known, file }))
  const graph = new Map(readings.map(r => [r.file, r.targets]))
  const rings = ringsIn(graph.keys(), file => graph.get(file) ?? [])
  const faults = [
    ...tableRowFaults(house),
    ...shapeFaults(root, house),
    ...readings.flatMap(r => r.faults.map(fault => `${r.file}: ${fault}`)),
    ...rings.map(ring => `ring: ${ring.join(' > ')}`),
    ...tableFaults(root, house),
  ]
  return [...new Set(faults)]
}

function tableRowFaults(house: House): string[] {
  const rings = ringsIn(Object.keys(house.modules), name => house.modules[name] ?? [])
  const unknown = Object.entries(house.modules).flatMap(([name, knows]) =>
    knows.filter(k => !house.modules[k]).map(k => `${name} knows ${k}`),
  )
  return [...rings.map(r => `house.json: ring ${r.join(' > ')}`), ...unknown.map(u => `house.json: ${u}, which is not in the table`)]
}

function readFile(at: { root: string; house: House; known: ReadonlySet<string>; file: string }): Reading {
  const { house, file } = at
  const place = placeOf(house, file)
  const program = parse(file, textOf(at.root, file))
  const reading: Reading = { file, place, faults: [], targets: [] }
  const reaches = reachesOf(program)
  for (const reach of reaches) follow(at, reading, reach)
  if (isTest(file)) return reading
  if (isPure(house, place) && clocksAndDice(program).length > 0) reading.faults.push('a pure room asks the clock or throws dice')
  if (place.kind === 'room') {
    if (!house.rooms[place.room]) reading.faults.push(`no such room '${place.room}'`)
    reading.faults.push(...passingFaults(program, place.room, specifier => roomOf(house, targetOf(file, specifier)) === 'store'))
  }
  return reading
}

function follow({ house, known }: { house: House; known: ReadonlySet<string> }, reading: Reading, reach: Reach): void {
  const { file, place, faults, targets } = reading
  const test = isTest(file)
  if (reach.how === 'computed') {
    if (!test && place.kind !== 'app' && !isArea(place, 'platform')) faults.push('an import must be readable: its path is computed')
    return
  }
  if (!reach.specifier.startsWith('.')) {
    if (reach.how !== 'path' && !test) faults.push(...packageFaults(house, place, reach.specifier))
    return
  }
  const target = targetOf(file, reach.specifier)
  if (reach.how === 'path' && !crosses(place, placeOf(house, target))) return
  if (target.startsWith('src/') && !known.has(target) && reach.how !== 'path') return void faults.push(`cannot find ${reach.specifier}`)
  if (known.has(target)) targets.push(target)
  if (test || isOutsideForApp(place, target)) return
  if (isTest(target)) faults.push('only tests import tests')
  const verdict = judge(house, place, placeOf(house, target))
  if (verdict) faults.push(verdict)
}

function packageFaults(house: House, place: Place, specifier: string): string[] {
  if (/^(#|\/|file:)/.test(specifier)) return [`an import is relative or a package, not ${specifier}`]
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  return isPure(house, place) && !house.purePackages.includes(name) ? [`a pure room imports package ${specifier}`] : []
}

/** A path beside import.meta.url counts when it reaches into another module or app. */
function crosses(from: Place, to: Place): boolean {
  if (to.kind === 'room') return from.kind !== 'room' || from.module !== to.module || from.plugin !== to.plugin
  return to.kind === 'app' && (from.kind !== 'app' || from.app !== to.app)
}

/** Apps may reach out of src for data files (the seed country, package.json) and for the builder of their pages. */
function isOutsideForApp(place: Place, target: string): boolean {
  return place.kind === 'app' && (target.startsWith('build/') || (!target.startsWith('src/') && target.endsWith('.json')))
}

function isArea(place: Place, area: string): boolean {
  return place.kind === 'area' && place.area === area
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')) : specifier
}

function roomOf(house: House, target: string): string | null {
  const place = placeOf(house, target)
  return place.kind === 'room' ? place.room : null
}

if (import.meta.main) {
  const root = process.argv[2] ?? '.'
  const house = readHouse(root)
  const faults = checkHouse({ root, house })
  if (faults.length > 0) console.error(faults.join('\n'))
  else console.log(`house in order: ${filesUnder(root, 'src').filter(isCode).length} files, ${Object.keys(house.modules).length} modules`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
