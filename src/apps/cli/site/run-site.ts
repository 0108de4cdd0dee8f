import { projectFile } from '../../../platform/project-file.ts'
import { runServer } from '../run-server.ts'
import { siteDrill } from './drill.ts'
import { siteWire } from './wire.ts'
import { WIRE_VERBS } from './wire-arguments.ts'

/** `drill` tries a running site, the words of the wire say something to the centre for it; anything else runs the server in the foreground. Answers with an exit code. */
export function runSite(words: readonly string[]): Promise<number> {
  if (words[0] === 'drill') return siteDrill(words.slice(1))
  if (WIRE_VERBS.some(verb => verb === words[0])) return siteWire(words)
  return runServer({ main: projectFile('src/apps/site/main.ts'), words, zh: '考点服务器', en: 'the site server' })
}
