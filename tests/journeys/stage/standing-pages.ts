import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const LOCK = `${root}dist/.building`
const LOOK_EVERY_MS = 300

/** The built pages, built once: journeys run beside each other, and two builds into one folder would spoil both. */
export async function standingPages(): Promise<void> {
  mkdirSync(`${root}dist`, { recursive: true })
  while (!taken()) {
    if (!holderLives()) rmSync(LOCK, { force: true })
    await pause(LOOK_EVERY_MS)
  }
  try {
    await build()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function taken(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** Whoever was killed while building leaves the lock behind. */
function holderLives(): boolean {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/** In a process of its own, as the start of the centre does it. */
async function build(): Promise<void> {
  const child = spawn(process.execPath, [`${root}build/main.ts`], { stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise(ended => child.once('exit', ended))
  if (code !== 0) throw new Error(`the pages could not be built (exit code ${code})`)
}
