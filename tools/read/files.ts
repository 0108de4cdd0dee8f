import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', 'coverage'])

/** Every file below `root/folder`, as sorted paths relative to `root` with forward slashes; hidden entries are left out. */
export function filesUnder(root: string, folder: string): string[] {
  const found: string[] = []
  const walk = (at: string): void => {
    for (const entry of entriesOf(root, at)) {
      if (entry.endsWith('/')) walk(posix.join(at, entry.slice(0, -1)))
      else found.push(posix.join(at, entry))
    }
  }
  walk(folder)
  return found.sort()
}

/** Entries of one folder, sorted, folders with a closing slash; a folder that is not there has none. */
export function entriesOf(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(entry => !entry.name.startsWith('.') && !SKIPPED.has(entry.name))
      .map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

export function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export function isCode(file: string): boolean {
  return /\.tsx?$/.test(file)
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}
