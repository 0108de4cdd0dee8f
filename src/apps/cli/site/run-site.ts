import { projectFile } from '../../../platform/project-file.ts'
import { runServer } from '../run-server.ts'
import { siteWire } from './wire.ts'
import { WIRE_VERBS } from './wire-arguments.ts'

/** Runs the server of a site in the foreground, or says something to the centre for it; answers with the exit code. */
export function runSite(words: readonly string[]): Promise<number> {
  if (WIRE_VERBS.some(verb => verb === words[0])) return siteWire(words)
  return runServer({ main: projectFile('src/apps/site/main.ts'), words, zh: '考点服务器', en: 'the site server' })
}
