import { spawn } from 'node:child_process'
import process from 'node:process'
import { projectFile } from '../project-file.ts'

/** Builds the pages that changed, in a process of its own: the bundler's memory must not stay with the server. */
export async function buildPagesApart(): Promise<void> {
  const code = await new Promise<number | null>(done =>
    spawn(process.execPath, [projectFile('build/main.ts')], { stdio: ['ignore', 'ignore', 'inherit'] }).once('exit', done),
  )
  if (code !== 0) throw new Error(`the pages could not be built (exit code ${code})`)
}
