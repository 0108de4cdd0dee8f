import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk'

/** Path of a Chromium on this machine: `CHROMIUM`, /usr/bin/chromium, or the first of its names on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env['CHROMIUM']
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  const folders = (env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  const candidates = ['/usr/bin/chromium', ...folders.flatMap(folder => NAMES.map(name => join(folder, name)))]
  return candidates.find(path => existsSync(path)) ?? null
}

/** Finds Chromium, or installs it where that needs no asking: as root, with apt-get, and none named in `CHROMIUM`. Null when there is none. */
export function ensureChromium(): string | null {
  const found = findChromium()
  if (found !== null) return found
  if ((process.env['CHROMIUM'] ?? '') !== '' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log(`no Chromium yet: ${INSTALL}`)
  const { status, stderr } = spawnSync('/bin/sh', ['-c', INSTALL], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) console.error(stderr)
  return findChromium()
}

/** What to tell a person whose machine has no browser. */
export const NO_CHROMIUM = `The journeys need a Chromium. Install it (as root: ${INSTALL}) or name one in CHROMIUM. They fail until then.`
