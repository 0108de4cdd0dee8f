import { type Socket, connect } from 'node:net'

export type Reply = { readonly status: number; readonly bytes: number; readonly body: () => string }

/**
 * One client's connection, kept alive: requests go out one after the other, replies come back in order. Leaner than an HTTP client,
 * so that two thousand of them leave the machine to the server. A line that breaks is opened anew by the next request.
 */
export class Line {
  readonly #port: number
  #socket: Socket | null = null
  #chunks: Buffer[] = []
  #length = 0
  #need = 0
  #head = ''
  #waiting: { readonly done: (reply: Reply | null) => void } | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(port: number) {
    this.#port = port
  }

  /** Null when the line broke: nothing is known of the outcome. */
  ask(method: 'GET' | 'POST', path: string, token: string, body?: unknown): Promise<Reply | null> {
    const text = body === undefined ? '' : JSON.stringify(body)
    const kind = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
    const whole = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n${kind}\r\n${text}`
    const turn = this.#last.then(() => this.#send(whole))
    this.#last = turn
    return turn
  }

  close(): void {
    this.#socket?.destroy()
  }

  async #send(whole: string): Promise<Reply | null> {
    const socket = this.#socket && !this.#socket.destroyed ? this.#socket : await this.#open()
    if (!socket) return null
    return new Promise(done => {
      this.#waiting = { done }
      socket.write(whole)
    })
  }

  #open(): Promise<Socket | null> {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    this.#socket = socket
    this.#reset()
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('close', () => this.#answer(null))
    return new Promise(done => {
      socket.once('connect', () => done(socket))
      socket.on('error', () => done(null))
    })
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    if (this.#need === 0) {
      const whole = Buffer.concat(this.#chunks)
      const end = whole.indexOf('\r\n\r\n')
      if (end < 0) return
      this.#head = whole.toString('latin1', 0, end)
      this.#need = end + 4 + Number(/content-length: (\d+)/i.exec(this.#head)?.[1] ?? 0)
      this.#chunks = [whole]
    }
    if (this.#length < this.#need) return
    const whole = Buffer.concat(this.#chunks)
    const from = this.#head.length + 4
    const reply = { status: Number(this.#head.slice(9, 12)), bytes: this.#need, body: () => whole.toString('utf8', from) }
    this.#reset()
    this.#answer(reply)
  }

  #reset(): void {
    this.#chunks = []
    this.#length = 0
    this.#need = 0
  }

  #answer(reply: Reply | null): void {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.done(reply)
  }
}
