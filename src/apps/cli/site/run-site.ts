import { projectFile } from '../../../platform/project-file.ts'
import { runServer } from '../run-server.ts'
import { siteDrill } from './drill.ts'

/** `zhiheng site drill` tries a running site; anything else runs the server in the foreground. Answers with an exit code. */
export function runSite(words: readonly string[]): Promise<number> {
  if (words[0] === 'drill') return siteDrill(words.slice(1))
  return runServer({ main: projectFile('src/apps/site/main.ts'), words, zh: '考点服务器', en: 'the site server' })
}
