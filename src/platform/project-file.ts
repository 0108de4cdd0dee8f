import { fileURLToPath } from 'node:url'

/** Path of a file of the project, given from its root. Apps start each other as processes by it; they never import each other. */
export function projectFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
