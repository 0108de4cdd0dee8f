import { spawn } from 'node:child_process'

/** What a finished command said and how long it took; `code` is null when a signal ended it. */
export type Finished = { readonly code: number | null; readonly output: string; readonly seconds: number }

/** Runs a program to its end and keeps everything it prints. A program that cannot be started is a failure with its reason. */
export function runCommand(program: string, args: readonly string[], cwd: string): Promise<Finished> {
  const start = performance.now()
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    })
    const chunks: Buffer[] = []
    const finish = (code: number | null, note = ''): void =>
      resolve({ code, output: Buffer.concat(chunks).toString() + note, seconds: (performance.now() - start) / 1000 })
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', error => finish(null, error.message))
    child.on('close', code => finish(code))
  })
}
