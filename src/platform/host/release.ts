import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectFile } from '../project-file.ts'

/** The release that runs here, such as 1.4.0. */
export function runningRelease(): string {
  const read: unknown = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'))
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined
  if (typeof version !== 'string') throw new Error('package.json names no version')
  return version
}

/** What makes a release: the code that runs, and the list of packages it was installed with. */
const PARTS = ['package.json', 'package-lock.json', 'bin', 'src']
let known: string | undefined

/**
 * SHA-256 (hex) over every file of the release with its path, in one order: two servers that say the same run the same. Tests do not
 * belong to it. Read once; files that change while a server runs are noticed by the next one.
 */
export function releaseDigest(root = projectFile('.')): string {
  if (known !== undefined && root === projectFile('.')) return known
  const sum = createHash('sha256')
  for (const file of PARTS.flatMap(part => filesOf(root, part)).toSorted()) {
    const bytes = readFileSync(join(root, file))
    sum.update(`${file}\n${bytes.length}\n`).update(bytes)
  }
  const digest = sum.digest('hex')
  if (root === projectFile('.')) known = digest
  return digest
}

function filesOf(root: string, part: string): string[] {
  const path = join(root, part)
  if (part.endsWith('.json')) return [part]
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    const own = `${part}/${entry.name}`
    if (entry.isDirectory()) return filesOf(root, own)
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [own] : []
  })
}
