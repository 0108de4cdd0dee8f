import { type Server, type Socket, connect, createServer } from 'node:net'

/** The cable from one server to the other: it can be pulled out and put in again. */
export type Cable = { readonly address: string; cut(): void; mend(): void; close(): Promise<void> }

export function layCable(toPort: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  let isCut = false
  const hold = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server: Server = createServer(near => {
    hold(near)
    if (isCut) return void near.destroy()
    const far = connect(toPort, '127.0.0.1')
    hold(far)
    near.pipe(far)
    far.pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return new Promise(done => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      done({
        address: `http://127.0.0.1:${port}`,
        cut: () => {
          isCut = true
          drop()
        },
        mend: () => (isCut = false),
        close: () => {
          drop()
          return new Promise(closed => server.close(() => closed()))
        },
      })
    })
  })
}
