import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const WORKER = 'sw.js'
const SHELL = /\.(js|css|svg|woff2)$/

/** Writes into the service worker of the exam client which files its shell has: all that the build made, by their hashed names. */
export function examShell(base: string): Plugin {
  return {
    name: 'zhiheng-exam-shell',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter(name => name !== WORKER && SHELL.test(name))
          .toSorted()
        const document = bundle['index.html']
        const content = document?.type === 'asset' ? String(document.source) : ''
        const worker = bundle[WORKER]
        if (worker?.type !== 'chunk') throw new Error('the exam client has no service worker')
        if (worker.imports.length > 0) throw new Error(`the service worker imports ${worker.imports.join(', ')}; it has to stand alone`)
        const version = createHash('sha256').update(files.join('\n')).update(content).update(worker.code).digest('hex').slice(0, 16)
        worker.code = `const ZHIHENG_SHELL=${JSON.stringify({ version, files: files.map(name => base + name) })};\n${worker.code}`
      },
    },
  }
}
