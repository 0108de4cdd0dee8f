import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../run-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'launch-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Arguments that launch a script with this text as the product would be launched. */
function launching(text: string): string[] {
  const script = join(folder, 'script.js')
  writeFileSync(script, text)
  const call = `launch(${JSON.stringify(relative(root, script))}, ['a b', '--c'])`
  return [
    '--input-type=module',
    '-e',
    `import { launch } from ${JSON.stringify(new URL('../../bin/launch.js', import.meta.url).href)}; ${call}`,
  ]
}

test('arguments go in, the exit code comes out', async () => {
  const { code, output } = await runCommand(
    process.execPath,
    launching('console.log(process.argv.slice(2).join("|")); process.exit(7)'),
    root,
  )
  assert.deepEqual({ code, output }, { code: 7, output: 'a b|--c\n' })
})

test('the launched Node is 24 or newer and keeps compiled code beside the packages', async () => {
  const says = 'console.log(Number(process.versions.node.split(".")[0]) >= 24, process.env.NODE_COMPILE_CACHE.includes("node_modules"))'
  assert.equal((await runCommand(process.execPath, launching(says), root)).output, 'true true\n')
})

test('a signal is passed on, and the launcher ends as the launched does', async () => {
  const waits = 'process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000); console.log("ready")'
  const child = spawn(process.execPath, launching(waits), { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [5, null])
})

test('death by a signal shows in the exit code', async () => {
  assert.equal((await runCommand(process.execPath, launching('process.kill(process.pid, "SIGKILL")'), root)).code, 137)
})

test('an unknown check, benchmark or proof is refused', async () => {
  for (const args of [
    ['check', 'weather'],
    ['bench', 'weather'],
    ['prove', 'weather'],
  ]) {
    assert.equal((await runCommand(process.execPath, ['bin/run.js', ...args], root)).code, 2)
  }
})
