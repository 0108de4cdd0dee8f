/** The words of the glossary: refuses names from its "avoid" column in core, contract, store and routes. Usage: check-words.ts [root] */
import { fileURLToPath } from 'node:url'
import { readHouse } from './house/house.ts'
import type { House } from './house/house.ts'
import { placeOf } from './house/place.ts'
import { filesUnder, isCode, isTest, textOf } from './read/files.ts'
import { lineAt, parse } from './read/syntax.ts'
import { isRefusedIn, parseExceptions, withoutPhrases } from './words/exceptions.ts'
import type { Exceptions } from './words/exceptions.ts'
import { avoidedWords, indexOfParts, partsOf } from './words/glossary.ts'
import type { Avoided } from './words/glossary.ts'
import { declaredInSql, declaredNames } from './words/names.ts'
import type { Named } from './words/names.ts'

const ROOMS = new Set(['core', 'contract', 'store', 'routes', 'migrations'])

type Law = { readonly avoided: readonly Avoided[]; readonly exceptions: Exceptions }

/** Every wrong word as one line `where: what`. Also faults exceptions that except nothing the glossary avoids. */
export function checkWords({
  root,
  house,
  glossary,
  exceptions,
}: {
  root: string
  house: House
  glossary: string
  exceptions: Exceptions
}): string[] {
  const law = { avoided: avoidedWords(glossary), exceptions }
  const files = filesUnder(root, 'src/modules').filter(file => !exceptions.places.some(p => file.startsWith(`${p.path}/`)))
  return [...idleExceptions(law), ...files.flatMap(file => fileFaults(root, house, law, file))]
}

function idleExceptions({ avoided, exceptions }: Law): string[] {
  const words = [...exceptions.everywhere, ...exceptions.avoidedOnlyIn, ...exceptions.allowedIn, ...exceptions.phrases].map(e => e.word)
  const known = new Set(avoided.map(a => a.word))
  return words.filter(word => !known.has(word)).map(word => `tools/words-exceptions.json: the glossary does not avoid '${word}'`)
}

function fileFaults(root: string, house: House, law: Law, file: string): string[] {
  const place = placeOf(house, file)
  if (place.kind !== 'room' || !ROOMS.has(place.room) || isTest(file)) return []
  const text = textOf(root, file)
  const inFile = isCode(file)
    ? declaredNames(parse(file, text)).map(named => ({ ...named, at: lineAt(text, named.at) }))
    : file.endsWith('.sql')
      ? declaredInSql(text)
      : []
  const fileName = isCode(file) || file.endsWith('.sql') ? [{ name: file.replace(/^.*\/|\.\w+$/g, ''), at: 1 }] : []
  const faults = [...fileName, ...inFile].flatMap(named =>
    nameFaults(law, place.module, named).map(fault => `${file}:${named.at}: ${fault}`),
  )
  return [...new Set(faults)]
}

function nameFaults({ avoided, exceptions }: Law, module: string, { name }: Named): string[] {
  const parts = partsOf(name)
  const wrong = avoided.filter(({ word, parts: wanted }) => {
    if (indexOfParts(parts, wanted) < 0 || !isRefusedIn(exceptions, word, module)) return false
    return indexOfParts(withoutPhrases(exceptions, word, parts), wanted) >= 0
  })
  const words = new Map<string, string[]>()
  for (const { word, use } of wrong) words.set(word, [...(words.get(word) ?? []), use])
  return [...words].map(([word, uses]) => `'${name}' says '${word}', the glossary says '${uses.join("' or '")}'`)
}

if (import.meta.main) {
  const root = process.argv[2] ?? '.'
  const exceptions = parseExceptions(textOf(fileURLToPath(new URL('.', import.meta.url)), 'words-exceptions.json'))
  const faults = checkWords({ root, house: readHouse(root), glossary: textOf(root, 'GLOSSARY.md'), exceptions })
  if (faults.length > 0) console.error(faults.join('\n'))
  else console.log('words in order')
  process.exitCode = faults.length > 0 ? 1 : 0
}
