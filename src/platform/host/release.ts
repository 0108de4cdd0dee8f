import { readFileSync } from 'node:fs'
import { projectFile } from '../project-file.ts'

/** The release that runs here, such as 1.4.0. */
export function runningRelease(): string {
  const read: unknown = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'))
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined
  if (typeof version !== 'string') throw new Error('package.json names no version')
  return version
}
