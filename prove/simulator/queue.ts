type Due = { readonly at: number; readonly order: number; readonly run: () => void }

/** What is going to happen, earliest first; of two things at the same time the one that was planned first. A binary heap. */
export class DueQueue {
  private readonly heap: Due[] = []
  private planned = 0

  get size(): number {
    return this.heap.length
  }

  add(at: number, run: () => void): void {
    const due = { at, order: this.planned++, run }
    const { heap } = this
    let place = heap.push(due) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!before(due, heap[parent] as Due)) break
      heap[place] = heap[parent] as Due
      place = parent
    }
    heap[place] = due
  }

  take(): Due | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined || first === undefined || heap.length === 0) return first
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1] as Due, heap[child] as Due)) child += 1
      if (!before(heap[child] as Due, last)) break
      heap[place] = heap[child] as Due
      place = child
    }
    heap[place] = last
    return first
  }
}

function before(a: Due, b: Due): boolean {
  return a.at === b.at ? a.order < b.order : a.at < b.at
}
