import { projectFile } from '../../../platform/project-file.ts'
import { runServer } from '../run-server.ts'

/** Verbs that the centre itself answers; it runs in a process of its own. */
export const CENTRE_VERBS = ['start', 'dev', 'seed', 'migrate'] as const

export const CENTRE_MAIN = projectFile('src/apps/centre/main.ts')

/** Runs the centre in the foreground and answers with its exit code. */
export function runCentre(verb: string, words: readonly string[]): Promise<number> {
  return runServer({ main: CENTRE_MAIN, words: [verb, ...words], zh: '国家中心', en: 'the centre' })
}
