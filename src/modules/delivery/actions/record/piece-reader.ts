/** Reads lines and stretches of bytes off a stream, and holds no more of it than the piece under way. */
export class PieceReader {
  readonly #pieces: AsyncIterator<Buffer>
  #held: Buffer[] = []
  #size = 0

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** The next line without its end; null when there is none, or none within so many bytes. */
  async line(most: number): Promise<string | null> {
    let searched = 0
    for (let n = 0; ;) {
      for (; n < this.#held.length; n++) {
        const piece = this.#held[n] ?? Buffer.alloc(0)
        const end = piece.indexOf(10)
        if (end >= 0) return this.#cut(searched + end, 1).toString()
        searched += piece.length
      }
      if (searched > most || !(await this.#more())) return null
    }
  }

  /** Exactly so many bytes; null when there are fewer. */
  async bytes(count: number): Promise<Buffer | null> {
    while (this.#size < count) if (!(await this.#more())) return null
    return this.#cut(count, 0)
  }

  /** Has everything been read? */
  async atEnd(): Promise<boolean> {
    return this.#size === 0 && !(await this.#more())
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const next = await this.#pieces.next()
      if (next.done === true) return false
      if (next.value.length === 0) continue
      this.#held.push(next.value)
      this.#size += next.value.length
      return true
    }
  }

  #cut(until: number, drop: number): Buffer {
    const [only] = this.#held
    const all = this.#held.length === 1 && only !== undefined ? only : Buffer.concat(this.#held)
    const rest = all.subarray(until + drop)
    this.#held = rest.length === 0 ? [] : [rest]
    this.#size = rest.length
    return all.subarray(0, until)
  }
}
