import { OPTION_ID } from '../option.ts'

/** The fields of a set of ids as a response gives them. */
export type IdSet = { readonly version: 1; readonly ids: string[] }

/**
 * Reads `{ version: 1, [name]: [ids…] }` exactly as the schema of such a response does, without its cost: papers of a whole country
 * are scored through it. Undefined for anything else.
 */
export function readIds(value: unknown, name: string, most: number): IdSet | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fields = value as Readonly<Record<string, unknown>>
  for (const field in fields) if (field !== 'version' && field !== name) return undefined
  const list = fields[name]
  if (fields['version'] !== 1 || !Array.isArray(list) || list.length > most) return undefined
  const ids: string[] = []
  for (const id of list as readonly unknown[]) {
    if (typeof id !== 'string' || !OPTION_ID.test(id) || ids.includes(id)) return undefined
    ids.push(id)
  }
  return { version: 1, ids: ids.sort() }
}
