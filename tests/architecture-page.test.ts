import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const page = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8')
const house = JSON.parse(readFileSync(new URL('../house.json', import.meta.url), 'utf8')) as { modules: Record<string, string[]> }

test('the module table of ARCHITECTURE.md says what house.json says', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| [^|]+ \| ([^|]+) \|$/gm)].map(([, module, knows]) => [
    module,
    knows?.trim() === '–' ? [] : (knows ?? '').split(',').map(name => name.trim()),
  ])
  assert.deepEqual(Object.fromEntries(rows as [string, string[]][]), house.modules)
})

test('README names the commands that package.json has', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { scripts: Record<string, string> }
  for (const name of Object.keys(scripts)) assert.match(readme, new RegExp(`npm (run )?${name}\\b`), name)
})
