import { readFileSync } from 'node:fs'

/** Modules in the order of the house table: what is known comes before who knows it. */
export function moduleOrder(): string[] {
  const house = JSON.parse(readFileSync(new URL('../../../house.json', import.meta.url), 'utf8')) as { modules: Record<string, string[]> }
  return Object.keys(house.modules)
}
