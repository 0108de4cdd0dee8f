#!/usr/bin/env node
/** The one way in: `run.js check|test|bench|prove <name>` are the developer's verbs, every other verb is the product's command line. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { launch, launchProduct, root } from './launch.js'

const [verb = 'help', ...args] = process.argv.slice(2)

if (verb === 'check' || verb === 'test') launch(`tools/${verb}.ts`, args)
else if (verb === 'bench' || verb === 'prove') runNamed(verb, args)
else launchProduct(verb, args)

/** A file of `bench/` (how fast) or `prove/` (what holds under faults) by its name. */
function runNamed(folder, [name = '', ...rest]) {
  const names = readdirSync(join(root, folder))
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -3))
  if (names.includes(name) && existsSync(join(root, folder, `${name}.ts`))) return launch(`${folder}/${name}.ts`, rest)
  console.error(`用法：npm run ${folder} -- <名称>，可选：${names.join('、')} (by name)`)
  process.exitCode = 2
}
