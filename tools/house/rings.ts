/** Every ring a depth-first walk meets, each from its first member back to itself; used for the table and for files. */
export function ringsIn(nodes: Iterable<string>, next: (node: string) => readonly string[]): string[][] {
  const rings: string[][] = []
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const visit = (node: string): void => {
    if (state.get(node) === 'done') return
    if (state.get(node) === 'open') return void rings.push([...trail.slice(trail.indexOf(node)), node])
    state.set(node, 'open')
    trail.push(node)
    for (const other of next(node)) visit(other)
    trail.pop()
    state.set(node, 'done')
  }
  for (const node of nodes) visit(node)
  return rings
}
