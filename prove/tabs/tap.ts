import { createServer, request } from 'node:http'
import type { SentBody } from './page-script.ts'

/** Stands before the hall and sees every save that reaches it, also what a page sends on its way out and cannot tell any more. */
export type Tap = { readonly port: number; close(): Promise<void> }

export async function openTap(target: number, onSave: (attempt: string, body: SentBody) => void): Promise<Tap> {
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('error', () => answer.destroy())
    asked.on('end', () => {
      const body = Buffer.concat(chunks)
      const save = /\/attempts\/([^/]+)\/events$/.exec(asked.url ?? '')
      if (save) onSave(save[1] ?? '', JSON.parse(body.toString()) as SentBody)
      const { url: path, method, headers } = asked
      const on = request({ host: '127.0.0.1', port: target, path, method, headers }, reply => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(answer)
      })
      on.on('error', () => answer.destroy())
      on.end(body)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => {
      server.closeAllConnections()
      return new Promise(done => server.close(() => done()))
    },
  }
}
