import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'

type Server = { readonly main: string; readonly words: readonly string[]; readonly zh: string; readonly en: string }

/** Runs a server in the foreground and answers with its exit code. The channel between them lets it stop when this process is gone. */
export function runServer({ main, words, zh, en }: Server): Promise<number> {
  const child = spawn(process.execPath, [main, ...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // a terminal sends Ctrl+C to both processes, so only signals meant for this one alone are passed on
  const pass = (signal: NodeJS.Signals) => void ((signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass)
  return new Promise(done => {
    child.once('error', error => {
      console.error(`无法启动${zh}：${error.message} (${en} cannot be started)`)
      done(1)
    })
    child.once('exit', (code, signal) => done(signal === null ? (code ?? 1) : 128 + constants.signals[signal]))
  })
}
