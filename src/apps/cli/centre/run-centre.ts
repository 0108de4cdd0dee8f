import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'
import { projectFile } from '../../../platform/project-file.ts'

/** Verbs that the centre itself answers; it runs in a process of its own. */
export const CENTRE_VERBS = ['start', 'dev', 'seed', 'migrate'] as const

export const CENTRE_MAIN = projectFile('src/apps/centre/main.ts')

/** Runs the centre in the foreground and answers with its exit code. The channel between them lets it stop when this process is gone. */
export async function runCentre(verb: string, words: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [CENTRE_MAIN, verb, ...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // a terminal sends Ctrl+C to both processes, so only signals meant for this one alone are passed on
  const pass = (signal: NodeJS.Signals) => void ((signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass)
  return new Promise(done => {
    child.once('error', error => {
      console.error(`无法启动国家中心：${error.message} (the centre cannot be started)`)
      done(1)
    })
    child.once('exit', (code, signal) => done(signal === null ? (code ?? 1) : 128 + constants.signals[signal]))
  })
}
