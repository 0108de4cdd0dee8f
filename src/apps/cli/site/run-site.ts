import { projectFile } from '../../../platform/project-file.ts'
import { runServer } from '../run-server.ts'

/** Runs the server of a site in the foreground and answers with its exit code. */
export function runSite(words: readonly string[]): Promise<number> {
  return runServer({ main: projectFile('src/apps/site/main.ts'), words, zh: '考点服务器', en: 'the site server' })
}
