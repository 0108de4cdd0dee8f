import { readFileSync, readdirSync } from 'node:fs'
import type { Overheard } from './overheard.ts'

const FIELD_OF_A_KEY = /"(?:key|keys|answer|correct|explanation|rationale|passwordHash|totp|sealed)"\s*:/
const ID_NUMBER = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dA-Za-z])/
const MOBILE = /(?<![\dA-Za-z.-])1[3-9]\d{9}(?![\dA-Za-z-])/
/** Who reads a number or an item with its key there has said so, and it is on record. */
const MEANT_TO_TELL = /\/unmaskings$|\/readings$/

/**
 * Worlds of the laboratory are full of invented people with numbers of their own, and of keys to verify letters with; that nothing hidden
 * leaves them is the matter of the laboratory's own test of views. Explanations of items are looked for there as everywhere.
 */
const INVENTED = /^\/api\/delivery\/attempts\/[^/]+\/worlds\/|^\/api\/lab\/|\/scripts\/[^/]+\/evidence$/

/** What a reply tells that nobody may hear: a key or explanation of an item, a whole ID number, a whole mobile, a password's hash. */
export function secretsIn(replies: readonly Overheard[]): string[] {
  const explanations = explanationsOf(['L4', 'L3'])
  return replies
    .filter(({ path }) => !MEANT_TO_TELL.test(path))
    .flatMap(({ method, path, body }) => {
      const told = without(path, body)
      const found = (INVENTED.test(path) ? [] : [FIELD_OF_A_KEY, ID_NUMBER, MOBILE]).flatMap(pattern => pattern.exec(told)?.[0] ?? [])
      const explained = explanations.filter(text => told.includes(text))
      return [...found, ...explained].map(secret => `${method} ${path}: ${secret}`)
    })
}

/** A piece of every explanation in the item files, long enough to be of that item only. */
function explanationsOf(levels: readonly string[]): string[] {
  return levels.flatMap(level => {
    const folder = new URL(`../../../data/items/${level}/`, import.meta.url)
    const files = readdirSync(folder).filter(file => file.endsWith('.json'))
    return files.flatMap(file =>
      (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { items: { explanation: string }[] }).items.map(item =>
        JSON.stringify(item.explanation.slice(0, 24)).slice(1, -1),
      ),
    )
  })
}

/** The sign-in name of a new account is the mobile its owner just typed; a column of a report has a key as well. */
function without(path: string, body: string): string {
  if (path === '/api/identity/accounts') return body.replace(/"signInName":"\d{11}"/, '')
  return path.startsWith('/api/statistics/reports/') ? body.replaceAll(/"key":"[a-z]+"/gi, '') : body
}
